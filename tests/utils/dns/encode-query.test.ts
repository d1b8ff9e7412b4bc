import dnsPacket from 'dns-packet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMessage } from '@/utils/dns/decode-message';
import { encodeQuery } from '@/utils/dns/encode-query';
import { RR_TYPE } from '@/utils/dns/message';
import { nameFromLabels } from '@/utils/dns/name';
import { dnsName, hex, toHex } from './build-message';

describe('encodeQuery', () => {
  it('writes exactly these octets for example.org MX', () => {
    const expected = hex(`
      0000 0100 0001 0000 0000 0001        | id 0, RD, one question, one additional
      07 6578616d706c65 03 6f7267 00       | example.org
      000f 0001                            | MX IN
      00 0029 04d0 00 00 8000              | OPT: 1232 octets, version 0, DO
      0058                                 | 88 octets of options
      0008 0004 0001 00 00                 | client subnet: IPv4, source prefix length 0
      000c 004c                            | padding: 76 octets`);
    const query = encodeQuery({ name: dnsName('example.org'), type: RR_TYPE.MX });
    expect(toHex(query)).toBe(toHex(expected) + '00'.repeat(76));
    expect(query).toHaveLength(128);
  });

  it('sets CD only when asked to', () => {
    const query = { name: dnsName('example.org'), type: RR_TYPE.DNSKEY };
    expect(toHex(encodeQuery({ ...query, checkingDisabled: true }).subarray(2, 4))).toBe('0110');
    expect(toHex(encodeQuery({ ...query, checkingDisabled: false }).subarray(2, 4))).toBe('0100');
  });

  it('is read by dns-packet as it was meant', () => {
    const packet = dnsPacket.decode(
      Buffer.from(encodeQuery({ name: dnsName('_25._tcp.mx.example.org'), type: RR_TYPE.TLSA })),
    );
    expect(packet).toMatchObject({
      id: 0,
      type: 'query',
      flags: dnsPacket.RECURSION_DESIRED,
      questions: [{ name: '_25._tcp.mx.example.org', type: 'TLSA', class: 'IN' }],
      answers: [],
      authorities: [],
      additionals: [
        {
          type: 'OPT',
          udpPayloadSize: 1232,
          flag_do: true,
          options: [
            { type: 'CLIENT_SUBNET', family: 1, sourcePrefixLength: 0, scopePrefixLength: 0, ip: '0.0.0.0' },
            { type: 'PADDING' },
          ],
        },
      ],
    });
  });

  it('pads every name to a multiple of 128 octets, with zeros, and can be read back', () => {
    const octets = fc.array(fc.uint8Array({ minLength: 1, maxLength: 63 }), { maxLength: 3 });
    fc.assert(
      fc.property(octets, fc.integer({ min: 1, max: 65535 }), (labels, type) => {
        const name = nameFromLabels(labels);
        if (name === null) throw new Error('three labels always fit');
        const query = encodeQuery({ name, type });
        expect(query.length % 128).toBe(0);
        expect(query.length).toBeLessThanOrEqual(384);
        const decoded = decodeMessage(query);
        expect(decoded.ok && decoded.message.question).toEqual({ name, type, class: 1 });
      }),
      { seed: 3, numRuns: 1000 },
    );
  });

  it('pads nothing onto a query that is a multiple of 128 octets already', () => {
    // 12 + 4 + 11 + 8 + 4 octets beside the name leave 89 for it.
    const name = dnsName(`${'a'.repeat(63)}.${'b'.repeat(23)}`);
    expect(encodeQuery({ name, type: 1 })).toHaveLength(128);
    const longer = dnsName(`${'a'.repeat(63)}.${'b'.repeat(24)}`);
    expect(encodeQuery({ name: longer, type: 1 })).toHaveLength(256);
  });
});
