import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ROOT,
  hostText,
  isAtOrBelow,
  nameFromLabels,
  nameKey,
  nameLabels,
  parseName,
  sameName,
  type Name,
} from '@/utils/dns/name';
import { canonicalNameWire, nameFromWire, nameToWire } from '@/utils/dns/name-wire';
import dnsNames from '../../vectors/dns-names.json';

const name = (text: string): Name => {
  const parsed = parseName(text);
  if (parsed === null) throw new Error(`not a name: ${text}`);
  return parsed;
};
const longLabel = 'a'.repeat(63);

describe('parseName', () => {
  const good: [text: string, name: string, why: string][] = [
    ['example.org', 'example.org', 'plain'],
    ['example.org.', 'example.org', 'a final dot says "absolute" and is dropped'],
    ['Example.ORG', 'Example.ORG', 'case is kept'],
    ['.', '.', 'the root'],
    ['_25._tcp.mx.example.org', '_25._tcp.mx.example.org', 'underscores'],
    ['a b.example'.replace(' ', '\\032'), 'a\\032b.example', 'an escaped blank'],
    ['\\097.example', 'a.example', 'an escape that was not needed'],
    ['\\@.example', '@.example', 'an escape that was not needed either'],
    ['first\\.last.example.org', 'first\\.last.example.org', 'a dot inside a label (RNAME)'],
    ['a\\046b.example', 'a\\.b.example', 'the same dot in decimal'],
    ['a\\\\.example', 'a\\\\.example', 'a backslash, then a real dot'],
    ['\\255.\\000', '\\255.\\000', 'any octet'],
    [`${longLabel}.example`, `${longLabel}.example`, 'a label of 63 octets'],
    [`${longLabel}.${longLabel}.${longLabel}.${'a'.repeat(61)}`, '', 'a name of 255 octets'],
    ['2001:db8::1', '2001:db8::1', 'DNS does not mind; hostText does'],
  ];
  it.each(good)('reads %s as %s: %s', (text, expected) => {
    expect(parseName(text)).toBe(expected === '' ? text : expected);
  });

  const bad: [text: string, why: string][] = [
    ['', 'empty'],
    ['..', 'no labels'],
    ['.example', 'empty first label'],
    ['a..example', 'empty label within'],
    ['example..', 'two final dots'],
    [`${'a'.repeat(64)}.example`, 'a label of 64 octets'],
    [`${longLabel}.${longLabel}.${longLabel}.${'a'.repeat(62)}`, 'a name of 256 octets'],
    ['a b.example', 'a bare blank'],
    ['exämple.org', 'no A-label'],
    ['a\\', 'an escape of nothing'],
    ['a\\25', 'two digits'],
    ['a\\256', 'no octet'],
    ['a\\1x2', 'no number'],
    ['a\nb', 'a control character'],
    ['a'.repeat(100_000), 'far too long'],
  ];
  it.each(bad)('refuses %j: %s', (text) => {
    expect(parseName(text)).toBeNull();
  });
});

describe('labels', () => {
  it('gives them back in order, each with its escapes', () => {
    expect(nameLabels(name('first\\.last.a\\\\.\\032.org'))).toEqual([
      'first\\.last',
      'a\\\\',
      '\\032',
      'org',
    ]);
    expect(nameLabels(ROOT)).toEqual([]);
  });

  it('makes a name only of proper labels', () => {
    expect(nameFromLabels([])).toBe('.');
    expect(nameFromLabels([[0x61], []])).toBeNull();
    expect(nameFromLabels([new Uint8Array(64)])).toBeNull();
    expect(nameFromLabels(Array.from({ length: 128 }, () => [0x61]))).toBeNull();
    expect(nameFromLabels(Array.from({ length: 127 }, () => [0x61]))).not.toBeNull();
  });
});

describe('comparing', () => {
  it('minds nothing but ASCII case', () => {
    expect(sameName(name('EXAMPLE.org'), name('example.ORG.'))).toBe(true);
    expect(nameKey(name('EXAMPLE.org'))).toBe('example.org');
    expect(sameName(name('\\196.org'), name('\\228.org'))).toBe(false); // Ä and ä in Latin-1 (RFC 4343 §3.1)
    expect(sameName(name('a.b'), name('a\\.b'))).toBe(false);
  });

  const relations: [name: string, ancestor: string, expected: boolean, why: string][] = [
    ['a.example.org', 'Example.org', true, 'below'],
    ['example.org', 'example.org', true, 'itself'],
    ['example.org', '.', true, 'all is below the root'],
    ['org', 'example.org', false, 'above'],
    ['badexample.org', 'example.org', false, 'ends alike, but not at a label'],
    ['bad\\.example.org', 'example.org', false, 'the dot belongs to the label'],
    ['.', 'org', false, 'the root is below nothing'],
  ];
  it.each(relations)('isAtOrBelow(%s, %s) is %s: %s', (below, above, expected) => {
    expect(isAtOrBelow(name(below), name(above))).toBe(expected);
  });
});

describe('hostText', () => {
  const cases: [name: string, host: string | null, why: string][] = [
    ['MX1.Example.ORG.', 'mx1.example.org', 'lower case, no dot'],
    ['_mta-sts.example.org', '_mta-sts.example.org', 'underscore'],
    ['xn--d1acufc.xn--p1ai', 'xn--d1acufc.xn--p1ai', 'A-labels'],
    ['1and1.example', '1and1.example', 'digit first (RFC 1123 §2.1)'],
    ['3com', '3com', 'not a number'],
    ['.', null, 'the root is no host'],
    ['-a.example', null, 'hyphen first'],
    ['a-.example', null, 'hyphen last'],
    ['a\\.b.example', null, 'a dot in a label'],
    ['a\\032b.example', null, 'a blank'],
    ['*.example', null, 'an asterisk'],
    ['192.0.2.1', null, 'an IPv4 address'],
    ['mx.1', null, 'ends in a number, so a URL would hold it for an address'],
    ['mx.0x7f', null, 'in hexadecimal, too'],
    ['0x7f000001', null, 'as one number'],
    ['example.0x', null, 'an empty number counts as 0 there'],
  ];
  it.each(cases)('of %s is %s: %s', (text, expected) => {
    expect(hostText(name(text))).toBe(expected);
  });
});

describe('published vectors (isDNSName)', () => {
  /** Where hostText answers otherwise, and why. */
  const deviations: Readonly<Record<string, string>> = {
    'bad_name.example': 'the underscore is no LDH, but hosts and CNAME targets with it exist and resolve',
  };
  it.each(dnsNames.cases)('$input: $expected', ({ input, expected }) => {
    const parsed = parseName(input);
    const isHost = parsed !== null && hostText(parsed) !== null;
    expect(isHost).toBe(input in deviations ? !expected : expected);
  });
});

describe('wire form', () => {
  const labels = fc.array(fc.uint8Array({ minLength: 1, maxLength: 63 }), { maxLength: 3 });

  it('and text give each other back, whatever the octets', () => {
    fc.assert(
      fc.property(labels, (octets) => {
        const text = nameFromLabels(octets);
        if (text === null) throw new Error('four labels of 63 octets fit');
        expect(parseName(text)).toBe(text);
        expect(nameFromWire(nameToWire(text))).toBe(text);
        expect([...nameToWire(text)]).toEqual([...octets.flatMap((label) => [label.length, ...label]), 0]);
        expect(nameLabels(text)).toHaveLength(octets.length);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('never lets two names share a text', () => {
    const dotty = fc.array(
      fc.array(fc.constantFrom(0x2e, 0x5c, 0x30, 0x34, 0x36, 0x61, 0x00), { minLength: 1, maxLength: 4 }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(dotty, dotty, (a, b) => {
        expect(nameFromLabels(a) === nameFromLabels(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
      { seed: 2, numRuns: 20_000 },
    );
  });

  it('is lower-cased for DNSSEC, length octets excepted', () => {
    const wire = canonicalNameWire(name(`${'A'.repeat(63)}.Z\\091`));
    expect([...wire]).toEqual([63, ...new Uint8Array(63).fill(0x61), 2, 0x7a, 0x5b, 0]);
  });
});
