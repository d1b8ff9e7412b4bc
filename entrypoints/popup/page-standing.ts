import type { Settings } from '@/utils/settings/settings';
import { webmailOrigin } from '@/utils/settings/webmail-origin';
import { matchesPattern } from '@/utils/webmail/match-pattern';
import { WEBMAILS } from '@/utils/webmail/webmails';

/** What a page is to us, by its address alone. */
export type PageStanding =
  /** Not https, or an address the browser does not tell: Waxseal cannot be used there. */
  | { readonly kind: 'unusable' }
  /** A webmail of the manifest; `on`: the user did not switch it off. */
  | { readonly kind: 'mainstream'; readonly origin: string; readonly webmail: string; readonly on: boolean }
  /** Any other page; `on`: the user added it. */
  | { readonly kind: 'elsewhere'; readonly origin: string; readonly on: boolean };

/** Judges a page's address; null where the browser does not tell it. */
export function pageStanding(url: string | null, settings: Settings): PageStanding {
  const origin = url === null ? null : webmailOrigin(url);
  if (url === null || origin === null) return { kind: 'unusable' };
  const known = WEBMAILS.find(({ matches }) => matches.some((pattern) => matchesPattern(pattern, url)));
  if (known === undefined) return { kind: 'elsewhere', origin, on: settings.origins.includes(origin) };
  return { kind: 'mainstream', origin, webmail: known.id, on: !settings.webmailsOff.includes(known.id) };
}

/** The change of settings that puts Waxseal to use on a page. */
export function withPage(
  page: Exclude<PageStanding, { kind: 'unusable' }>,
  settings: Settings,
): Partial<Settings> {
  return page.kind === 'mainstream'
    ? { webmailsOff: settings.webmailsOff.filter((id) => id !== page.webmail) }
    : { origins: [...new Set([...settings.origins, page.origin])] };
}

/** The change of settings that undoes `withPage`. */
export function withoutPage(
  page: Exclude<PageStanding, { kind: 'unusable' }>,
  settings: Settings,
): Partial<Settings> {
  return page.kind === 'mainstream'
    ? { webmailsOff: [...new Set([...settings.webmailsOff, page.webmail])] }
    : { origins: settings.origins.filter((origin) => origin !== page.origin) };
}
