/** Messages compressed in every way a server may: the names read must be the names written. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeMessage } from '@/utils/dns/decode-message';
import { RR_TYPE, type DnsMessage, type ResourceRecord, type RrTypeName } from '@/utils/dns/message';
import { nameKey, nameLabels, parseName, type Name } from '@/utils/dns/name';
import { nameToWire } from '@/utils/dns/name-wire';
import { concat, uint16, uint32 } from './build-message';

/** Writes names with a pointer wherever `shorten` says so and an equal ending stands before. */
class Compressor {
  readonly octets: number[] = [];
  readonly #places = new Map<string, number>();
  pointers = 0;

  constructor(readonly shorten: () => boolean) {}

  put(bytes: ArrayLike<number>): void {
    this.octets.push(...Array.from(bytes));
  }

  name(name: Name): void {
    const labels = nameLabels(name);
    for (let index = 0; index < labels.length; index += 1) {
      // Case is part of what the test compares, so only endings of the very same octets are shared.
      const ending = labels.slice(index).join('.');
      const place = this.#places.get(ending);
      if (place !== undefined && this.shorten()) {
        this.put(uint16(0xc000 | place));
        this.pointers += 1;
        return;
      }
      if (this.octets.length < 0x4000) this.#places.set(ending, this.octets.length);
      const label = parseName(labels[index]!);
      if (label === null) throw new Error('a label is a name');
      this.put(nameToWire(label).subarray(0, -1));
    }
    this.put([0]);
  }

  record(record: ResourceRecord): void {
    this.name(record.name);
    this.put([...uint16(record.type), ...uint16(record.class), ...uint32(record.ttl)]);
    const lengthAt = this.octets.length;
    this.put([0, 0]);
    this.rdata(record);
    this.octets.splice(lengthAt, 2, ...uint16(this.octets.length - lengthAt - 2));
  }

  rdata({ data, rdata }: ResourceRecord): void {
    if (data.type === 'MX') {
      this.put(uint16(data.preference));
      this.name(data.exchange);
    } else if (data.type === 'CNAME' || data.type === 'NS') {
      this.name(data.target);
    } else if (data.type === 'SOA') {
      this.name(data.mname);
      this.name(data.rname);
      this.put(rdata.subarray(-20));
    } else {
      this.put(rdata);
    }
  }
}

function compressed(message: DnsMessage, shorten: () => boolean): Compressor {
  const sections = [message.answers, message.authorities, message.additionals];
  const compressor = new Compressor(shorten);
  compressor.put([...uint16(0), ...uint16(0x8180), ...uint16(1)]);
  compressor.put(sections.flatMap((section) => [...uint16(section.length)]));
  if (message.question === null) throw new Error('these messages have a question');
  compressor.name(message.question.name);
  compressor.put([...uint16(message.question.type), ...uint16(1)]);
  for (const record of sections.flat()) compressor.record(record);
  return compressor;
}

/** Few labels, so that names share endings; with dots and odd octets within labels. */
const sharedName = fc
  .array(fc.constantFrom('a', 'B', 'b\\.c', 'org', '\\000'), { maxLength: 5 })
  .map((labels) => parseName(labels.length === 0 ? '.' : labels.join('.'))!);
const number = fc.integer({ min: 0, max: 0xffff });

const dataAndRdata: fc.Arbitrary<Pick<ResourceRecord, 'data' | 'rdata'>> = fc.oneof(
  fc.tuple(number, sharedName).map(([preference, exchange]) => ({
    data: { type: 'MX' as const, preference, exchange },
    rdata: concat(uint16(preference), nameToWire(exchange)),
  })),
  fc.tuple(fc.constantFrom('CNAME', 'NS'), sharedName).map(([type, target]) => ({
    data: { type, target },
    rdata: nameToWire(target),
  })),
  fc.tuple(sharedName, sharedName, number).map(([mname, rname, serial]) => ({
    data: { type: 'SOA' as const, mname, rname, serial, refresh: 1, retry: 2, expire: 3, minimum: 4 },
    rdata: concat(nameToWire(mname), nameToWire(rname), ...[serial, 1, 2, 3, 4].map(uint32)),
  })),
);
const section = fc.array(
  fc.record({ name: sharedName, ttl: number, both: dataAndRdata }).map(({ name, ttl, both }) => ({
    name,
    ttl,
    class: 1,
    type: RR_TYPE[both.data.type as RrTypeName],
    ...both,
  })),
  { maxLength: 5 },
);
const anyMessage: fc.Arbitrary<DnsMessage> = fc
  .record({ name: sharedName, answers: section, authorities: section, additionals: section })
  .map(({ name, ...sections }) => ({
    id: 0,
    response: true,
    truncated: false,
    authenticData: false,
    checkingDisabled: false,
    rcode: 0,
    question: { name, type: RR_TYPE.MX, class: 1 },
    extendedErrors: [],
    ...sections,
  }));
const choices = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 });

it('reads names alike, compressed or not', () => {
  let pointers = 0;
  fc.assert(
    fc.property(anyMessage, choices, (message, mayShorten) => {
      let turn = 0;
      const written = compressed(message, () => mayShorten[(turn += 1) % mayShorten.length] === true);
      pointers += written.pointers;
      expect(decodeMessage(Uint8Array.from(written.octets))).toEqual({ ok: true, message });
    }),
    { seed: 10, numRuns: 500 },
  );
  expect(pointers).toBeGreaterThan(2500);
}, 30_000);

it('keeps case as received, and yet compares without it', () => {
  const written = new Compressor(() => true);
  written.put([...uint16(0), ...uint16(0x8180), ...uint16(1), 0, 1, 0, 0, 0, 0]);
  const asked = parseName('eXample.org')!;
  written.name(asked);
  written.put([...uint16(RR_TYPE.NS), 0, 1]);
  written.name(asked);
  written.put([...uint16(RR_TYPE.NS), 0, 1, 0, 0, 0, 1, 0, 2]);
  written.name(asked);
  const result = decodeMessage(Uint8Array.from(written.octets));
  const record = result.ok ? result.message.answers[0] : undefined;
  expect(record?.data).toEqual({ type: 'NS', target: 'eXample.org' });
  expect(record && nameKey(record.name)).toBe('example.org');
});
