/** Chains of every kind, from the root to the answer, over zones signed in the test. */
import { beforeAll, describe, expect, it } from 'vitest';
import { cname, mx, wireName, type BuiltRecord } from '../dns/build-message';
import { makeBench, summary } from './bench';
import { makeTree, type SignedTree, type ZonePlan } from './signed-tree';

const a = (name: string, last = 1): BuiltRecord => ({
  name,
  type: 'A',
  rdata: Uint8Array.of(192, 0, 2, last),
});
const contents = (zone: string): BuiltRecord[] => [
  mx(zone, 10, `mx.${zone}`),
  mx(zone, 20, `backup.${zone}`),
  a(`mx.${zone}`),
  a(`leaf.ent.${zone}`),
  a(`*.wild.${zone}`),
  cname(`alias.${zone}`, `mx.${zone}`),
  cname(`*.wildalias.${zone}`, `mx.${zone}`),
];
const zone = (name: string, plan: Partial<ZonePlan> = {}): ZonePlan => ({
  name,
  records: contents(name),
  ...plan,
});

let tree: SignedTree;
beforeAll(async () => {
  tree = await makeTree([
    { name: '.', algorithm: 8 },
    { name: 'test', algorithm: 13 },
    zone('rsasha1.test', { algorithm: 5 }),
    zone('rsasha1-nsec3.test', { algorithm: 7, denial: { kind: 'nsec3' } }),
    zone('rsasha256.test', { algorithm: 8 }),
    zone('rsasha512.test', { algorithm: 10 }),
    zone('p256.test', { algorithm: 13 }),
    zone('p384.test', { algorithm: 14 }),
    zone('ed25519.test', { algorithm: 15 }),
    zone('nsec3.test', { denial: { kind: 'nsec3', iterations: 3, salt: 'beef' } }),
    zone('limit.test', { denial: { kind: 'nsec3', iterations: 100 } }),
    zone('heavy.test', { denial: { kind: 'nsec3', iterations: 101 } }),
    zone('optout.test', { denial: { kind: 'nsec3', optOut: true } }),
    zone('plain.optout.test', { unsigned: true }),
    zone('signed.optout.test'),
    zone('unsigned.test', { unsigned: true }),
    zone('unsigned.nsec3.test', { unsigned: true }),
    zone('below.ent.p256.test'),
    zone('below.ent.nsec3.test'),
    zone('expired.test', { holds: [-1000, -1] }),
    zone('early.test', { holds: [1, 1000] }),
    zone('last-second.test', { holds: [0, 0] }),
    {
      name: 'aliases.test',
      records: [
        cname('secure.aliases.test', 'mx.p256.test'),
        cname('unsigned.aliases.test', 'mx.unsigned.test'),
        cname('expired.aliases.test', 'mx.expired.test'),
        cname('nothing.aliases.test', 'nothing.nsec3.test'),
        cname('twice.aliases.test', 'secure.aliases.test'),
        { name: 'renamed.aliases.test', type: 'DNAME', rdata: wireName('p256.test') },
      ],
    },
  ]);
}, 30_000);

const ALGORITHMS = ['rsasha1', 'rsasha1-nsec3', 'rsasha256', 'rsasha512', 'p256', 'p384', 'ed25519'];

describe('an honest resolver', () => {
  it.each(ALGORITHMS)('%s: records and their absence are secure', async (label) => {
    const bench = makeBench(tree);
    expect(summary(await bench.validate(`MX ${label}.test`))).toBe('secure: signed');
    expect(summary(await bench.validate(`TXT ${label}.test`))).toBe('secure: denied');
    expect(summary(await bench.validate(`A nothing.${label}.test`))).toBe('secure: denied');
  });

  it.each([
    ['A mx.p256.test', 'secure: signed', 'a host'],
    ['A mx.below.ent.p256.test', 'secure: signed', 'a zone cut below an empty non-terminal'],
    ['A mx.below.ent.nsec3.test', 'secure: signed', 'a zone cut below an empty non-terminal, NSEC3'],
    ['TLSA _25._tcp.mx.p256.test', 'secure: denied', 'no name below a host'],
    ['TXT ent.p256.test', 'secure: denied', 'an empty non-terminal'],
    ['A x.leaf.ent.p256.test', 'secure: denied', 'below a leaf'],
    ['A some.wild.p256.test', 'secure: signed', 'made by a wildcard'],
    ['A some.more.wild.p256.test', 'secure: signed', 'made by a wildcard two labels up'],
    ['TXT some.wild.p256.test', 'secure: denied', 'a wildcard without the type'],
    ['A alias.p256.test', 'secure: signed', 'an alias'],
    ['TXT alias.p256.test', 'secure: denied', 'an alias to nothing'],
    ['A x.wildalias.p256.test', 'secure: signed', 'an alias made by a wildcard'],
    ['TXT ent.nsec3.test', 'secure: denied', 'an empty non-terminal, NSEC3'],
    ['A x.leaf.ent.nsec3.test', 'secure: denied', 'below a leaf, NSEC3'],
    ['A some.more.wild.nsec3.test', 'secure: signed', 'made by a wildcard, NSEC3'],
    ['TXT some.wild.nsec3.test', 'secure: denied', 'a wildcard without the type, NSEC3'],
    ['A nothing.limit.test', 'secure: denied', '100 iterations'],
    ['A nothing.heavy.test', 'insecure: too-many-iterations', '101 iterations'],
    ['MX heavy.test', 'secure: signed', 'iterations do not matter to records'],
    ['A nothing.optout.test', 'insecure: opt-out', 'absent in an opt-out range (RFC 5155 §9.2)'],
    ['MX optout.test', 'secure: signed', 'records of an opt-out zone'],
    ['MX plain.optout.test', 'insecure: opt-out', 'an unsigned delegation in an opt-out range'],
    ['MX signed.optout.test', 'secure: signed', 'a signed delegation of an opt-out zone'],
    ['MX unsigned.test', 'insecure: unsigned-delegation', 'NSEC shows there is no DS'],
    ['A nothing.unsigned.test', 'insecure: unsigned-delegation', 'absence in an unsigned zone'],
    ['MX unsigned.nsec3.test', 'insecure: unsigned-delegation', 'NSEC3 shows there is no DS'],
    ['DS unsigned.test', 'secure: denied', 'the absence of DS is itself secure'],
    ['DS p256.test', 'secure: signed', 'DS is signed by the zone above'],
    ['DNSKEY .', 'secure: signed', 'the root itself'],
    ['MX expired.test', 'bogus: expired', 'since a second'],
    ['MX early.test', 'bogus: not-yet-valid', 'in a second'],
    ['MX last-second.test', 'secure: signed', 'begin and end belong to it (RFC 4035 §5.3.1)'],
    ['A secure.aliases.test', 'secure: signed', 'an alias to another zone'],
    ['A twice.aliases.test', 'secure: signed', 'two aliases'],
    ['A unsigned.aliases.test', 'insecure: unsigned-delegation', 'the weakest link decides'],
    ['CNAME unsigned.aliases.test', 'secure: signed', 'the alias alone'],
    ['A expired.aliases.test', 'bogus: expired', 'an alias to a broken zone'],
    ['A nothing.aliases.test', 'secure: denied', 'an alias to nothing in another zone'],
  ])('%s is %s (%s)', async (question, expected) => {
    expect(summary(await makeBench(tree).validate(question))).toBe(expected);
  });

  it('shows the whole chain, from the root down', async () => {
    expect((await makeBench(tree).validate('MX p256.test')).chain).toEqual([
      { zone: '.', result: 'secure', because: 'anchored' },
      { zone: 'test', result: 'secure', because: 'delegated' },
      { zone: 'p256.test', result: 'secure', because: 'delegated' },
      { zone: 'p256.test', result: 'secure', because: 'signed' },
    ]);
  });

  it('asks for what the chain needs, once', async () => {
    const bench = makeBench(tree);
    await bench.validate('MX p256.test');
    await bench.validate('A mx.p256.test');
    await bench.validate('MX unsigned.test');
    await bench.validate('A mx.unsigned.test');
    expect([...bench.asked].sort()).toEqual(
      ['DNSKEY .', 'DNSKEY p256.test', 'DNSKEY test', 'DS p256.test', 'DS test', 'DS unsigned.test'].sort(),
    );
  });
});
