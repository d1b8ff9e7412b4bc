/**
 * The text of one TLSRPT record, `v=TLSRPTv1; rua=mailto:reports@example.com` (RFC 8460 §3).
 *
 * It names the addresses to which senders report how often encryption failed.
 */
import { trimBlanks } from '@/utils/dns/trim-blanks';
import { isField, splitFields } from '@/utils/dns/txt-fields';
import type { ReportRecordFault } from './record';

export type ReportRecordParse =
  | { readonly ok: true; readonly rua: readonly string[] }
  | { readonly ok: false; readonly fault: ReportRecordFault };

/** The version comes first and is case-sensitive (RFC 8460 §3). */
const VERSION = /^v=TLSRPTv1[ \t]*;/;

/** A URI (RFC 3986 §3) in which ",", "!" and ";" would have to be encoded (RFC 8460 §3). */
const URI = /^[A-Za-z][A-Za-z0-9+.-]*:[\x22-\x2B\x2D-\x3A\x3C-\x7E]+$/;

/** The two schemes reports are sent by (RFC 8460 §3). */
const REPORTABLE = /^(?:mailto:|https:\/\/)./i;

/** Reads the text of one record, its strings already joined, one character an octet. */
export function parseReportRecord(text: string): ReportRecordParse {
  const version = VERSION.exec(text);
  if (version === null) return fault('version-not-first');
  const fields = splitFields(text.slice(version[0].length));
  if (fields === null) return fault('trailing-blank');
  const uris: string[] = [];
  for (const field of fields) {
    if (field === '') return fault('empty-field');
    if (field.startsWith('rua=')) uris.push(...field.slice('rua='.length).split(',').map(trimBlanks));
    else if (!isField(field)) return fault('field-malformed');
  }
  if (!uris.every((uri) => URI.test(uri))) return fault('rua-malformed');
  const rua = uris.filter((uri) => REPORTABLE.test(uri));
  return rua.length > 0 ? { ok: true, rua } : fault('rua-missing');
}

function fault(code: ReportRecordFault['code']): ReportRecordParse {
  return { ok: false, fault: { code } };
}
