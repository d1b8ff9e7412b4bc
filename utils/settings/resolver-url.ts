/** The address of the user's own DNS-over-HTTPS resolver (RFC 8484 §3, §4.1). */

/** Why a text is no resolver address. */
export type ResolverUrlFault = 'empty' | 'not-a-url' | 'not-https' | 'credentials' | 'fragment';

export type ResolverUrl =
  { readonly ok: true; readonly url: string } | { readonly ok: false; readonly fault: ResolverUrlFault };

/**
 * Reads what the user typed: an https URL without user name, password or fragment. The "{?dns}" of a
 * URI template (RFC 8484 §4.1) is taken off, because queries are appended as that very variable.
 */
export function parseResolverUrl(text: string): ResolverUrl {
  const trimmed = text.trim().replace(/\{\?dns\}$/, '');
  if (trimmed === '') return { ok: false, fault: 'empty' };
  if (!URL.canParse(trimmed)) return { ok: false, fault: 'not-a-url' };
  const url = new URL(trimmed);
  if (url.protocol !== 'https:') return { ok: false, fault: 'not-https' };
  if (url.username !== '' || url.password !== '') return { ok: false, fault: 'credentials' };
  if (url.hash !== '') return { ok: false, fault: 'fragment' };
  return { ok: true, url: url.href };
}
