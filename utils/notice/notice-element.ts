/**
 * The notice of one compose window: a plain element `<waxseal-notice>` with an open shadow root. Plain,
 * because an isolated content script cannot define elements; open, because a closed root is no boundary.
 * It only shows. Decisions are made in the extension's own pages.
 */
import { adoptStyle } from './adopt-style';
import { makeFrame, type NoticeActions } from './frame';
import type { NoticeLook } from './look';
import { drawMark } from './mark';
import { setAttribute, setText } from './make';
import { worstRow, type NoticeModel } from './notice-model';
import { isDarkBehind } from './paper';
import { phrase, type Speech } from './phrase';
import { makeRowList } from './row-list';
import { summaryLine } from './summary';

export const NOTICE_TAG = 'waxseal-notice';

export interface Notice {
  /** To be put into the page by the caller, and taken out. */
  readonly element: HTMLElement;
  show(model: NoticeModel): void;
  /** Follows the page between light and dark: to be called when its colours may have changed. */
  repaint(): void;
}

/** Makes a notice that shows nothing yet. */
export function createNotice(look: NoticeLook, speech: Speech, actions: NoticeActions): Notice {
  const element = document.createElement(NOTICE_TAG);
  const root = element.attachShadow({ mode: 'open' });
  adoptStyle(root, look.style);
  const rows = makeRowList(look.marks, speech);
  const frame = makeFrame(rows.element, speech, actions);
  root.append(frame.card);
  keepKeys(root);
  setAttribute(element, 'role', 'group');
  setAttribute(element, 'dir', speech.direction);
  setAttribute(element, 'lang', speech.language);
  setAttribute(element, 'aria-label', phrase(speech, 'notice.label'));
  setAttribute(element, 'data-state', 'checking');

  function repaint(): void {
    frame.card.classList.toggle('dark', isDarkBehind(element));
  }

  function show(model: NoticeModel): void {
    const worst = worstRow(model.rows);
    const level = worst?.level ?? null;
    setAttribute(element, 'data-state', model.state);
    setAttribute(element, 'data-level', level);
    frame.card.className = `card l-${level ?? 'none'}`;
    repaint();
    drawMark(frame.mark, look.marks, worst);
    frame.retry.hidden = !/error|limited/.test(model.state);
    frame.toggle.hidden = model.rows.length === 0;
    if (frame.toggle.hidden) frame.unfold(false);
    rows.show(model.rows);
    setText(frame.status, summaryLine(model, speech));
  }

  return { element, show, repaint };
}

/** The page's shortcuts must not take keys meant for the notice. */
function keepKeys(root: ShadowRoot): void {
  for (const type of ['keydown', 'keypress', 'keyup']) {
    root.addEventListener(type, (event) => {
      event.stopPropagation();
    });
  }
}
