/** Zones whose keys, digests or algorithms are not the usual ones. */
import { describe, expect, it } from 'vitest';
import { concat, mx, uint16, type BuiltRecord } from '../dns/build-message';
import { makeBench, summary, type BenchOptions, type Tamper } from './bench';
import { dsOf, makeKey, signRecords, type SigningKey, type SigningOptions } from './signing-key';
import { NOW, makeTree, type SignedTree, type ZonePlan } from './signed-tree';
import { flipped } from './tampering';

const records = [mx('odd.test', 10, 'mx.odd.test')];
const treeWith = (plan: Partial<ZonePlan>): Promise<SignedTree> =>
  makeTree([{ name: '.' }, { name: 'test' }, { name: 'odd.test', records, ...plan }]);
const verdict = async (plan: Partial<ZonePlan>, options: BenchOptions = {}): Promise<string> =>
  summary(await makeBench(await treeWith(plan), options).validate('MX odd.test'));

/** The same DS with another field: algorithm at 2, digest type at 3. */
const withField = (ds: Uint8Array, at: 2 | 3, value: number): Uint8Array => {
  const copy = Uint8Array.from(ds);
  copy[at] = value;
  return copy;
};

describe('DS records', () => {
  it.each<[string, (key: SigningKey) => Uint8Array[], string]>([
    ['SHA-1', (key) => [dsOf('odd.test', key, 1)], 'secure: signed'],
    ['SHA-256', (key) => [dsOf('odd.test', key, 2)], 'secure: signed'],
    ['SHA-384', (key) => [dsOf('odd.test', key, 4)], 'secure: signed'],
    ['a wrong digest', (key) => [flipped(dsOf('odd.test', key), -1)], 'bogus: no-matching-key'],
    ['a digest cut short', (key) => [dsOf('odd.test', key).subarray(0, 30)], 'bogus: no-matching-key'],
    [
      'one wrong, one right',
      (key) => [flipped(dsOf('odd.test', key), -1), dsOf('odd.test', key)],
      'secure: signed',
    ],
    [
      'SHA-1 right, SHA-256 wrong (RFC 4509 §3)',
      (key) => [dsOf('odd.test', key, 1), flipped(dsOf('odd.test', key, 2), -1)],
      'bogus: no-matching-key',
    ],
    ['of another zone', (key) => [dsOf('other.test', key)], 'bogus: no-matching-key'],
    [
      'an unknown algorithm',
      (key) => [withField(dsOf('odd.test', key), 2, 200)],
      'insecure: unsupported-algorithm',
    ],
    [
      'an unknown digest',
      (key) => [withField(dsOf('odd.test', key), 3, 99)],
      'insecure: unsupported-algorithm',
    ],
    [
      'an unknown algorithm beside a right one (RFC 6840 §5.11)',
      (key) => [withField(dsOf('odd.test', key), 2, 200), dsOf('odd.test', key)],
      'secure: signed',
    ],
    ['another known algorithm', (key) => [withField(dsOf('odd.test', key), 2, 8)], 'bogus: no-matching-key'],
    [
      'another tag',
      (key) => [concat(uint16(key.tag ^ 1), dsOf('odd.test', key).subarray(2))],
      'bogus: no-matching-key',
    ],
    [
      'RSA/MD5, which must not be used (RFC 8624 §3.1)',
      (key) => [withField(dsOf('odd.test', key), 2, 1)],
      'insecure: unsupported-algorithm',
    ],
  ])('%s → %#', async (_what, digests, expected) => {
    const key = await makeKey(13);
    expect(await verdict({ keys: [key], ds: digests(key) })).toBe(expected);
  });
});

describe('keys', () => {
  it.each([
    [256, 3, 'secure: signed', 'without the SEP flag, which means nothing here'],
    [1, 3, 'bogus: no-matching-key', 'without the Zone flag (RFC 4034 §2.1.1)'],
    [257, 2, 'bogus: no-matching-key', 'another protocol (RFC 4034 §2.1.2)'],
    [257 | 128, 3, 'bogus: no-matching-key', 'revoked (RFC 5011 §2.1)'],
  ])('flags %i, protocol %i → %s (%s)', async (flags, protocol, expected) => {
    expect(await verdict({ keys: [await makeKey(13, flags, protocol)] })).toBe(expected);
  });

  it('records signed by a key that the DS does not name, but its key signs', async () => {
    const keys = [await makeKey(13), await makeKey(13, 256)];
    expect(await verdict({ keys, ds: [dsOf('odd.test', keys[0]!)] })).toBe('secure: signed');
  });

  it('records signed by nobody in the set', async () => {
    const tree = await treeWith({});
    const stranger = await treeWith({});
    const message = await stranger.answer('odd.test', 'MX');
    const tamper = (asked: string, honest: typeof message): typeof message =>
      asked === 'MX odd.test' ? message : honest;
    expect(summary(await makeBench(tree, { tamper }).validate('MX odd.test'))).toBe('bogus: bad-signature');
  });

  it('two algorithms, of which one suffices (RFC 6840 §5.11)', async () => {
    expect(await verdict({ keys: [await makeKey(13), await makeKey(15)] })).toBe('secure: signed');
  });

  it('a browser without Ed25519 takes such a zone for unsigned', async () => {
    const { subtle } = crypto;
    const importKey = ((
      format: 'raw',
      data: Uint8Array<ArrayBuffer>,
      how: { name: string },
      ...rest: [boolean, KeyUsage[]]
    ) =>
      how.name === 'Ed25519'
        ? Promise.reject(new DOMException('', 'NotSupportedError'))
        : subtle.importKey(format, data, how, ...rest)) as SubtleCrypto['importKey'];
    const old = { importKey, verify: subtle.verify.bind(subtle), digest: subtle.digest.bind(subtle) };
    expect(await verdict({ algorithm: 15 }, { subtle: old })).toBe('insecure: unsupported-algorithm');
    expect(await verdict({ algorithm: 13 }, { subtle: old })).toBe('secure: signed');
    expect(await verdict({ keys: [await makeKey(15), await makeKey(13)] }, { subtle: old })).toBe(
      'secure: signed',
    );
  });
});

describe('signatures', () => {
  it.each<[Partial<SigningOptions>, number, string, string]>([
    [{}, 13, 'secure: signed', 'the way it should be'],
    [{}, 8, 'bogus: bad-signature', 'another algorithm than the key has'],
    [{ keyTag: 1 }, 13, 'bogus: bad-signature', 'another tag than the key has'],
    [{ labels: 3 }, 13, 'bogus: bad-signature', 'more labels than the name has'],
    [{ labels: 1 }, 13, 'bogus: missing-signature', 'fewer: a wildcard without proof'],
    [{ signer: 'test' }, 13, 'bogus: bad-signature', 'another signer than the zone'],
    [{ originalTtl: 60 }, 13, 'secure: signed', 'a shorter TTL'],
  ])('%j, algorithm %i → %s (%s)', async (options, algorithm, expected) => {
    const key = await makeKey(13);
    const tree = await treeWith({ keys: [key] });
    const now = NOW / 1000;
    const usual = { signer: 'odd.test', inception: now - 1, expiration: now + 1000 };
    const signature = await signRecords(records, { ...key, algorithm }, { ...usual, ...options });
    const tamper: Tamper = (asked, m) =>
      asked === 'MX odd.test' ? { ...m, answers: [...records, signature] } : m;
    expect(summary(await makeBench(tree, { tamper }).validate('MX odd.test'))).toBe(expected);
  });
});

describe('the trust anchor', () => {
  it('that is another key', async () => {
    const [tree, other] = await Promise.all([treeWith({}), treeWith({})]);
    const bench = makeBench({ ...tree, anchors: other.anchors });
    expect(summary(await bench.validate('MX odd.test'))).toBe('bogus: no-matching-key');
  });

  it('one of several suffices', async () => {
    const [tree, other] = await Promise.all([treeWith({}), treeWith({})]);
    const bench = makeBench({ ...tree, anchors: [...other.anchors, ...tree.anchors] });
    expect(summary(await bench.validate('MX odd.test'))).toBe('secure: signed');
  });
});

describe('names and times', () => {
  it('upper case in owner and data is signed in lower case', async () => {
    const bench = makeBench(await treeWith({}), {
      tamper: (asked, m) => {
        if (asked !== 'MX odd.test') return m;
        const answers = m.answers!.map((record): BuiltRecord => ({ ...record, name: 'Odd.TEST' }));
        answers[0] = { ...mx('ODD.test', 10, 'MX.Odd.Test') };
        return { ...m, answers };
      },
    });
    expect(summary(await bench.validate('MX odd.test'))).toBe('secure: signed');
  });

  it('a record that came twice is signed once', async () => {
    const bench = makeBench(await treeWith({}), {
      tamper: (asked, m) =>
        asked === 'MX odd.test' ? { ...m, answers: [...m.answers!, m.answers![0]!] } : m,
    });
    expect(summary(await bench.validate('MX odd.test'))).toBe('secure: signed');
  });

  it.each([
    [100, 100, 'what is left of the TTL'],
    [90_000, 300, 'never more than was signed (RFC 4035 §5.3.3)'],
  ])('a TTL of %i holds for %i seconds: %s', async (ttl, expected) => {
    const bench = makeBench(await treeWith({}), {
      tamper: (asked, m) =>
        asked === 'MX odd.test' ? { ...m, answers: m.answers!.map((record) => ({ ...record, ttl })) } : m,
    });
    expect((await bench.validate('MX odd.test')).ttl).toBe(expected);
  });

  it('nor longer than the signature', async () => {
    expect((await makeBench(await treeWith({ holds: [-10, 20] })).validate('MX odd.test')).ttl).toBe(20);
  });
});
