/** Unsigned zones and aliases as ways around the chain of signatures. */
import { beforeAll, describe, expect, it } from 'vitest';
import { cname, concat, mx, wireName, type BuiltRecord } from '../dns/build-message';
import { makeBench, summary, type Tamper } from './bench';
import { a, makeLiedAboutTree, on } from './lied-about-tree';
import { arrives, type SignedTree } from './signed-tree';
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

  it('an alias that forks, although signed', async () => {
    const fork = await tree.sign('good.test', [
      cname('x.good.test', 'mx.good.test'),
      cname('x.good.test', 'y.good.test'),
    ]);
    const end = await makeBench(tree).honest('A mx.good.test');
    const tamper = on('A x.good.test', (m) => ({
      ...m,
      rcode: 0,
      answers: [...fork, ...end.answers!],
      authorities: [],
    }));
    expect(summary(await makeBench(tree, { tamper }).validate('A x.good.test'))).toBe('bogus: bad-alias');
  });

  it('a DNAME renames only what is below it', async () => {
    const dname = await makeBench(tree).honest('DNAME renamed.good.test');
    const end = await makeBench(tree).honest('MX other.test');
    const answers = [...dname.answers!, cname('beside.good.test', 'other.test'), ...end.answers!];
    const tamper = on('MX beside.good.test', (m) => ({ ...m, rcode: 0, answers, authorities: [] }));
    expect((await makeBench(tree, { tamper }).validate('MX beside.good.test')).security).toBe('bogus');
  });

  it('a DNAME that a wildcard made renames nothing (RFC 6672 §3.3)', async () => {
    const dname: BuiltRecord = { name: 'made.good.test', type: 'DNAME', rdata: wireName('other.test') };
    const signed = await tree.sign('good.test', [dname], 2);
    const end = await makeBench(tree).honest('A mx.other.test');
    const denial = await makeBench(tree).honest('A made.good.test');
    const answers = [...signed, cname('mx.made.good.test', 'mx.other.test'), ...end.answers!];
    const tamper = on('A mx.made.good.test', (m) => ({
      ...m,
      rcode: 0,
      answers,
      authorities: denial.authorities!,
    }));
    expect(summary(await makeBench(tree, { tamper }).validate('A mx.made.good.test'))).toBe(
      'bogus: bad-signature',
    );
  });
});

describe('signers', () => {
  const ds: BuiltRecord = { name: 'good.test', type: 'DS', rdata: concat([0, 1, 13, 2], new Uint8Array(32)) };

  it('a zone does not sign its own DS', async () => {
    const own = await tree.sign('good.test', [ds]);
    const tamper = on('DS good.test', (m) => ({ ...m, answers: own }));
    const honest = arrives({ ...(await makeBench(tree).honest('DS good.test')), answers: own });
    expect((await makeBench(tree).judge('DS good.test', honest)).security).toBe('bogus');
    expect(summary(await makeBench(tree, { tamper }).validate('MX good.test'))).toBe('bogus: bad-signature');
  });

  it('no wildcard makes DS records', async () => {
    const { rdata } = (await makeBench(tree).honest('DS good.test')).answers![0]!;
    const made = await tree.sign('test', [{ ...ds, rdata }], 1);
    const tamper = on('DS good.test', (m) => ({ ...m, answers: made }));
    expect(summary(await makeBench(tree, { tamper }).validate('MX good.test'))).toBe('bogus: bad-signature');
  });

  it('nor keys', async () => {
    const { rdata } = (await makeBench(tree).honest('DNSKEY good.test')).answers![0]!;
    const made = await tree.sign('good.test', [{ name: 'good.test', type: 'DNSKEY', rdata }], 1);
    const tamper = on('DNSKEY good.test', (m) => ({ ...m, answers: made }));
    expect(summary(await makeBench(tree, { tamper }).validate('MX good.test'))).toBe('bogus: bad-signature');
  });

  it('a zone elsewhere is not even asked about', async () => {
    const foreign = await tree.sign('other.test', [mx('good.test', 1, 'mx.other.test')]);
    const bench = makeBench(tree, { tamper: on('MX good.test', (m) => ({ ...m, answers: foreign })) });
    expect((await bench.validate('MX good.test')).security).toBe('bogus');
    expect(bench.asked.filter((question) => question.includes('other'))).toEqual([]);
  });

  it('a host is no signer', async () => {
    const signed = await tree.sign('good.test', [a('mx.good.test', 9)]);
    const tamper = on('A mx.good.test', (m) => ({
      ...m,
      answers: signed.map((record) => withSigner(record, 'mx.good.test')),
    }));
    expect(summary(await makeBench(tree, { tamper }).validate('A mx.good.test'))).toBe(
      'bogus: bad-signature',
    );
  });
});

/** A signature that names another signer. */
function withSigner(record: BuiltRecord, signer: string): BuiltRecord {
  if (record.type !== 'RRSIG') return record;
  const behind = record.rdata.subarray(18 + wireName('good.test').length);
  return { ...record, rdata: concat(record.rdata.subarray(0, 18), wireName(signer), behind) };
}
