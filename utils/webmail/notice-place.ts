/** Where a notice stands in a compose window: beside the recipients, never inside a chip or editable text. */
import type { NoticePlace, Webmail } from './contract';
import { EDITABLE, standsIn } from './select';

/** What is tried last: the top of the window. */
const TOP: NoticePlace = { selector: ':scope', where: 'prepend' };

/** Puts `notice` into its place, or nowhere if everything is editable text. */
export function placeNotice(root: Element, webmail: Webmail, notice: HTMLElement): void {
  for (const { selector, where } of [...webmail.notice, TOP]) {
    const beside = where === 'before' || where === 'after';
    for (const anchor of selector === TOP.selector ? [root] : root.querySelectorAll(selector)) {
      const parent = beside ? anchor.parentElement : anchor;
      if (!parent || standsIn(parent, [...EDITABLE, ...webmail.chip, 'ul', 'ol'])) continue;
      anchor[where](notice);
      if (webmail.remeasure) root.dispatchEvent(new Event('resize'));
      return;
    }
  }
}
