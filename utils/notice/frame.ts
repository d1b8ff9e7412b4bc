/** The fixed parts of a notice: the line that is always there, and the panel it unfolds. */
import { make, setAttribute } from './make';
import { makeMark } from './mark';
import { phrase, type Speech } from './phrase';

export interface NoticeActions {
  readonly onDetails: () => void;
  readonly onRetry: () => void;
}

export interface Frame {
  readonly card: HTMLElement;
  readonly mark: SVGElement;
  /** A live region that is there before its text. */
  readonly status: HTMLElement;
  readonly toggle: HTMLButtonElement;
  readonly retry: HTMLButtonElement;
  unfold(open: boolean): void;
}

/** Builds the parts around `rows` and joins the buttons to what they do. */
export function makeFrame(rows: HTMLElement, speech: Speech, actions: NoticeActions): Frame {
  const mark = makeMark();
  const status = make('span', 'status');
  setAttribute(status, 'role', 'status');
  const retry = makeButton('act', phrase(speech, 'notice.retry'), actions.onRetry);
  const details = makeButton('act', phrase(speech, 'notice.details'), actions.onDetails);
  const panel = make('div', 'panel', rows, make('div', 'foot', details));
  const unfold = (open: boolean): void => {
    panel.hidden = !open;
    setAttribute(toggle, 'aria-expanded', String(open));
  };
  const toggle = makeButton('toggle', '', () => {
    unfold(panel.hidden === true);
  });
  setAttribute(toggle, 'aria-label', phrase(speech, 'notice.toggle'));
  const card = make('div', 'card', make('div', 'line', mark, status, retry, toggle), panel);
  card.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || panel.hidden) return;
    unfold(false);
    toggle.focus();
  });
  unfold(false);
  return { card, mark, status, toggle, retry, unfold };
}

/** Scripts of the page can reach the open root; what they press does not count. */
function makeButton(className: string, words: string, act: () => void): HTMLButtonElement {
  const button = make('button', className);
  button.type = 'button';
  button.append(words);
  button.addEventListener('click', ({ isTrusted }) => {
    if (isTrusted) act();
  });
  return button;
}
