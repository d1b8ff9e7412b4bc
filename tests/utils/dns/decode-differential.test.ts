/**
 * Our decoder against dns-packet's on valid messages. Where the two are known to differ is said by tests
 * of its own: dns-packet is the laxer one.
 */
import dnsPacket, { type Answer } from 'dns-packet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMessage } from '@/utils/dns/decode-message';
import { RR_TYPE, type ResourceRecord } from '@/utils/dns/message';
import { arbitraryPacket } from './arbitrary-message';
import { buildMessage, concat, hex } from './build-message';

const typeNumbers = (names: readonly string[]): number[] =>
  names.map((type) => (type === 'CAA' ? 257 : RR_TYPE[type as keyof typeof RR_TYPE])).sort((a, b) => a - b);
const canonicalIpv6 = (text: string): string => new URL(`http://[${text}]`).hostname.slice(1, -1);

/** Data as dns-packet describes it, out of ours. */
function theirs({ data }: ResourceRecord): unknown {
  switch (data.type) {
    case 'A':
    case 'AAAA':
      return data.address;
    case 'CNAME':
    case 'DNAME':
    case 'NS':
      return data.target;
    case 'TXT':
      return data.strings.map((string) => Buffer.from(string));
    case 'DS':
      return { ...without(data, 'digest'), digest: Buffer.from(data.digest) };
    case 'DNSKEY':
      return { flags: data.flags, algorithm: data.algorithm, key: Buffer.from(data.publicKey) };
    case 'RRSIG':
      return {
        ...without(data, 'signer', 'originalTtl', 'signature'),
        originalTTL: data.originalTtl,
        signersName: data.signer,
        signature: Buffer.from(data.signature),
      };
    case 'NSEC':
      return { nextDomain: data.next, rrtypes: data.types };
    case 'NSEC3':
      return {
        algorithm: data.hashAlgorithm,
        flags: data.flags,
        iterations: data.iterations,
        salt: Buffer.from(data.salt),
        nextDomain: Buffer.from(data.nextHashed),
        rrtypes: data.types,
      };
    case 'TLSA':
      return { ...without(data, 'association'), certificate: Buffer.from(data.association) };
    default:
      return without(data);
  }
}

function without(data: object, ...keys: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([key]) => key !== 'type' && !keys.includes(key)));
}

/** Their data with type names as numbers and addresses in the one recommended form. */
function normalised(answer: Answer): unknown {
  if (!('data' in answer)) return null;
  const data: unknown = answer.data;
  if (answer.type === 'AAAA') return canonicalIpv6(answer.data);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const copy: Record<string, unknown> = { ...data };
  if ('rrtypes' in copy) copy['rrtypes'] = typeNumbers(copy['rrtypes'] as string[]);
  if ('typeCovered' in copy) copy['typeCovered'] = typeNumbers([copy['typeCovered'] as string])[0];
  return copy;
}

describe('decodeMessage and dns-packet', () => {
  it('read the same out of 3000 random valid messages', () => {
    fc.assert(
      fc.property(arbitraryPacket, (packet) => {
        const bytes = dnsPacket.encode(packet);
        const reference = dnsPacket.decode(bytes);
        const ours = decodeMessage(bytes);
        if (!ours.ok) throw new Error(`${ours.fault.code} at ${ours.fault.offset}`);
        expect(ours.message.question?.name).toBe(reference.questions?.[0]?.name);
        expect(ours.message).toMatchObject({
          authenticData: reference.flag_ad,
          checkingDisabled: reference.flag_cd,
          truncated: reference.flag_tc,
        });
        for (const section of ['answers', 'authorities', 'additionals'] as const) {
          const expected = reference[section] ?? [];
          expect(
            ours.message[section].map((record) => ({
              name: record.name,
              type: record.data.type,
              ttl: record.ttl,
              data: theirs(record),
            })),
          ).toEqual(
            expected.map((record) => ({
              name: record.name,
              type: record.type,
              ttl: 'ttl' in record ? record.ttl : undefined,
              data: normalised(record),
            })),
          );
        }
      }),
      { seed: 5, numRuns: 3000 },
    );
  }, 30_000);
});

describe('known differences', () => {
  const bytes = (record: string): Uint8Array => {
    const message = concat(buildMessage({ question: { name: 'a', type: 'MX' } }), hex(record));
    message[7] = 1;
    return message;
  };
  const lax = (message: Uint8Array): unknown => dnsPacket.decode(Buffer.from(message)).answers?.[0];

  it('labels that contain a dot: dns-packet merges them with the labels around', () => {
    const message = bytes('03 612e62 00 0001 0001 00000001 0004 01020304');
    expect(lax(message)).toMatchObject({ name: 'a.b' });
    const ours = decodeMessage(message);
    expect(ours.ok && ours.message.answers[0]?.name).toBe('a\\.b');
  });

  it('octets outside ASCII: dns-packet makes U+FFFD of them, so that different names become one', () => {
    const message = bytes('01 ff 00 0001 0001 00000001 0004 01020304');
    expect(lax(message)).toMatchObject({ name: '\ufffd' });
    const ours = decodeMessage(message);
    expect(ours.ok && ours.message.answers[0]?.name).toBe('\\255');
  });

  it('octets after the RDATA that a type has use for: dns-packet reads on after them', () => {
    const message = bytes('01 61 00 0001 0001 00000001 0006 01020304 ffff');
    expect(lax(message)).toMatchObject({ data: '1.2.3.4' });
    expect(decodeMessage(message).ok).toBe(false);
  });

  it('octets after the last record: dns-packet does not mind', () => {
    const message = bytes('01 61 00 0001 0001 00000001 0004 01020304 ffff');
    expect(lax(message)).toMatchObject({ data: '1.2.3.4' });
    expect(decodeMessage(message).ok).toBe(false);
  });

  it('a TTL with the top bit set: dns-packet takes it for 68 years and more, RFC 2181 §8 for 0', () => {
    const message = bytes('01 61 00 0001 0001 ffffffff 0004 01020304');
    expect(lax(message)).toMatchObject({ ttl: 0xffffffff });
    const ours = decodeMessage(message);
    expect(ours.ok && ours.message.answers[0]?.ttl).toBe(0);
  });
});
