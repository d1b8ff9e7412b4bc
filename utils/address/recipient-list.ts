/** A recipient field in pieces, one recipient each (RFC 5322 §3.4). */
import { addressTokens, isPlain, isSpecial, tokenText, type AddressToken } from './address-tokens';

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
    .map((piece) => tokenText(piece).trim())
    .filter((piece) => piece !== '');
}

/**
 * The same in tokens. Members of a group are not groups themselves (RFC 5322 §3.4): a further colon makes
 * its piece unreadable.
 */
export function splitTokens(tokens: readonly AddressToken[], mayGroup = true): AddressToken[][] {
  const pieces: AddressToken[][] = [];
  for (let start = 0; start < tokens.length;) {
    const group = mayGroup ? groupAt(tokens, start) : null;
    const end = group?.end ?? separatorFrom(tokens, start);
    if (group) pieces.push(...splitTokens(tokens.slice(group.from, end), false));
    else pieces.push(tokens.slice(start, end));
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
  while (isPlain(tokens[colon])) colon += 1;
  if (!isSpecial(tokens[colon], ':') || !tokens.slice(start, colon).some(isWord)) return null;
  let end = colon + 1;
  while (end < tokens.length && !isSpecial(tokens[end], ';')) end += 1;
  return end < tokens.length ? { from: colon + 1, end } : null;
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

function isWord({ kind }: AddressToken): boolean {
  return kind === 'text' || kind === 'quoted';
}
