/** A recipient field in pieces, one recipient each (RFC 5322 §3.4). */
import { addressTokens } from './address-tokens';
import type { AddressToken } from './address-tokens';

/**
 * Splits at commas and semicolons that stand outside of quotes, comments, brackets and groups; the
 * semicolon because people and webmails separate with it too. Each member of a group
 * (`Name: a@example.org, b@example.org;`) becomes a piece, its name none. Empty pieces are dropped.
 *
 * What never ends (a quote, a bracket, a group) is one piece with all that follows, so that nothing of it
 * is taken for an address.
 */
export function splitRecipients(text: string): string[] {
  return splitTokens(addressTokens(text))
    .map((piece) => joined(piece).trim())
    .filter((piece) => piece !== '');
}

/** The same in tokens. */
export function splitTokens(tokens: readonly AddressToken[]): AddressToken[][] {
  const pieces: AddressToken[][] = [];
  for (let start = 0; start < tokens.length;) {
    const group = groupAt(tokens, start);
    if (group !== null) pieces.push(...splitMembers(tokens.slice(group.from, group.end)));
    const end = group?.end ?? separatorFrom(tokens, start);
    if (group === null) pieces.push(tokens.slice(start, end));
    start = end + 1;
  }
  return pieces.filter((piece) => piece.some(({ kind }) => kind !== 'blank'));
}

/**
 * A group that begins here: a name without any other special, then ":" up to the next ";" (RFC 5322 §3.4).
 * `from` is its first member's place, `end` that of the semicolon.
 */
function groupAt(tokens: readonly AddressToken[], start: number): { from: number; end: number } | null {
  let colon = start;
  while (isInName(tokens[colon])) colon += 1;
  if (tokens[colon]?.text !== ':' || !tokens.slice(start, colon).some(isWord)) return null;
  let end = colon + 1;
  while (end < tokens.length && tokens[end]?.text !== ';') end += 1;
  return end < tokens.length ? { from: colon + 1, end } : null;
}

/** Members are not groups themselves (RFC 5322 §3.4): a further colon makes its piece unreadable. */
function splitMembers(tokens: readonly AddressToken[]): AddressToken[][] {
  const pieces: AddressToken[][] = [];
  for (let start = 0; start < tokens.length;) {
    const end = separatorFrom(tokens, start);
    pieces.push(tokens.slice(start, end));
    start = end + 1;
  }
  return pieces;
}

/** Place of the next separator outside of angle brackets; the end if there is none or the bracket stays open. */
function separatorFrom(tokens: readonly AddressToken[], start: number): number {
  let inAngle = false;
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (isSpecial(token, '<')) inAngle = true;
    else if (isSpecial(token, '>')) inAngle = false;
    else if (!inAngle && (isSpecial(token, ',') || isSpecial(token, ';'))) return at;
    // A colon outside of brackets that opened no complete group: what follows is in doubt.
    else if (!inAngle && isSpecial(token, ':')) return tokens.length;
  }
  return tokens.length;
}

function isInName(token: AddressToken | undefined): boolean {
  return token !== undefined && token.kind !== 'special' && token.kind !== 'broken';
}

function isWord({ kind }: AddressToken): boolean {
  return kind === 'text' || kind === 'quoted';
}

function isSpecial(token: AddressToken, text: string): boolean {
  return token.kind === 'special' && token.text === text;
}

function joined(tokens: readonly AddressToken[]): string {
  return tokens.map(({ text }) => text).join('');
}
