/** Splits a policy file into its lines (RFC 8461 §3.2). */
import type { PolicyFault } from './policy';
import { trimBlanks } from '@/utils/dns/trim-blanks';

export interface PolicyLine {
  /** Counts from 1. */
  readonly number: number;
  readonly key: string;
  /** Without the blanks around it; may be empty, which no key allows. */
  readonly value: string;
}

export type PolicyLines =
  | { readonly ok: true; readonly lines: readonly PolicyLine[] }
  | { readonly ok: false; readonly fault: PolicyFault };

/** `sts-policy-ext-name`, which also covers the keys with a meaning (RFC 8461 §3.2). */
const KEY = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/;

/** Inside a value only the space is a blank: no tab, no bare CR, no control character (RFC 8461 §3.2). */
const VALUE = /^[\x20-\x7E\u{80}-\u{10FFFF}]*$/u;

/**
 * Lines end in LF or CRLF, the last end is optional (RFC 8461 §3.2 ABNF; erratum 6253 on the text). The
 * grammar has no blank lines: senders that keep to it ignore the whole file, and so a blank line is a fault.
 */
export function readPolicyLines(text: string): PolicyLines {
  if (text === '') return { ok: false, fault: { code: 'empty' } };
  const rows = text.split(/\r?\n/);
  if (rows.at(-1) === '') rows.pop();
  const lines: PolicyLine[] = [];
  for (const [index, row] of rows.entries()) {
    const number = index + 1;
    const line = readLine(row, number);
    if (line === null) {
      return { ok: false, fault: { code: trimBlanks(row) === '' ? 'blank-line' : 'bad-line', line: number } };
    }
    lines.push(line);
  }
  return { ok: true, lines };
}

/** `key ":" *WSP value *WSP`: no blank before the key or the colon. Null if the row is none. */
function readLine(row: string, number: number): PolicyLine | null {
  const colon = row.indexOf(':');
  if (colon < 0) return null;
  const key = row.slice(0, colon);
  const value = trimBlanks(row.slice(colon + 1));
  return KEY.test(key) && VALUE.test(value) ? { number, key, value } : null;
}
