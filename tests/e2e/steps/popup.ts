import type { Tab } from '../browsers/driver';
import type { NoticeRow } from './notice';

/** The domains as the popup shows them, from top to bottom. */
export function readPopup(popup: Tab): Promise<NoticeRow[]> {
  return popup.evaluate(
    () =>
      [...document.querySelectorAll('[data-domain][data-level]')].map((row) => ({
        domain: row.getAttribute('data-domain') ?? '',
        level: row.getAttribute('data-level') ?? '',
        conditional: row.hasAttribute('data-conditional'),
        text: row.textContent.replace(/\s+/g, ' ').trim(),
      })),
    null,
  );
}
