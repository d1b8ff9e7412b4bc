/**
 * The text of one MTA-STS TXT record, `v=STSv1; id=20260101T000000;` (RFC 8461 §3.1).
 *
 * The record says only that there is a policy and, by its id, when the policy changed. The grammar is
 * kept to the letter, because a sender that keeps it treats anything else as "no policy".
 */
import { isField, splitFields } from '@/utils/dns/txt-fields';
import type { RecordFault } from './record';

export type RecordParse =
  | { readonly ok: true; readonly id: string; readonly lowConfidence: boolean }
  | { readonly ok: false; readonly fault: RecordFault };

/** The version comes first and is case-sensitive (RFC 8461 §3.1). */
const VERSION = /^v=STSv1([ \t]*);/;

/** `sts-id`: 1–32 letters or digits (RFC 8461 §3.1). */
const ID = /^[A-Za-z0-9]{1,32}$/;

/**
 * Reads the text of one record, its strings already joined, one character an octet.
 *
 * `lowConfidence` marks a blank between `v=STSv1` and ";": the ABNF allows it, the rule which records to
 * discard does not (erratum 6285).
 */
export function parseRecord(text: string): RecordParse {
  const version = VERSION.exec(text);
  if (version === null) return fault('version-not-first');
  const fields = splitFields(text.slice(version[0].length));
  if (fields === null) return fault('trailing-blank');
  const result = readFields(fields);
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
    } else if (!isField(field)) {
      return { code: 'field-malformed' };
    }
  }
  return id ?? { code: 'id-missing' };
}

function fault(code: RecordFault['code']): RecordParse {
  return { ok: false, fault: { code } };
}
