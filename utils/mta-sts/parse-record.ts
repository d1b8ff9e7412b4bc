/**
 * The text of one MTA-STS TXT record, `v=STSv1; id=20260101T000000;` (RFC 8461 §3.1).
 *
 * The record says only that there is a policy and, by its id, when the policy changed. The grammar is
 * kept to the letter, because a sender that keeps it treats anything else as "no policy".
 */
import type { RecordFault } from './record';
import { trimBlanks } from './trim-blanks';

export type RecordParse =
  | { readonly ok: true; readonly id: string; readonly lowConfidence: boolean }
  | { readonly ok: false; readonly fault: RecordFault };

/** The version comes first and is case-sensitive (RFC 8461 §3.1). */
const VERSION = /^v=STSv1([ \t]*);/;

/** `sts-id`: 1–32 letters or digits (RFC 8461 §3.1). */
const ID = /^[A-Za-z0-9]{1,32}$/;

/** `sts-extension` (RFC 8461 §3.1); the value has no blank, ";", "=", control or non-ASCII character. */
const FIELD = /^([A-Za-z0-9][A-Za-z0-9_.-]{0,31})=([\x21-\x3A\x3C\x3E-\x7E]+)$/;

/**
 * Reads the text of one record, its strings already joined, one character an octet.
 *
 * `lowConfidence` marks a blank between `v=STSv1` and ";": the ABNF allows it, the rule which records to
 * discard does not (erratum 6285).
 */
export function parseRecord(text: string): RecordParse {
  const version = VERSION.exec(text);
  if (version === null) return fault('version-not-first');
  const pieces = text.slice(version[0].length).split(';');
  const last = pieces.pop() ?? '';
  // What follows the last ";" is either that delimiter's own blanks or an undelimited last field.
  if (trimBlanks(last) !== '') {
    if (/[ \t]$/.test(last)) return fault('trailing-blank');
    pieces.push(last);
  }
  const result = readFields(pieces.map(trimBlanks));
  return typeof result === 'string'
    ? { ok: true, id: result, lowConfidence: version[1] !== '' }
    : { ok: false, fault: result };
}

/** The id, or why there is none. The first of two ids counts (RFC 8461 §3.2), unknown fields do not. */
function readFields(fields: readonly string[]): string | RecordFault {
  let id: string | null = null;
  for (const field of fields) {
    if (field === '') return { code: 'empty-field' };
    if (id === null && field.startsWith('id=')) {
      id = field.slice('id='.length);
      if (!ID.test(id)) return { code: 'id-malformed' };
    } else if (!FIELD.test(field)) {
      return { code: 'field-malformed' };
    }
  }
  return id ?? { code: 'id-missing' };
}

function fault(code: RecordFault['code']): RecordParse {
  return { ok: false, fault: { code } };
}
