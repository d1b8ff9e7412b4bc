/** Zones that want to be dear to validate ("KeyTrap" and its kin). */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildMessage, concat, mx, uint16, type BuiltRecord } from '../dns/build-message';
import { makeBench, summary, type Tamper } from './bench';
import { makeKey, signRecords, tagOf, type SigningKey } from './signing-key';
import { NOW, makeTree, type SignedTree } from './signed-tree';
import { coveredBy } from './tampering';

const SECONDS = NOW / 1000;
const DAY = 86_400;

/** WebCrypto that counts. */
function counting(): {
  subtle: Pick<SubtleCrypto, 'importKey' | 'verify' | 'digest'>;
  calls: { verify: number; digest: number };
} {
  const { subtle } = crypto;
  const calls = { verify: 0, digest: 0 };
  return {
    calls,
    subtle: {
      importKey: subtle.importKey.bind(subtle),
      verify: (...all: Parameters<SubtleCrypto['verify']>) => {
        calls.verify += 1;
        return subtle.verify(...all);
      },
      digest: (...all: Parameters<SubtleCrypto['digest']>) => {
        calls.digest += 1;
        return subtle.digest(...all);
      },
    },
  };
}

/** Keys of the same tag: what the last two octets gain, others lose. */
function twins(key: SigningKey, count: number): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let step = 1; found.length < count; step += 1) {
    const rdata = Uint8Array.from(key.rdata);
    const low = concat(uint16((((rdata[10]! << 8) | rdata[11]!) + step) & 0xffff));
    const high = concat(uint16((((rdata[12]! << 8) | rdata[13]!) - step) & 0xffff));
    rdata.set([...low, ...high], 10);
    if (tagOf(rdata) === key.tag) found.push(rdata);
  }
  return found;
}

let tree: SignedTree;
let key: SigningKey;
beforeAll(async () => {
  key = await makeKey(13);
  tree = await makeTree([
    { name: '.' },
    { name: 'test' },
    { name: 'dear.test', keys: [key], records: [mx('dear.test', 10, 'mx.dear.test')] },
    { name: 'deep.test', denial: { kind: 'nsec3', iterations: 100 }, records: [] },
  ]);
});

describe('signatures and keys', () => {
  it('many keys of one tag: at most eight checks a set', async () => {
    const dnskeys = [...twins(key, 200), key.rdata].map((rdata): BuiltRecord => ({
      name: 'dear.test',
      type: 'DNSKEY',
      rdata,
    }));
    const period = { signer: 'dear.test', inception: SECONDS - DAY, expiration: SECONDS + DAY };
    const signature = await signRecords(dnskeys, key, period);
    const tamper: Tamper = (asked, m) =>
      asked === 'DNSKEY dear.test' ? { ...m, answers: [...dnskeys, signature] } : m;
    const { subtle, calls } = counting();
    expect(summary(await makeBench(tree, { tamper, subtle }).validate('MX dear.test'))).toBe(
      'bogus: too-much-work',
    );
    expect(calls.verify + calls.digest).toBeLessThan(40);
  });

  it('many wrong signatures in front of a right one', async () => {
    const tamper: Tamper = (asked, m) => {
      if (asked !== 'MX dear.test') return m;
      const right = m.answers!.find((record) => record.type === 'RRSIG')!;
      const wrong = Array.from({ length: 500 }, (_, at): BuiltRecord => {
        const rdata = Uint8Array.from(right.rdata);
        rdata.set(uint16(at + 1), rdata.length - 2);
        return { ...right, rdata };
      });
      return { ...m, answers: [m.answers![0]!, ...wrong, right] };
    };
    const { subtle, calls } = counting();
    expect(summary(await makeBench(tree, { tamper, subtle }).validate('MX dear.test'))).toBe(
      'bogus: too-much-work',
    );
    expect(calls.verify).toBeLessThan(20);
  });

  it('a few wrong ones do no harm', async () => {
    const tamper: Tamper = (asked, m) => {
      if (asked !== 'MX dear.test') return m;
      const right = m.answers!.find((record) => record.type === 'RRSIG')!;
      const wrong = [1, 2, 3].map((at): BuiltRecord => {
        const rdata = Uint8Array.from(right.rdata);
        rdata.set(uint16(at), rdata.length - 2);
        return { ...right, rdata };
      });
      return { ...m, answers: [m.answers![0]!, ...wrong, right] };
    };
    expect(summary(await makeBench(tree, { tamper }).validate('MX dear.test'))).toBe('secure: signed');
  });

  it('signers that are everywhere: two of them are looked for', async () => {
    const name = 'a.b.c.d.e.f.dear.test';
    const record: BuiltRecord = { name, type: 'A', rdata: Uint8Array.of(1, 2, 3, 4) };
    const signatures = await Promise.all(
      ['a.b.c.d.e.f', 'b.c.d.e.f', 'c.d.e.f', 'd.e.f', 'e.f', 'f'].map((label) =>
        signRecords([record], key, {
          signer: `${label}.dear.test`,
          inception: SECONDS - DAY,
          expiration: SECONDS + DAY,
        }),
      ),
    );
    const message = { question: { name, type: 'A' }, answers: [record, ...signatures] } as const;
    const bench = makeBench(tree, { tamper: (asked, m) => (asked === `A ${name}` ? message : m) });
    expect((await bench.validate(`A ${name}`)).security).toBe('bogus');
    expect(bench.asked.length).toBeLessThan(16);
  });
});

describe('denial', () => {
  it('a name of many labels: at most forty are hashed', async () => {
    const name = `${'a.'.repeat(100)}deep.test`;
    const { subtle, calls } = counting();
    const bench = makeBench(tree, { subtle });
    expect(summary(await bench.validate(`A ${name}`))).toBe('bogus: too-much-work');
    expect(calls.digest).toBeLessThan(45 * 101);
  });

  it('hundreds of NSEC records: a few are looked at', async () => {
    const tamper: Tamper = (asked, m) => {
      if (asked !== 'TXT dear.test') return m;
      const nsec = m.authorities!.find(({ type }) => type === 'NSEC')!;
      const signature = m.authorities!.find((record) => coveredBy(record) === 47)!;
      const many = Array.from({ length: 200 }, (_, at) => [
        { ...nsec, name: `x${at}.dear.test` },
        { ...signature, name: `x${at}.dear.test` },
      ]);
      return { ...m, authorities: many.flat() };
    };
    const { subtle, calls } = counting();
    const verdict = await makeBench(tree, { tamper, subtle }).validate('TXT dear.test');
    expect(verdict.security).toBe('bogus');
    expect(calls.verify).toBeLessThan(40);
  });

  it('an unsigned answer far down is not asked after label by label without end', async () => {
    const name = `${'a.'.repeat(60)}dear.test`;
    const tamper: Tamper = (asked, m) => (asked === `A ${name}` ? { ...m, answers: [], authorities: [] } : m);
    const bench = makeBench(tree, { tamper });
    expect((await bench.validate(`A ${name}`)).security).toBe('bogus');
    expect(bench.asked.length).toBeLessThan(30);
  });
});

it('a message as large as any is judged in a moment', async () => {
  const record = mx('dear.test', 10, 'mx.dear.test');
  const noise = Array.from({ length: 1200 }, (_, at): BuiltRecord =>
    mx('dear.test', at & 0xffff, `m${at}.dear.test`),
  );
  const tamper: Tamper = (asked, m) =>
    asked === 'MX dear.test' ? { ...m, answers: [record, ...noise, ...m.answers!] } : m;
  const honest = await tree.answer('dear.test', 'MX');
  expect(buildMessage(tamper('MX dear.test', honest)!).length).toBeGreaterThan(40_000);
  const before = performance.now();
  expect(summary(await makeBench(tree, { tamper }).validate('MX dear.test'))).toBe('bogus: bad-signature');
  expect(performance.now() - before).toBeLessThan(2000);
});
