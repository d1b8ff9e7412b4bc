/** Which pages the settings want a content script in. Permissions have no say: a broad grant adds nothing. */
import type { Settings } from '@/utils/settings/settings';
import { hostPattern } from './host-pattern';

/** A content script as it is registered with the browser. */
export interface WebmailScript {
  readonly id: string;
  /** Match patterns. */
  readonly matches: readonly string[];
}

/** What is needed of a webmail the manifest names hosts for. */
export interface MainstreamWebmail {
  readonly id: string;
  readonly matches: readonly string[];
}

/**
 * One script for each mainstream webmail that is on and one for each host the user added; none before
 * consent. A host stands in one script only, or its pages would get two.
 */
export function wantedScripts(settings: Settings, webmails: readonly MainstreamWebmail[]): WebmailScript[] {
  if (settings.consent === null) return [];
  const mainstream = webmails.filter((webmail) => webmail.matches.length > 0);
  const known = new Set(mainstream.flatMap((webmail) => webmail.matches));
  const added = new Set(settings.origins.map(hostPattern).filter((pattern) => pattern !== null));
  return [
    ...mainstream
      .filter((webmail) => !settings.webmailsOff.includes(webmail.id))
      .map(({ id, matches }) => ({ id: `webmail-${id}`, matches })),
    ...[...added]
      .filter((pattern) => !known.has(pattern))
      .map((pattern) => ({
        id: `host-${pattern.slice('https://'.length, -'/*'.length)}`,
        matches: [pattern],
      })),
  ];
}
