/** Unsigned zones and aliases as ways around the chain of signatures. */
import { beforeAll, describe, expect, it } from 'vitest';
import { cname, type BuiltRecord } from '../dns/build-message';
import { makeBench, summary, type Tamper } from './bench';
import { a, makeLiedAboutTree, on } from './lied-about-tree';
import type { SignedTree } from './signed-tree';
import { keeping, withoutSignatures } from './tampering';

let tree: SignedTree;
beforeAll(async () => {
  tree = await makeLiedAboutTree();
});

describe('unsigned zones as a way in', () => {
  it.each<[string, Tamper, string, string]>([
    [
      'MX good.test',
      (asked, m) => {
        if (asked === 'MX good.test') return withoutSignatures(m);
        return asked === 'DS good.test' ? { ...m, answers: [], authorities: [] } : m;
      },
      'bogus: missing-signature',
      'a zone that is said to be unsigned, without proof',
    ],
    [
      'A mx.good.test',
      (asked, m) => (asked === 'A mx.good.test' ? withoutSignatures(m) : m),
      'bogus: missing-signature',
      'a host is no delegation (RFC 6840 §4.4)',
    ],
  ])('%s: %s → %s (%s)', async (question, tamper, expected) => {
    expect(summary(await makeBench(tree, { tamper }).validate(question))).toBe(expected);
  });

  it('the unsigned delegation of another zone does not count', async () => {
    const other = await makeBench(tree).honest('DS unsigned.test');
    const tamper: Tamper = (asked, m) => {
      if (asked === 'MX good.test') return withoutSignatures(m);
      return asked === 'DS good.test' ? { ...other, question: { name: 'good.test', type: 'DS' } } : m;
    };
    expect(summary(await makeBench(tree, { tamper }).validate('MX good.test'))).toBe('bogus: no-proof');
  });

  it('what the zone itself says of its DS does not count', async () => {
    const apex = await makeBench(tree).honest('TXT good.test');
    const tamper: Tamper = (asked, m) => {
      if (asked === 'MX good.test') return withoutSignatures(m);
      return asked === 'DS good.test' ? { ...apex, question: { name: 'good.test', type: 'DS' } } : m;
    };
    expect((await makeBench(tree, { tamper }).validate('MX good.test')).security).toBe('bogus');
  });

  it('a signed zone below an unsigned one is unsigned', async () => {
    expect(summary(await makeBench(tree).validate('TXT below.unsigned.test'))).toBe(
      'insecure: unsigned-delegation',
    );
  });
});

describe('aliases', () => {
  const aliased = (records: readonly BuiltRecord[]): Tamper =>
    on('A x.good.test', (m) => keeping({ ...m, answers: records, authorities: [] }, () => true));
  it.each<[readonly BuiltRecord[], string, string]>([
    [[cname('x.good.test', 'mx.other.test'), a('mx.other.test')], 'bogus', 'unsigned alias'],
    [[cname('x.good.test', 'y.good.test'), cname('y.good.test', 'x.good.test')], 'bogus', 'a circle'],
    [[cname('x.good.test', 'y.good.test'), cname('x.good.test', 'z.good.test')], 'bogus', 'a fork'],
  ])('%j → %s (%s)', async (records, expected) => {
    const { security } = await makeBench(tree, { tamper: aliased(records) }).validate('A x.good.test');
    expect(security).toBe(expected);
  });

  it.each([
    ['x.other.test', 'secure: denied', 'what the DNAME makes of the name'],
    ['y.other.test', 'bogus: no-proof', 'something else'],
    ['x.good.test', 'bogus: no-proof', 'in another zone'],
  ])('renamed to %s → %s (%s)', async (target, expected) => {
    const dname = await makeBench(tree).honest('DNAME renamed.good.test');
    const end = await makeBench(tree).honest(`A ${target}`);
    const tamper: Tamper = (asked, m) =>
      asked === 'A x.renamed.good.test'
        ? {
            ...m,
            rcode: 3,
            answers: [...dname.answers!, cname('x.renamed.good.test', target)],
            authorities: end.authorities!,
          }
        : m;
    expect(summary(await makeBench(tree, { tamper }).validate('A x.renamed.good.test'))).toBe(expected);
  });
});
