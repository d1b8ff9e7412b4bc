/** A resolver that strips or changes what it passes on. None of it may come out as secure. */
import { beforeAll, describe, expect, it } from 'vitest';
import { mx } from '../dns/build-message';
import { makeBench, summary, type Tamper } from './bench';
import { everywhere, makeLiedAboutTree, on } from './lied-about-tree';
import type { SignedTree } from './signed-tree';
import { flipped, withData, without, withoutSignatures } from './tampering';

let tree: SignedTree;
beforeAll(async () => {
  tree = await makeLiedAboutTree();
});

describe('stripping', () => {
  it.each<[string, Tamper, string, string]>([
    [
      'MX good.test',
      everywhere((m) => withoutSignatures(m)),
      'indeterminate: signatures-stripped',
      'all of them',
    ],
    [
      'MX good.test',
      on('DNSKEY .', (m) => withoutSignatures(m)),
      'indeterminate: signatures-stripped',
      "the root's",
    ],
    [
      'MX good.test',
      on('DS test', (m) => withoutSignatures(m)),
      'indeterminate: signatures-stripped',
      'of the root',
    ],
    [
      'MX good.test',
      on('DS test', (m) => without(m, 'DS')),
      'indeterminate: signatures-stripped',
      'DS and all',
    ],
    ['MX good.test', on('DNSKEY .', () => null), 'indeterminate: no-answer', 'the root does not answer'],
    [
      'MX good.test',
      on('DS good.test', () => null),
      'indeterminate: no-answer',
      'the zone above does not answer',
    ],
    [
      'MX good.test',
      on('DNSKEY good.test', () => null),
      'indeterminate: no-answer',
      'the zone does not answer',
    ],
    ['MX good.test', on('MX good.test', () => null), 'indeterminate: no-answer', 'no answer at all'],
    [
      'MX good.test',
      on('MX good.test', (m) => withoutSignatures(m)),
      'bogus: missing-signature',
      'of the answer',
    ],
    [
      'MX good.test',
      on('DS good.test', (m) => withoutSignatures(m)),
      'bogus: missing-signature',
      'of the DS',
    ],
    [
      'MX good.test',
      on('DS good.test', (m) => without(m, 'DS')),
      'bogus: missing-signature',
      'the DS with its signature',
    ],
    [
      'MX good.test',
      on('DNSKEY good.test', (m) => withoutSignatures(m)),
      'bogus: missing-signature',
      'of the keys',
    ],
    [
      'MX good.test',
      on('DNSKEY good.test', (m) => without(m, 'DNSKEY')),
      'bogus: no-matching-key',
      'the keys',
    ],
    ['TXT good.test', on('TXT good.test', (m) => without(m, 'NSEC')), 'bogus: no-proof', 'the proof'],
    [
      'TXT good.test',
      on('TXT good.test', (m) => withoutSignatures(m, 'NSEC')),
      'bogus: no-proof',
      'of the proof',
    ],
    [
      'A some.wild.good.test',
      on('A some.wild.good.test', (m) => without(m, 'NSEC')),
      'bogus: missing-signature',
      'the proof that there is nothing closer',
    ],
    [
      'MX unsigned.test',
      on('DS unsigned.test', (m) => without(m, 'NSEC')),
      'bogus: no-proof',
      'the proof that there is no DS',
    ],
    [
      'MX unsigned.test',
      on('DS unsigned.test', (m) => withoutSignatures(m)),
      'bogus: missing-signature',
      'of that proof',
    ],
  ])('%s: %s → %s (%s)', async (question, tamper, expected) => {
    expect(summary(await makeBench(tree, { tamper }).validate(question))).toBe(expected);
  });
});

describe('changing', () => {
  it.each<[string, Tamper, string, string]>([
    [
      'MX good.test',
      on('MX good.test', (m) => withData(m, 'MX', (d) => flipped(d, 1))),
      'bogus: bad-signature',
      'a preference',
    ],
    [
      'MX good.test',
      on('MX good.test', (m) => withData(m, 'RRSIG', (d) => flipped(d, -1))),
      'bogus: bad-signature',
      'a signature',
    ],
    [
      'MX good.test',
      on('MX good.test', (m) => withData(m, 'RRSIG', (d) => flipped(d, 11))),
      'bogus: bad-signature',
      'the expiration',
    ],
    [
      'MX good.test',
      on('DS good.test', (m) => withData(m, 'DS', (d) => flipped(d, -1))),
      'bogus: bad-signature',
      'a digest',
    ],
    [
      'MX good.test',
      on('DNSKEY good.test', (m) => withData(m, 'DNSKEY', (d) => flipped(d, -1))),
      'bogus: no-matching-key',
      'a key',
    ],
    [
      'MX good.test',
      on('DNSKEY .', (m) => withData(m, 'DNSKEY', (d) => flipped(d, -1))),
      'bogus: no-matching-key',
      "the root's key",
    ],
    [
      'TXT good.test',
      on('TXT good.test', (m) => withData(m, 'NSEC', (d) => flipped(d, -2))),
      'bogus: bad-signature',
      'the list of types',
    ],
  ])('%s: %s → %s (%s)', async (question, tamper, expected) => {
    expect(summary(await makeBench(tree, { tamper }).validate(question))).toBe(expected);
  });

  it('one record more in a signed set', async () => {
    const tamper = on('MX good.test', (m) => ({
      ...m,
      answers: [...m.answers!, mx('good.test', 1, 'mx.evil.test')],
    }));
    expect(summary(await makeBench(tree, { tamper }).validate('MX good.test'))).toBe('bogus: bad-signature');
  });
});
