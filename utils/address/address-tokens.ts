/**
 * The text of recipient fields in tokens (RFC 5322 §3.2): what stands in quotes, comments and square
 * brackets holds no separators, and everything else is told apart only by them.
 */
export type AddressTokenKind =
  /** Characters without a meaning of their own. */
  | 'text'
  /** "…" (RFC 5322 §3.2.4). */
  | 'quoted'
  /** (…), nested (RFC 5322 §3.2.2). */
  | 'comment'
  /** […] (RFC 5322 §3.4.1). */
  | 'literal'
  | 'blank'
  /** One of < > , ; : @ */
  | 'special'
  /** A quote, comment or bracket that never ends, with all that follows. */
  | 'broken';

export interface AddressToken {
  readonly kind: AddressTokenKind;
  /** As written, delimiters included. */
  readonly text: string;
}

const SPECIALS = '<>,;:@';

/** What begins a token that is no plain text. */
const BOUNDARY = /[<>,;:@"([\s]/u;

/** Splits the text into tokens; joined, they give the text again. */
export function addressTokens(text: string): AddressToken[] {
  const tokens: AddressToken[] = [];
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

/** Whether the token is the special character `text`. */
export function isSpecial(token: AddressToken | undefined, text: string): boolean {
  return token?.kind === 'special' && token.text === text;
}

/** Whether the token can be part of a name or of either side of an address. */
export function isPlain(token: AddressToken | undefined): boolean {
  return token !== undefined && token.kind !== 'special' && token.kind !== 'broken';
}

/** What the tokens were before they were split. */
export function tokenText(tokens: readonly AddressToken[]): string {
  return tokens.map(({ text }) => text).join('');
}

/** The tokens without the blanks at either end. */
export function trimmed(tokens: readonly AddressToken[]): readonly AddressToken[] {
  const first = tokens.findIndex(({ kind }) => kind !== 'blank');
  const last = tokens.findLastIndex(({ kind }) => kind !== 'blank');
  return first < 0 ? [] : tokens.slice(first, last + 1);
}

function tokenAt(text: string, start: number): AddressToken {
  const first = text.charAt(start);
  if (SPECIALS.includes(first)) return { kind: 'special', text: first };
  if (first === '"') return enclosed('quoted', text, start, endOfQuoted(text, start));
  if (first === '(') return enclosed('comment', text, start, endOfComment(text, start));
  if (first === '[') return enclosed('literal', text, start, text.indexOf(']', start));
  if (/\s/u.test(first)) return { kind: 'blank', text: first };
  let end = start + 1;
  while (end < text.length && !BOUNDARY.test(text.charAt(end))) end += 1;
  return { kind: 'text', text: text.slice(start, end) };
}

function enclosed(kind: AddressTokenKind, text: string, start: number, last: number): AddressToken {
  return last < 0 ? { kind: 'broken', text: text.slice(start) } : { kind, text: text.slice(start, last + 1) };
}

/** Place of the closing quote, or -1. A backslash takes the meaning of the next character (RFC 5322 §3.2.1). */
function endOfQuoted(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === '"') return at;
  }
  return -1;
}

/** Place of the parenthesis that closes the comment, or -1. */
function endOfComment(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}
