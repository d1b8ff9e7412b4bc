import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecord } from '@/utils/mta-sts/parse-record';
import vectors from '../../vectors/sts-record.json';

const ID32 = 'abcdefghijABCDEFGHIJ012345678901';

describe('parseRecord', () => {
  it.each([
    ['v=STSv1; id=20260101T000000;', '20260101T000000', 'as in RFC 8461 §3.1'],
    ['v=STSv1;id=1', '1', 'no blanks, no last delimiter'],
    [`v=STSv1; id=${ID32};`, ID32, '32 characters'],
    ['v=STSv1; id=1; \t', '1', 'blanks after the last delimiter belong to it'],
    ['v=STSv1; ext=a; id=1;', '1', 'unknown field first'],
    ['v=STSv1; id=1; id=2;', '1', 'the first of two ids (RFC 8461 §3.2)'],
    ['v=STSv1; id=1; id=not-an-id;', '1', 'a later id is ignored'],
    ['v=STSv1; id=1; v=STSv9;', '1', 'a second version is an unknown field'],
    ['v=STSv1; id=1; a.b_c-d=!:<>~;', '1', 'every kind of character of a field (RFC 8461 §3.1)'],
  ])('%j → %s: %s', (text, id) => {
    expect(parseRecord(text)).toEqual({ ok: true, id, lowConfidence: false });
  });

  it.each([
    ['v=STSv1 ;id=1', 'space'],
    ['v=STSv1\t ; id=1;', 'tab and space'],
  ])('%j is read, with low confidence: %s (erratum 6285)', (text) => {
    expect(parseRecord(text)).toEqual({ ok: true, id: '1', lowConfidence: true });
  });

  it.each([
    ['v=STSv1', 'version-not-first', 'no delimiter'],
    ['V=STSv1; id=1;', 'version-not-first', 'key in capitals'],
    ['v=stsv1; id=1;', 'version-not-first', 'value in small letters'],
    ['v = STSv1; id=1;', 'version-not-first', 'blanks around "="'],
    ['v=STSv1;', 'id-missing', 'no field'],
    ['v=STSv1; ;', 'empty-field', 'one empty field'],
    ['v=STSv1; ID=1;', 'id-missing', 'key in capitals'],
    ['v=STSv1; ext=1;', 'id-missing', 'only an unknown field'],
    ['v=STSv1; id=;', 'id-malformed', 'empty'],
    [`v=STSv1; id=${ID32}x;`, 'id-malformed', '33 characters'],
    ['v=STSv1; id= 1;', 'id-malformed', 'blank before the value'],
    ['v=STSv1; id=1 2;', 'id-malformed', 'blank in the value'],
    ['v=STSv1; id=1_2;', 'id-malformed', 'underscore'],
    ['v=STSv1; id=1;;', 'empty-field', 'two delimiters'],
    ['v=STSv1;; id=1;', 'empty-field', 'two delimiters first'],
    ['v=STSv1; id=1; ; x=y', 'empty-field', 'blank between delimiters'],
    ['v=STSv1; id=1; x', 'field-malformed', 'no "="'],
    ['v=STSv1; id=1; x=;', 'field-malformed', 'no value'],
    ['v=STSv1; id=1; =x;', 'field-malformed', 'no name'],
    ['v=STSv1; id=1; x=a=b;', 'field-malformed', '"=" in a value'],
    ['v=STSv1; id=1; x=\u0007;', 'field-malformed', 'control'],
    ['v=STSv1; id=1\n', 'id-malformed', 'line feed at the end'],
    ['v=STSv1; id=1 ', 'trailing-blank', 'blank without delimiter'],
    ['v=STSv1; id=1; x=y\t', 'trailing-blank', 'tab without delimiter'],
  ])('%j is malformed, %s: %s', (text, code) => {
    expect(parseRecord(text)).toEqual({ ok: false, fault: { code } });
  });

  it('never throws, and an id it gives is one', () => {
    const piece = fc.constantFrom('v=STSv1', ';', ' ', '\t', 'id=', 'a', '1', '=', 'é', 'x=y', '\\');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const parse = parseRecord(pieces.join(''));
        if (parse.ok) expect(parse.id).toMatch(/^[A-Za-z0-9]{1,32}$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no longer than the text is long', () => {
    expect(parseRecord(`v=STSv1; id=1${' '.repeat(60_000)}x`).ok).toBe(false);
  }, 1000);
});

describe('vectors sts_record', () => {
  // Extensions are only checked, not kept: unknown fields are ignored (RFC 8461 §3.1).
  // Two rows differ from what their own projects answer, and agree with the RFC: a trailing blank without
  // delimiter (the resolver strips it, the ABNF has none), and leading blanks (the record does not begin
  // with "v=STSv1;" and is discarded).
  it.each(vectors)('$input ($source)', ({ input, expected }) => {
    const parse = parseRecord(input);
    expect(parse.ok).toBe(expected.valid);
    if (parse.ok) expect(parse.id).toBe(expected.id);
  });
});
