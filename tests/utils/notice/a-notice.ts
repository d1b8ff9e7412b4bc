import en from '@/utils/i18n/locales/en.json';
import { noticeLook } from '@/utils/notice/look';
import { createNotice, type Notice } from '@/utils/notice/notice-element';
import type { NoticeModel, NoticeRow } from '@/utils/notice/notice-model';
import type { Speech } from '@/utils/notice/phrase';

const words = Object.entries(en.notice).map(([key, text]) => [`notice.${key}`, text] as const);

export const SPEECH: Speech = { words: Object.fromEntries(words), language: 'en', direction: 'ltr' };

/** A row with a verdict, or one still waiting for null. */
export function row(domain: string, level: NoticeRow['level'], more: Partial<NoticeRow> = {}): NoticeRow {
  const word = level ?? '';
  return { domain, name: domain, recipients: 1, level, conditional: false, word, sentence: 'Why.', ...more };
}

export function model(state: NoticeModel['state'], ...rows: NoticeRow[]): NoticeModel {
  return { state, rows, outdated: false };
}

/** A notice in the document, and what its buttons did. */
export function openNotice(speech = SPEECH): { notice: Notice; pressed: string[] } {
  const pressed: string[] = [];
  const notice = createNotice(noticeLook(), speech, {
    onDetails: () => pressed.push('details'),
    onRetry: () => pressed.push('retry'),
  });
  document.body.replaceChildren(notice.element);
  return { notice, pressed };
}

/** Inside the shadow root. */
export function within<E extends Element = HTMLElement>(notice: Notice, selector: string): E[] {
  return [...(notice.element.shadowRoot?.querySelectorAll<E>(selector) ?? [])];
}

/** A click as a person makes it: scripts cannot. */
export function press(element: Element | undefined): void {
  const click = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(click, 'isTrusted', { value: true });
  element?.dispatchEvent(click);
}
