/** Telling what a page is. */
import type { Webmail } from './contract';

/**
 * The first of `webmails` that `document` is; null if none. One with a host of its own is taken at its
 * word; others are recognised by what the page holds, so ask again once it has loaded.
 */
export function recognise(webmails: readonly Webmail[], document: Document): Webmail | null {
  return webmails.find(({ detect }) => !detect || document.querySelector(detect)) ?? null;
}
