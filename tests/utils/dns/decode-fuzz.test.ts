/** Whatever the octets: the decoder ends, does not throw, and what it accepts keeps its promises. */
import dnsPacket from 'dns-packet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '@/utils/dns/answer';
import { decodeMessage } from '@/utils/dns/decode-message';
import type { DnsMessage, RecordData } from '@/utils/dns/message';
import { parseName, type Name } from '@/utils/dns/name';
import { nameToWire } from '@/utils/dns/name-wire';
import { arbitraryPacket } from './arbitrary-message';
import { concat, uint16, uint32 } from './build-message';

function namesIn(data: RecordData): Name[] {
  switch (data.type) {
    case 'MX':
      return [data.exchange];
    case 'CNAME':
    case 'DNAME':
    case 'NS':
      return [data.target];
    case 'SOA':
      return [data.mname, data.rname];
    case 'RRSIG':
      return [data.signer];
    case 'NSEC':
      return [data.next];
    default:
      return [];
  }
}

function holdsItsPromises(message: DnsMessage): void {
  const records = [...message.answers, ...message.authorities, ...message.additionals];
  for (const record of records) {
    for (const name of [record.name, ...namesIn(record.data)]) {
      expect(parseName(name)).toBe(name);
      expect(nameToWire(name).length).toBeLessThanOrEqual(255);
    }
    expect(record.ttl).toBeGreaterThanOrEqual(0);
    expect(record.ttl).toBeLessThanOrEqual(0x7fffffff);
  }
  const { question } = message;
  if (question === null) return;
  const answer = readAnswer(message, question.name, question.type);
  expect(Number.isInteger(answer.ttl) && answer.ttl >= 0).toBe(true);
}

/** The message encoded again without compression: equal iff decoding lost nothing it keeps. */
function encodedAgain(message: DnsMessage): Uint8Array {
  const { question, answers, authorities, additionals } = message;
  const flags =
    (message.response ? 0x8000 : 0) |
    (message.truncated ? 0x0200 : 0) |
    (message.authenticData ? 0x0020 : 0) |
    (message.checkingDisabled ? 0x0010 : 0) |
    (message.rcode & 0xf);
  return concat(
    ...[message.id, flags, question === null ? 0 : 1].map(uint16),
    ...[answers, authorities, additionals].map((section) => uint16(section.length)),
    question === null ? [] : concat(nameToWire(question.name), uint16(question.type), uint16(question.class)),
    ...[...answers, ...authorities, ...additionals].map((record) =>
      concat(
        nameToWire(record.name),
        uint16(record.type),
        uint16(record.class),
        uint32(record.ttl),
        uint16(record.rdata.length),
        record.rdata,
      ),
    ),
  );
}

function decodesSafely(bytes: Uint8Array): void {
  const result = decodeMessage(bytes);
  if (!result.ok) {
    expect(result.fault.offset).toBeLessThanOrEqual(bytes.length);
    return;
  }
  holdsItsPromises(result.message);
  const again = decodeMessage(encodedAgain(result.message));
  expect(again).toEqual({
    ok: true,
    message: { ...result.message, rcode: result.message.rcode & 0xf, extendedErrors: [] },
  });
}

describe('decodeMessage', () => {
  it('survives 20,000 random octet sequences', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), decodesSafely), { seed: 6, numRuns: 20_000 });
  }, 60_000);

  it('survives 20,000 random sequences behind a plausible header', () => {
    const tail = fc.array(
      fc.oneof(fc.constantFrom(0xc0, 0x0c, 0, 1, 5, 15, 16, 46, 47, 50), fc.integer({ min: 0, max: 255 })),
      { maxLength: 120 },
    );
    const counts = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(counts, tail, (four, rest) => {
        decodesSafely(concat(uint16(0), uint16(0x8180), ...four.map(uint16), rest));
      }),
      { seed: 7, numRuns: 20_000 },
    );
  }, 60_000);

  it('survives 2,000 valid messages, each with octets changed, inserted or cut in ten ways', () => {
    const change = fc.record({
      at: fc.nat(),
      octet: fc.integer({ min: 0, max: 255 }),
      how: fc.constantFrom('set', 'insert', 'cut'),
    });
    const ways = fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 10, maxLength: 10 });
    let accepted = 0;
    fc.assert(
      fc.property(arbitraryPacket, ways, (packet, mutations) => {
        const valid = dnsPacket.encode(packet);
        for (const changes of mutations) {
          const octets = [...valid];
          for (const { at, octet, how } of changes) {
            const put = how === 'cut' ? [] : [octet];
            octets.splice(at % octets.length, how === 'insert' ? 0 : 1, ...put);
          }
          const bytes = Uint8Array.from(octets);
          accepted += decodeMessage(bytes).ok ? 1 : 0;
          decodesSafely(bytes);
        }
      }),
      { seed: 8, numRuns: 2000 },
    );
    // The test means something only if both kinds were met.
    expect(accepted).toBeGreaterThan(2000);
    expect(accepted).toBeLessThan(18_000);
  }, 60_000);
});
