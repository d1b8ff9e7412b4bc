/** Random but valid messages, as dns-packet describes them, for differential tests. */
import type { Answer, Packet, RecordType } from 'dns-packet';
import fc from 'fast-check';

/** dns-packet reads names as text and splits at dots, so only hosts and underscores compare. */
const label = fc.stringMatching(/^[a-zA-Z0-9_][a-zA-Z0-9_-]{0,9}$/);
const name = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.'));
const uint8 = fc.integer({ min: 0, max: 0xff });
const uint16 = fc.integer({ min: 0, max: 0xffff });
const uint32 = fc.integer({ min: 0, max: 0xffffffff });
const octets = (minLength: number, maxLength: number): fc.Arbitrary<Buffer> =>
  fc.uint8Array({ minLength, maxLength }).map((bytes) => Buffer.from(bytes));
const address = (count: number): fc.Arbitrary<number[]> =>
  fc.array(fc.oneof(fc.constant(0), uint8), { minLength: count, maxLength: count });
const groups = address(16).map((all) =>
  Array.from({ length: 8 }, (_, index) => ((all[2 * index]! << 8) | all[2 * index + 1]!).toString(16)).join(
    ':',
  ),
);
const types = fc
  .uniqueArray(
    fc.constantFrom('A', 'NS', 'SOA', 'MX', 'TXT', 'AAAA', 'DS', 'RRSIG', 'NSEC', 'DNSKEY', 'TLSA', 'CAA'),
    {
      minLength: 1,
    },
  )
  .map((list) => list as RecordType[]);

const DATA = {
  A: address(4).map((all) => all.join('.')),
  AAAA: groups,
  MX: fc.record({ preference: uint16, exchange: name }),
  TXT: fc.array(octets(0, 40), { minLength: 1, maxLength: 3 }),
  CNAME: name,
  DNAME: name,
  NS: name,
  SOA: fc.record({
    mname: name,
    rname: name,
    serial: uint32,
    refresh: uint32,
    retry: uint32,
    expire: uint32,
    minimum: uint32,
  }),
  DS: fc.record({ keyTag: uint16, algorithm: uint8, digestType: uint8, digest: octets(1, 48) }),
  DNSKEY: fc.record({ flags: uint16, algorithm: uint8, key: octets(1, 80) }),
  RRSIG: fc.record({
    typeCovered: fc.constantFrom('A', 'MX', 'TLSA', 'DNSKEY'),
    algorithm: uint8,
    labels: uint8,
    originalTTL: uint32,
    expiration: uint32,
    inception: uint32,
    keyTag: uint16,
    signersName: name,
    signature: octets(1, 80),
  }),
  NSEC: fc.record({ nextDomain: name, rrtypes: types }),
  NSEC3: fc.record({
    algorithm: uint8,
    flags: uint8,
    iterations: uint16,
    salt: octets(0, 8),
    nextDomain: octets(1, 20),
    rrtypes: types,
  }),
  TLSA: fc.record({ usage: uint8, selector: uint8, matchingType: uint8, certificate: octets(0, 64) }),
} as const;

/** Any record this project reads. */
export const arbitraryRecord: fc.Arbitrary<Answer> = fc.oneof(
  ...Object.entries(DATA).map(([type, data]) =>
    fc
      .record({ name, ttl: fc.integer({ min: 0, max: 0x7fffffff }), data: data as fc.Arbitrary<unknown> })
      .map((record) => ({ type, class: 'IN', ...record }) as Answer),
  ),
);

const section = fc.array(arbitraryRecord, { maxLength: 4 });

/** Any response with one question. */
export const arbitraryPacket: fc.Arbitrary<Packet> = fc
  .record({
    question: name,
    flags: fc.constantFrom(0x0180, 0x01a0, 0x0190, 0x0380),
    answers: section,
    authorities: section,
    additionals: section,
  })
  .map(({ question, ...rest }) => ({
    type: 'response',
    id: 0,
    questions: [{ name: question, type: 'MX', class: 'IN' }],
    ...rest,
  }));
