import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReportRecord } from '@/utils/tlsrpt/parse-record';
import vectors from '../../vectors/tlsrpt-record.json';

const MAIL = 'mailto:reports@example.com';

describe('parseReportRecord', () => {
  it.each([
    ['v=TLSRPTv1;rua=mailto:reports@example.com', [MAIL], 'as in RFC 8460 §3.1.1'],
    [
      'v=TLSRPTv1; rua=https://reporting.example.com/v1/tlsrpt',
      ['https://reporting.example.com/v1/tlsrpt'],
      'https',
    ],
    [
      `v=TLSRPTv1; rua=${MAIL},https://r.example/x?a=b;`,
      [MAIL, 'https://r.example/x?a=b'],
      'two, one with "="',
    ],
    [
      `v=TLSRPTv1; rua=${MAIL} ,\tmailto:b@example.com`,
      [MAIL, 'mailto:b@example.com'],
      'blanks around the comma',
    ],
    [`v=TLSRPTv1; rua=MAILTO:reports@example.com`, ['MAILTO:reports@example.com'], 'schemes have no case'],
    [`v=TLSRPTv1; ext=yes; rua=${MAIL}`, [MAIL], 'an unknown field first'],
    [`v=TLSRPTv1; rua=ftp://r.example/,${MAIL}`, [MAIL], 'reports cannot go by ftp'],
    [`v=TLSRPTv1 ; rua=${MAIL}`, [MAIL], 'a blank before the ";"'],
  ])('%j → %j: %s', (text, rua) => {
    expect(parseReportRecord(text)).toEqual({ ok: true, rua });
  });

  it.each([
    ['v=TLSRPTv1', 'version-not-first', 'no delimiter'],
    ['V=TLSRPTv1; rua=mailto:a@b.example', 'version-not-first', 'key in capitals'],
    [`rua=${MAIL}; v=TLSRPTv1;`, 'version-not-first', 'version last'],
    ['v=TLSRPTv1;', 'rua-missing', 'no field'],
    ['v=TLSRPTv1; RUA=mailto:a@b.example', 'rua-missing', 'key in capitals'],
    ['v=TLSRPTv1; rua=ftp://r.example/', 'rua-missing', 'no scheme reports go by'],
    ['v=TLSRPTv1; rua=https://', 'rua-missing', 'no host'],
    ['v=TLSRPTv1; rua=', 'rua-malformed', 'empty'],
    [`v=TLSRPTv1; rua=${MAIL},`, 'rua-malformed', 'nothing behind the comma'],
    ['v=TLSRPTv1; rua=reports@example.com', 'rua-malformed', 'no scheme'],
    [`v=TLSRPTv1; rua=${MAIL}!10m`, 'rua-malformed', '"!" must be encoded (RFC 8460 §3)'],
    [`v=TLSRPTv1; rua=${MAIL} b`, 'rua-malformed', 'a blank within'],
    [`v=TLSRPTv1; rua=${MAIL};;`, 'empty-field', 'an empty field'],
    [`v=TLSRPTv1; rua=${MAIL}; more=`, 'field-malformed', 'no value'],
    [`v=TLSRPTv1; rua=${MAIL} `, 'trailing-blank', 'a blank without ";"'],
  ])('%j is malformed: %s (%s)', (text, code) => {
    expect(parseReportRecord(text)).toEqual({ ok: false, fault: { code } });
  });

  it.each(vectors)('agrees with $source: $input', ({ input, expected }) => {
    const parse = parseReportRecord(input);
    expect(parse.ok ? { valid: true, rua: parse.rua } : { valid: false }).toEqual(expected);
  });

  it('takes any text without throwing, and quickly', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const parse = parseReportRecord(`v=TLSRPTv1;${text}`);
        return parse.ok ? parse.rua.every((uri) => /^(?:mailto|https):[^\s,;!]+$/i.test(uri)) : true;
      }),
    );
    expect(parseReportRecord(`v=TLSRPTv1;${' '.repeat(60_000)}x `).ok).toBe(false);
  });
});
