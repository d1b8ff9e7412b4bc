/** What may stand behind `mx:` in a policy: a host name, or `*.` and a host name (RFC 8461 §3.2). */

/** One label of a host name (RFC 5321 §4.1.2 "sub-domain", RFC 1035 §2.3.4): no underscore, no U-label. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** Longest text form of a domain name without final dot: 255 octets on the wire (RFC 1035 §2.3.4). */
const LONGEST_NAME = 253;

/**
 * Whether the text is `["*."] Domain` of RFC 8461 §3.2.
 *
 * Deviation: an all-digit last label is refused although the ABNF lets it pass. No such name exists, and
 * an address written as `mx` can match no certificate (RFC 8461 §4.1 compares DNS-IDs).
 */
export function isMxPattern(text: string): boolean {
  const domain = text.startsWith('*.') ? text.slice(2) : text;
  if (domain.length > LONGEST_NAME) return false;
  const labels = domain.split('.');
  return labels.every((label) => LABEL.test(label)) && !/^[0-9]+$/.test(labels.at(-1) ?? '');
}
