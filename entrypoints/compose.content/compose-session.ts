/** One compose window: its notice, and what is known of its recipients. */
import type { ComposeView } from '@/utils/messaging/protocol';
import { createNotice, NOTICE_TAG } from '@/utils/notice/notice-element';
import type { NoticeLook } from '@/utils/notice/look';
import type { NoticeModel, NoticeRow } from '@/utils/notice/notice-model';
import type { Speech } from '@/utils/notice/phrase';
import type { Webmail } from '@/utils/webmail/contract';
import { placeNotice } from '@/utils/webmail/notice-place';
import type { ComposeReading } from '@/utils/webmail/read-compose';
import type { Ask } from './ask';
import { composeModel, countByDomain } from './compose-model';
import { makeVerdictBook } from './verdict-book';

/** Milliseconds in which several answers become one change of the notice. */
const GATHER = 30;
/** Milliseconds after which the notice comes back if the page removes it. */
const COME_BACK = 1000;
/** The popup takes no more. */
const MOST_LISTED = 20_000;

export interface ComposeSession {
  /** A new reading of its window. */
  update(reading: ComposeReading): void;
  /** For the popup. */
  view(): ComposeView;
  /** What its notice shows, for the toolbar badge. */
  rows(): readonly NoticeRow[];
  refresh(domains?: readonly string[]): void;
  stop(): void;
}

export interface SessionNeeds {
  readonly id: string;
  readonly webmail: Webmail;
  readonly look: NoticeLook;
  readonly ask: Ask;
  readonly speech: Speech;
  readonly onChange: () => void;
  readonly onInactive: () => void;
}

/** Starts with the first reading of a compose window. */
export function startComposeSession(first: ComposeReading, needs: SessionNeeds): ComposeSession {
  const { id, webmail, ask } = needs;
  const { root } = first;
  const check = (domain: string) =>
    ask({ kind: 'check', webmail: webmail.id, compose: id, domain, from: reading.from });
  const book = makeVerdictBook(check, renderSoon, needs.onInactive);
  const notice = createNotice(needs.look, needs.speech, {
    onDetails: () => void ask({ kind: 'open-details', domain: null }),
    onRetry: book.retry,
  });
  const keepPlaced = makeKeepPlaced(root, webmail, notice.element);
  let reading: ComposeReading = { ...first, recipients: [] };
  let counts = countByDomain([]);
  let model: NoticeModel = { state: 'checking', rows: [], outdated: false };
  let timer: ReturnType<typeof setTimeout> | undefined;

  function renderSoon(): void {
    timer ??= setTimeout(render, GATHER);
  }

  function render(): void {
    timer = undefined;
    model = composeModel(reading, counts, book, needs.speech);
    notice.show(model);
    needs.onChange();
  }

  function update(next: ComposeReading): void {
    keepPlaced();
    notice.repaint();
    const before = reading;
    reading = next;
    if (next.recipients !== before.recipients) {
      counts = countByDomain(next.recipients);
      book.want(new Set(counts.keys()));
    }
    // Another provider sends: what was said may not hold for it.
    if (next.from !== before.from) book.refresh();
    else if (isSame(before, next)) return;
    renderSoon();
  }

  update(first);
  renderSoon();
  return {
    update,
    view: () => composeView(id, reading, model),
    rows: () => model.rows,
    refresh: (domains) => {
      book.refresh(domains);
      renderSoon();
    },
    stop: () => {
      clearTimeout(timer);
      book.stop();
      notice.element.remove();
    },
  };
}

/** Whether the notice would show the same for both. */
function isSame(before: ComposeReading, next: ComposeReading): boolean {
  return (
    next.recipients === before.recipients &&
    next.typing === before.typing &&
    next.outdated === before.outdated
  );
}

function composeView(id: string, { recipients, from }: ComposeReading, { state }: NoticeModel): ComposeView {
  const listed = recipients.slice(0, MOST_LISTED);
  return { id, from, recipients: listed, limited: state === 'limited' || listed.length < recipients.length };
}

/** Puts the notice into the window where it is missing, and takes out any left by a script before this one. */
function makeKeepPlaced(root: Element, webmail: Webmail, notice: HTMLElement): () => void {
  let last = 0;
  return () => {
    if (root.contains(notice) || Date.now() - last < COME_BACK) return;
    for (const other of root.querySelectorAll(NOTICE_TAG)) other.remove();
    last = Date.now();
    placeNotice(root, webmail, notice);
  };
}
