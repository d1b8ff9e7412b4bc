/** What NSEC3 records prove, and what they do not. A name's hash is made up: its place in a list. */
import { describe, expect, it } from 'vitest';
import { dnsName, wireName } from '../dns/build-message';
import { RR_TYPE, type RrTypeName } from '@/utils/dns/message';
import { makeDnssecCrypto } from '@/utils/dnssec/crypto';
import {
  nsec3Cut,
  nsec3DeniesAll,
  nsec3DeniesName,
  nsec3DeniesType,
  type HashedRing,
} from '@/utils/dnssec/nsec3-proof';
import { readNsec3, type Nsec3Record } from '@/utils/dnssec/nsec3-record';
import { makeRing } from '@/utils/dnssec/nsec3-ring';
import { allowWork } from '@/utils/dnssec/work';

/** By their hash, 0 first. */
const NAMES = ['before', 'z', 'between', 'b.z', 'c.z', '*.b.z', 'd.z', '*.z', 'x.b.z', 'y.z', 'after'];
const hashOf = (name: string): string => NAMES.indexOf(name).toString(16);

/** "owner next TYPE TYPE"; "+" in front: opt-out. */
function ringOf(lines: readonly string[]): HashedRing {
  const records = lines.map((line): Nsec3Record => {
    const [owner = '', next = '', ...types] = line.replace(/^\+/, '').split(' ');
    const numbers = types.map((type) => RR_TYPE[type as RrTypeName]);
    const parameters = { iterations: 0, salt: new Uint8Array(0), optOut: line.startsWith('+') };
    return { hash: hashOf(owner), next: hashOf(next), types: numbers, ...parameters };
  });
  const hash = (name: string): Promise<string> => Promise.resolve(hashOf(name));
  return { zone: dnsName('z'), records, hash, isExhausted: () => false };
}

describe('that a name does not exist', () => {
  it.each([
    ['c.z', ['z z SOA NS'], 'proven', 'a zone with one name'],
    ['c.z', ['z b.z SOA NS', 'b.z d.z A', 'd.z z A'], 'proven', 'encloser, range, range of the wildcard'],
    ['c.z', ['z b.z SOA NS', 'b.z d.z A'], 'unproven', 'without the wildcard'],
    ['c.z', ['b.z d.z A', 'd.z z A'], 'unproven', 'without the encloser'],
    ['c.z', ['z b.z SOA NS', 'd.z z A'], 'unproven', 'without the range'],
    ['c.z', ['z b.z SOA NS', 'c.z d.z A', 'd.z z A'], 'unproven', 'it exists'],
    ['c.z', ['z b.z SOA NS', '+b.z d.z A', 'd.z z A'], 'opt-out', 'the range is opt-out (RFC 5155 §9.2)'],
    ['c.z', ['z b.z SOA NS', 'b.z d.z A', '+d.z z A'], 'proven', "only the wildcard's range is"],
    ['x.b.z', ['b.z d.z A', 'd.z z A'], 'proven', 'below a host'],
    ['x.b.z', ['b.z d.z NS', 'd.z z A'], 'unproven', 'below a delegation'],
    ['x.b.z', ['b.z d.z DNAME', 'd.z z A'], 'unproven', 'below a DNAME'],
  ])('%s by %j: %s (%s)', async (name, lines, expected) => {
    expect(await nsec3DeniesName(ringOf(lines), dnsName(name))).toBe(expected);
  });
});

describe('that a name has no TXT records', () => {
  it.each([
    ['b.z', ['b.z d.z A'], 'proven', 'its own list'],
    ['b.z', ['b.z d.z'], 'proven', 'an empty non-terminal'],
    ['b.z', ['b.z d.z TXT'], 'unproven', 'its own list has it'],
    ['b.z', ['b.z d.z CNAME'], 'unproven', 'an alias'],
    ['b.z', ['b.z d.z NS'], 'unproven', 'a delegation, seen from above'],
    ['c.z', ['z b.z SOA NS', 'b.z d.z A', '*.z y.z A'], 'proven', 'a wildcard without it'],
    [
      'c.z',
      ['z b.z SOA NS', '+b.z d.z A', '*.z y.z A'],
      'opt-out',
      'a wildcard without it, in an opt-out range',
    ],
    ['c.z', ['z b.z SOA NS', 'b.z d.z A', '*.z y.z TXT'], 'unproven', 'a wildcard with it'],
    ['c.z', ['z b.z SOA NS', 'b.z d.z A', 'd.z z A'], 'unproven', 'an absent name is another answer'],
    ['c.z', ['z b.z SOA NS', '+b.z d.z A', 'd.z z A'], 'opt-out', 'an opt-out range'],
    ['c.z', ['+b.z d.z A'], 'unproven', 'without the encloser'],
  ])('%s by %j: %s (%s)', async (name, lines, expected) => {
    expect(await nsec3DeniesType(ringOf(lines), dnsName(name), RR_TYPE.TXT)).toBe(expected);
  });
});

describe('that nothing is closer than a wildcard', () => {
  it.each([
    ['c.z', ['b.z d.z A'], 'proven', 'a range'],
    ['c.z', ['+b.z d.z A'], 'opt-out', 'an opt-out range'],
    ['y.z', ['d.z b.z A'], 'proven', 'the range at the end of the ring'],
    ['before', ['d.z b.z A'], 'proven', 'and at its beginning'],
    ['c.z', ['d.z b.z A'], 'unproven', 'a range elsewhere'],
    ['c.z', ['c.z d.z A'], 'unproven', 'it exists'],
    ['d.z', ['c.z d.z A'], 'unproven', 'the next name'],
  ])('%s by %j: %s (%s)', async (name, lines, expected) => {
    expect(await nsec3DeniesAll(ringOf(lines), dnsName(name))).toBe(expected);
  });
});

describe('what a name is that has no DS', () => {
  it.each([
    ['b.z', ['b.z d.z NS'], 'unsigned-delegation', 'NS, neither SOA nor DS'],
    ['b.z', ['b.z d.z A'], 'no-cut', 'a host'],
    ['b.z', ['b.z d.z NS DS'], 'unproven', 'there is DS'],
    ['b.z', ['b.z d.z NS SOA'], 'unproven', 'the zone itself speaks'],
    ['c.z', ['z b.z SOA NS', '+b.z d.z A'], 'opt-out', 'an opt-out range'],
    ['c.z', ['z b.z SOA NS', 'b.z d.z A'], 'nothing-there', 'any other range'],
    ['x.b.z', ['b.z d.z NS', '+d.z z A'], 'unproven', 'below a delegation'],
  ])('%s by %j: %s (%s)', async (name, lines, expected) => {
    expect(await nsec3Cut(ringOf(lines), dnsName(name))).toBe(expected);
  });
});

describe('records to be ignored', () => {
  const data = {
    type: 'NSEC3',
    hashAlgorithm: 1,
    flags: 0,
    iterations: 0,
    salt: new Uint8Array(0),
    nextHashed: new Uint8Array(20),
    types: [],
  } as const;
  const record = (change: object, owner = '0'.repeat(32)) =>
    readNsec3({
      name: dnsName(`${owner}.z`),
      type: 50,
      class: 1,
      ttl: 1,
      rdata: wireName('z'),
      data: { ...data, ...change },
    });
  it.each<[object, string | undefined, boolean, string]>([
    [{}, undefined, true, 'the way it should be'],
    [{ flags: 1 }, undefined, true, 'opt-out'],
    [{ flags: 2 }, undefined, false, 'unknown flags (RFC 5155 §8.2)'],
    [{ hashAlgorithm: 2 }, undefined, false, 'an unknown hash (RFC 5155 §8.1)'],
    [{ nextHashed: new Uint8Array(19) }, undefined, false, 'a hash of another length'],
    [{}, '0'.repeat(24), false, 'an owner of another length'],
    [{}, 'w'.repeat(32), false, 'an owner that is no hash'],
  ])('%j %s: %s (%s)', (change, owner, expected) => {
    expect(record(change, owner) !== null).toBe(expected);
  });

  it('and those with other parameters than the first', () => {
    const [first, other] = [record({}), record({ salt: Uint8Array.of(1) })];
    const zone = { name: dnsName('z'), keys: [] };
    const denial = { zone, nsec: [], nsec3: [first!, other!], ttl: 0, because: 'no-proof' } as const;
    const ring = makeRing(denial, { crypto: makeDnssecCrypto(crypto.subtle), now: 0, work: allowWork() });
    expect(ring === null || ring === 'too-many-iterations' ? [] : ring.records).toEqual([first]);
  });
});
