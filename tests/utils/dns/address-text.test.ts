import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipv4Text, ipv6Text } from '@/utils/dns/address-text';
import { hex } from './build-message';

describe('ipv6Text', () => {
  const cases: [octets: string, text: string, why: string][] = [
    ['20010db8000000000000000000000001', '2001:db8::1', 'the example'],
    ['00000000000000000000000000000000', '::', 'unspecified'],
    ['00000000000000000000000000000001', '::1', 'loopback'],
    ['20010db8000000000000000000000000', '2001:db8::', 'zeros at the end'],
    ['20010db8000000010001000100010001', '2001:db8:0:1:1:1:1:1', 'one zero group is written out'],
    ['20010000000000010000000000000001', '2001:0:0:1::1', 'the longest run'],
    ['20010db8000000000001000000000001', '2001:db8::1:0:0:1', 'of equal runs the first'],
    ['ABCDEF0123456789ABCDEF0123456789', 'abcd:ef01:2345:6789:abcd:ef01:2345:6789', 'lower case'],
  ];
  it.each(cases)('writes %s as %s: %s', (octets, text) => {
    expect(ipv6Text(hex(octets))).toBe(text);
  });

  it('writes what the URL standard writes', () => {
    const octet = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(octet, { minLength: 16, maxLength: 16 }), (octets) => {
        const text = ipv6Text(Uint8Array.from(octets));
        expect(new URL(`http://[${text}]/`).hostname).toBe(`[${text}]`);
      }),
      { seed: 4, numRuns: 2000 },
    );
  });
});

it('ipv4Text writes dotted decimal', () => {
  expect(ipv4Text(Uint8Array.of(192, 0, 2, 255))).toBe('192.0.2.255');
});
