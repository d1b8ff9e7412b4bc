/** A bare address: local part, "@", domain (RFC 5322 §3.4.1, RFC 5321 §4.1.2, RFC 6531 §3.3). */
import { readAddressLiteral } from './address-literal';
import { isPlain, isSpecial, tokenText, trimmed, type AddressToken } from './address-tokens';
import { toBareDomain } from './domain-name';
import type { AddressFault, BareRecipient } from './recipient';

/**
 * Words divided by single dots, each an atom or, as a `"`, a quoted string. Atoms take everything beyond
 * ASCII but controls (RFC 6531 §3.3).
 */
const LOCAL_PART = /^(?:[\w!#$%&'*+/=?^`{|}~-]|(?!\p{Cc})\P{ASCII})+$|^"$/u;

/** Reads the tokens of an address without name and brackets; blanks may stand around the "@" only. */
export function parseAddrSpec(tokens: readonly AddressToken[]): BareRecipient {
  const at = tokens.findIndex((token) => isSpecial(token, '@'));
  if (at < 0) return unreadable(tokens.every(isPlain) ? 'no-at' : 'bad-syntax');
  const local = trimmed(tokens.slice(0, at));
  const domain = trimmed(tokens.slice(at + 1));
  if (![...local, ...domain].every(isPlain) || !isLocalPart(local)) return unreadable('bad-syntax');
  return readDomain(domain, tokenText(local));
}

function isLocalPart(tokens: readonly AddressToken[]): boolean {
  if (tokens.some(({ kind, text }) => kind === 'blank' || /\p{Cc}/u.test(text))) return false;
  // Inside quotes everything is allowed, so that only the place of a quoted word matters.
  const outline = tokens.map(({ kind, text }) => (kind === 'quoted' ? '"' : text)).join('');
  return outline.split('.').every((word) => LOCAL_PART.test(word));
}

/** The domain is one literal or one run of text: no name is written with the blank, quote or bracket of others. */
function readDomain(tokens: readonly AddressToken[], localPart: string): BareRecipient {
  const [only, ...others] = tokens;
  if (only === undefined) return unreadable('bad-domain');
  if (only.kind === 'literal' && others.length === 0) {
    const literal = readAddressLiteral(only.text.slice(1, -1));
    return literal === null ? unreadable('bad-domain') : { kind: 'address-literal', literal, localPart };
  }
  const parse = toBareDomain(tokenText(tokens));
  if (!parse.ok) return unreadable(parse.fault);
  return { kind: 'domain', domain: parse.domain, localPart };
}

/** A recipient whose domain cannot be read, and why. */
export function unreadable(fault: AddressFault): BareRecipient {
  return { kind: 'unreadable', fault };
}
