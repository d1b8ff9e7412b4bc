/**
 * Names that live outside the public DNS. A query for one would only tell the resolver which private
 * machine somebody writes to, and its "does not exist" would say nothing about mail.
 *
 * `.test` and `.example` are special too (RFC 6761 §6.2, §6.5), but only in that nobody may register
 * them: resolvers answer them as usual, private deployments and this project's tests use them, and a
 * query for one gives nothing away. They are looked up.
 */
const OUTSIDE_DNS: readonly string[] = [
  'local', // multicast DNS, RFC 6762 §22.1
  'internal', // reserved for private use by ICANN's board, 2024-07-29
  'onion', // Tor, RFC 7686 §2: applications must not look it up
  'localhost', // RFC 6761 §6.3
  'invalid', // RFC 6761 §6.4
  'home.arpa', // home networks, RFC 8375 §4
  'alt', // other name systems, RFC 9476 §2
];

/**
 * Whether a domain (A-labels, lower case, no final dot) is not to be looked up: it is one of these or
 * below one, or it has a single label, which only a search list of the local network could complete.
 */
export function isSpecialUse(domain: string): boolean {
  if (!domain.includes('.')) return true;
  return OUTSIDE_DNS.some((name) => domain === name || domain.endsWith(`.${name}`));
}
