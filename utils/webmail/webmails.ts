/** Every webmail this project knows, and which of them a page is. */
import type { Webmail } from './contract';
import { GMAIL } from './gmail';
import { matchesPattern } from './match-pattern';
import { recognise } from './recognise';
import { ROUNDCUBE } from './roundcube';

export const WEBMAILS: readonly Webmail[] = [GMAIL, ROUNDCUBE];

/** Match patterns of the mainstream webmails: the manifest's required hosts. */
export function manifestMatches(): string[] {
  return WEBMAILS.flatMap((webmail) => webmail.matches);
}

/** Those a page at `url` may be: the one its host belongs to, else all that are found self-hosted. */
export function webmailsAt(url: string): readonly Webmail[] {
  const owner = WEBMAILS.find(({ matches }) => matches.some((pattern) => matchesPattern(pattern, url)));
  return owner ? [owner] : WEBMAILS.filter(({ matches }) => matches.length === 0);
}

/** The webmail that `document` at `url` is; null if none. */
export function webmailFor(document: Document, url: string): Webmail | null {
  return recognise(webmailsAt(url), document);
}
