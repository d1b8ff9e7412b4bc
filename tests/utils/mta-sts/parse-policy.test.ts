import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from '@/utils/mta-sts/parse-policy';
import type { Policy, PolicyFault, PolicyParse } from '@/utils/mta-sts/policy';
import fetches from '../../vectors/sts-fetch.json';
import vectors from '../../vectors/sts-policy.json';

const parse = (text: string): PolicyParse => parsePolicy(new TextEncoder().encode(text));
const HEAD = 'version: STSv1\nmode: enforce\nmx: mx.d.example\nmax_age: 86400\n';
const NONE = 'version: STSv1\nmode: none\nmax_age: 60\n';

describe('parsePolicy', () => {
  const enforce: Policy = { mode: 'enforce', mx: ['mx.d.example'], maxAge: 86_400 };

  it.each<[string, Policy, string]>([
    [HEAD, enforce, 'LF'],
    [HEAD.replaceAll('\n', '\r\n'), enforce, 'CRLF'],
    [HEAD.replace('\n', '\r\n'), enforce, 'both'],
    [HEAD.trimEnd(), enforce, 'last line without an end'],
    [HEAD.replaceAll(': ', ':'), enforce, 'no blanks'],
    [HEAD.replaceAll(': ', ': \t ').replaceAll('\n', ' \t\n'), enforce, 'blanks around values'],
    [HEAD.replace('mx.d', 'MX.D'), enforce, 'host in capitals'],
    [`${HEAD}mx: *.d.example\n`, { ...enforce, mx: ['mx.d.example', '*.d.example'] }, 'two patterns'],
    [`${HEAD}mode: none\nversion: x\nmax_age: y\n`, enforce, 'later duplicates are ignored (RFC 8461 §3.2)'],
    [`${HEAD}ext-1.a_b: naïve: text\n`, enforce, 'unknown key, colon in the value'],
    [`${HEAD}ext: x\u0085y\n`, enforce, 'C1 control: UTF8-2 of the ABNF'],
    [NONE, { mode: 'none', mx: [], maxAge: 60 }, 'mode none needs no mx'],
    [`${NONE}mx: a.example\n`, { mode: 'none', mx: ['a.example'], maxAge: 60 }, 'mode none with mx'],
    [HEAD.replace('86400', '0'), { ...enforce, maxAge: 0 }, 'max_age 0 is legal'],
    [HEAD.replace('86400', '31557600'), { ...enforce, maxAge: 31_557_600 }, 'longest max_age'],
    [HEAD.replace('86400', '0000086400'), enforce, 'ten digits'],
  ])('%j: %#', (text, policy) => {
    expect(parse(text)).toEqual({ ok: true, policy, warnings: [] });
  });

  it('caps a longer max_age and says so (RFC 8461 §3.2, erratum 7282)', () => {
    expect(parse(HEAD.replace('86400', '9999999999'))).toEqual({
      ok: true,
      policy: { ...enforce, maxAge: 31_557_600 },
      warnings: ['max-age-capped'],
    });
  });

  it.each<[string, PolicyFault, string]>([
    ['', { code: 'empty' }, 'nothing'],
    ['\n', { code: 'blank-line', line: 1 }, 'blank line only'],
    [`${HEAD}\n`, { code: 'blank-line', line: 5 }, 'blank line last'],
    [HEAD.replace('mode', '\nmode'), { code: 'blank-line', line: 2 }, 'blank line between'],
    [HEAD.replace('mode', ' \t\nmode'), { code: 'blank-line', line: 2 }, 'line of blanks'],
    [`\uFEFF${HEAD}`, { code: 'bad-line', line: 1 }, 'byte order mark'],
    [`${HEAD}hello\n`, { code: 'bad-line', line: 5 }, 'no colon'],
    [` ${HEAD}`, { code: 'bad-line', line: 1 }, 'blank before the key'],
    [HEAD.replace('mode:', 'mode :'), { code: 'bad-line', line: 2 }, 'blank before the colon'],
    [`${HEAD}x: \n`, { code: 'bad-line', line: 5 }, 'unknown key without value'],
    [`${HEAD}: x\n`, { code: 'bad-line', line: 5 }, 'no key'],
    [`${HEAD}x: a\tb\n`, { code: 'bad-line', line: 5 }, 'tab in a value'],
    [`${HEAD}x: a\rb\n`, { code: 'bad-line', line: 5 }, 'bare CR'],
    [`${HEAD}x: a\u0000\n`, { code: 'bad-line', line: 5 }, 'NUL'],
    [HEAD.replaceAll('\n', '\r'), { code: 'bad-line', line: 1 }, 'CR alone ends no line'],
    [HEAD.replace('STSv1', 'STSv2'), { code: 'version-unknown', line: 1 }, 'another version'],
    [HEAD.replace('STSv1', 'stsv1'), { code: 'version-unknown', line: 1 }, 'version in small letters'],
    [HEAD.replace('version', 'Version'), { code: 'version-missing' }, 'key in capitals'],
    [HEAD.replace('enforce', 'Enforce'), { code: 'mode-unknown', line: 2 }, 'mode in capitals'],
    [HEAD.replace('mode: enforce\n', ''), { code: 'mode-missing' }, 'no mode'],
    [HEAD.replace('max_age: 86400\n', ''), { code: 'max-age-missing' }, 'no max_age'],
    [HEAD.replace('86400', ''), { code: 'max-age-malformed', line: 4 }, 'empty max_age'],
    [HEAD.replace('86400', '-1'), { code: 'max-age-malformed', line: 4 }, 'negative'],
    [HEAD.replace('86400', '1.5'), { code: 'max-age-malformed', line: 4 }, 'fraction'],
    [HEAD.replace('86400', '00000086400'), { code: 'max-age-malformed', line: 4 }, 'eleven digits'],
    [HEAD.replace('86400', '１'), { code: 'max-age-malformed', line: 4 }, 'fullwidth digit'],
    [HEAD.replace('mx: mx.d.example\n', ''), { code: 'mx-missing' }, 'no mx'],
    [`${NONE}mx: _x.example\n`, { code: 'mx-malformed', line: 4 }, 'a bad pattern also under mode none'],
    [`<!doctype html>\n`, { code: 'bad-line', line: 1 }, 'a web page'],
  ])('%j is malformed: %j (%s)', (text, fault) => {
    expect(parse(text)).toEqual({ ok: false, fault });
  });

  it.each([
    ['mx.d.example.', 'final dot'],
    ['mx_1.d.example', 'underscore'],
    ['mü.d.example', 'U-label'],
    ['*', 'star alone'],
    ['*.', 'star and nothing'],
    ['*mx.d.example', 'star within a label'],
    ['mx.*.example', 'star not first'],
    ['*.*.d.example', 'two stars'],
    ['-mx.d.example', 'hyphen first'],
    ['mx..example', 'empty label'],
    ['192.0.2.1', 'address'],
    ['[192.0.2.1]', 'address literal'],
    ['mx.d.example, b.example', 'list'],
    ['.d.example', 'the old form of a wildcard'],
    [`${'a'.repeat(64)}.example`, 'label of 64 octets'],
    [`${'a.'.repeat(127)}aa`, 'name of 256 octets'],
    ['', 'empty'],
  ])('refuses the pattern %s: %s', (pattern) => {
    const text = `version: STSv1\nmode: enforce\nmax_age: 1\nmx: ${pattern}\n`;
    expect(parse(text)).toEqual({ ok: false, fault: { code: 'mx-malformed', line: 4 } });
  });

  it('wants UTF-8', () => {
    const text = [...new TextEncoder().encode(`${HEAD}x: `), 0xe9];
    expect(parsePolicy(Uint8Array.from(text))).toEqual({ ok: false, fault: { code: 'not-utf8' } });
  });

  it('ends at 64 KiB (RFC 8461 §3.3)', () => {
    const filled = `${HEAD}x: `.padEnd(65_536, 'a');
    expect(parse(filled).ok).toBe(true);
    expect(parse(`${filled}a`)).toEqual({ ok: false, fault: { code: 'too-large' } });
  });

  it('takes no longer than the text is long', () => {
    expect(parse(`${HEAD}x: a${' '.repeat(65_000)}b`).ok).toBe(true);
    expect(parse('a\n'.repeat(32_000)).ok).toBe(false);
  }, 1000);

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (body) => void parsePolicy(body)));
  });
});

describe('vectors sts_policy', () => {
  // Rows with `source_expected` or `ambiguous` differ between projects. Here, by RFC 8461 §3.2: a line that
  // is no field makes the file malformed; max_age above the maximum is capped; an address in `mx` makes the
  // file malformed, because no certificate could match it (the ABNF alone would let it pass).
  it.each(vectors)('%#: $expected ($source)', ({ input, expected }) => {
    const text = typeof input === 'string' ? input : repeated(input.repeat);
    const result = parse(text);
    expect(result.ok).toBe(expected.valid);
    if (!result.ok) return;
    expect(result.policy).toEqual({ mode: expected.mode, mx: expected.mx, maxAge: expected.max_age });
    expect(result.warnings).toEqual(expected.warning === 'capped' ? ['max-age-capped'] : []);
  });

  function repeated([head, filler, times]: readonly (string | number)[]): string {
    return `${String(head)}${String(filler).repeat(Number(times))}`;
  }
});

describe('vectors sts_fetch', () => {
  it.each(fetches.filter(({ input }) => 'body' in input))(
    '%#: $expected ($source)',
    ({ input, expected }) => {
      expect(parse(input.body ?? '').ok).toBe(expected === 'ok');
    },
  );
  it('a file of 65538 octets', () => {
    const { input, expected } = fetches.find((vector) => 'bytes' in vector.input)!;
    expect(expected).toBe('error');
    expect(parse(HEAD.padEnd(input.bytes ?? 0, '\n')).ok).toBe(false);
  });
  it('leaves the rest to whoever fetches: certificate and DNS of the policy host', () => {
    const rest = fetches.filter(({ input }) => !('body' in input) && !('bytes' in input));
    expect(rest.map(({ input }) => Object.keys(input).sort().join())).toEqual(['cert,status', 'dns']);
  });
});
