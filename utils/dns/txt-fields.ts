/**
 * The grammar that the TXT records of MTA-STS and TLSRPT have in common: a version, then fields, each
 * after a ";" with blanks around it (RFC 8461 §3.1, RFC 8460 §3).
 */
import { trimBlanks } from './trim-blanks';

/** `sts-extension`, `tlsrpt-extension`: the value has no blank, ";", "=", control or non-ASCII character. */
const FIELD = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}=[\x21-\x3A\x3C\x3E-\x7E]+$/;

/**
 * The fields of what stands behind the version's ";", without the blanks around them; an empty one is an
 * empty text. null where blanks follow the last field, which the grammar allows before a ";" only.
 */
export function splitFields(text: string): readonly string[] | null {
  const pieces = text.split(';');
  const last = pieces.pop() ?? '';
  // What follows the last ";" is either that delimiter's own blanks or an undelimited last field.
  if (trimBlanks(last) !== '') {
    if (/[ \t]$/.test(last)) return null;
    pieces.push(last);
  }
  return pieces.map(trimBlanks);
}

/** Whether a field is a well-formed `name=value`, known or not. */
export function isField(field: string): boolean {
  return FIELD.test(field);
}
