/**
 * From what a page shows of one recipient to the domain that is looked up (RFC 5322 §3.4, RFC 5321 §4.1.2).
 *
 * Only the domain is wanted; the local part is read just far enough to know where it ends. It fails
 * closed: an address that some mail program would read differently is unreadable, never guessed.
 */
import { addressTokens, isPlain, isSpecial, tokenText, trimmed, type AddressToken } from './address-tokens';
import { parseAddrSpec, unreadable } from './addr-spec';
import { readableName } from './readable-name';
import type { BareRecipient, Recipient } from './recipient';
import { splitTokens } from './recipient-list';

/**
 * Reads one recipient: an address, or a name and an address in angle brackets; comments may stand anywhere
 * between words. A list with more than one recipient is `several-addresses`.
 */
export function parseRecipient(text: string): Recipient {
  const bare = parseBareRecipient(text);
  if (bare.kind === 'unreadable') return bare;
  const { localPart, ...recipient } = bare;
  const internationalLocalPart = /\P{ASCII}/u.test(localPart);
  return recipient.kind === 'domain'
    ? { ...recipient, unicode: readableName(recipient.domain), internationalLocalPart }
    : { ...recipient, internationalLocalPart };
}

/** The same with less told of it, which is all a page needs and a good deal lighter. */
export function parseBareRecipient(text: string): BareRecipient {
  // A comment counts as a blank (RFC 5322 §3.2.2).
  const tokens = addressTokens(text).map((token) => (token.kind === 'comment' ? BLANK : token));
  const [only, ...others] = splitTokens(tokens);
  if (only === undefined) return unreadable('empty');
  if (others.length > 0) return unreadable('several-addresses');
  return parseMailbox(trimmed(only));
}

const BLANK: AddressToken = { kind: 'blank', text: ' ' };

/** `mailbox = name-addr / addr-spec` (RFC 5322 §3.4). */
function parseMailbox(tokens: readonly AddressToken[]): BareRecipient {
  const open = tokens.findIndex((token) => isSpecial(token, '<'));
  if (open < 0) return parseAddrSpec(tokens);
  if (!isSpecial(tokens.at(-1), '>')) return unreadable('bad-syntax');
  const inside = tokens.slice(open + 1, -1);
  return isName(tokens.slice(0, open), inside) ? parseAddrSpec(inside) : unreadable('bad-syntax');
}

/**
 * Whether what stands before the brackets can be a name. Words of any kind may; an "@" may not (RFC 5322
 * §3.2.5), because then there would be two addresses, unless it is the same one shown twice.
 */
function isName(tokens: readonly AddressToken[], address: readonly AddressToken[]): boolean {
  return tokens.every(isPlain) || written(tokens) === written(address);
}

function written(tokens: readonly AddressToken[]): string {
  return tokenText(tokens).trim().toLowerCase();
}
