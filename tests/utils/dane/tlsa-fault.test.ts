import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeCertificate, looksLikePublicKey } from '@/utils/dane/der';
import { tlsaFault } from '@/utils/dane/tlsa-fault';
import vectors from '../../vectors/tlsa-usable.json';
import { CERTIFICATE, PUBLIC_KEY, tlsaRecord } from './sample-tlsa';

// prettier-ignore
const GOOD: readonly (readonly [fields: string, data: Uint8Array | undefined, why: string])[] = [
  ['3 1 1', undefined,   'the one everybody uses'],
  ['3 1 2', undefined,   'SHA-512'],
  ['3 0 1', undefined,   'the certificate'],
  ['2 0 1', undefined,   'an authority'],
  ['2 1 2', undefined,   'the key of an authority'],
  ['2 0 0', CERTIFICATE, 'a whole certificate'],
  ['3 1 0', PUBLIC_KEY,  'a whole public key (RFC 7671 §9)'],
];

// prettier-ignore
const BAD: readonly (readonly [fields: string, data: Uint8Array | undefined, fault: string, why: string])[] = [
  ['0 0 1',   undefined,              'usage',         'PKIX-TA has no meaning for mail (RFC 7672 §3.1.3)'],
  ['1 1 1',   undefined,              'usage',         'neither has PKIX-EE'],
  ['255 1 1', undefined,              'usage',         'private use'],
  ['3 2 1',   undefined,              'selector',      'not assigned'],
  ['3 1 3',   undefined,              'matching-type', 'not assigned'],
  ['3 1 1',   new Uint8Array(31),     'digest-length', 'an octet is missing'],
  ['3 1 1',   new Uint8Array(64),     'digest-length', 'that of SHA-512'],
  ['3 1 2',   new Uint8Array(32),     'digest-length', 'that of SHA-256'],
  ['3 1 1',   new Uint8Array(),       'digest-length', 'nothing'],
  ['3 1 0',   CERTIFICATE,            'data',          'a certificate is no public key'],
  ['3 0 0',   PUBLIC_KEY,             'data',          'nor the other way round'],
  ['3 0 0',   new Uint8Array(),       'data',          'nothing'],
  ['3 0 0',   CERTIFICATE.slice(1),   'data',          'the beginning is missing'],
  ['3 0 0',   CERTIFICATE.slice(0, -1), 'data',        'the end is missing'],
  ['3 0 0',   Uint8Array.of(...CERTIFICATE, 0), 'data', 'something follows'],
];

describe('tlsaFault', () => {
  it.each(GOOD)('%s is usable (%#)', (...[fields, data]) => {
    expect(tlsaRecord(fields, data).unusable).toBeNull();
  });

  it.each(BAD)('%s is not (%#)', (...[fields, data, fault]) => {
    expect(tlsaRecord(fields, data).unusable).toBe(fault);
  });

  it('lets no octets at all throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(3), fc.nat(2), (association, selector, usage) => {
        const fault = tlsaFault({ usage: usage + 2, selector, matchingType: 0, association });
        expect([null, 'data', 'selector', 'usage']).toContain(fault);
      }),
    );
  });

  it('takes no certificate or key for whole of which an octet of the outer form was changed', () => {
    for (const [octets, isWhole] of [
      [CERTIFICATE, looksLikeCertificate],
      [PUBLIC_KEY, looksLikePublicKey],
    ] as const) {
      expect(isWhole(octets)).toBe(true);
      for (const at of [0, 1]) {
        for (let value = 0; value < 256; value += 1) {
          const changed = octets.map((octet, index) => (index === at ? value : octet));
          expect(isWhole(changed)).toBe(value === octets[at]);
        }
      }
    }
  });
});

describe('tlsa_usable vectors', () => {
  const dataOf = (input: string): Uint8Array | undefined => {
    const length = /len(\d+)/.exec(input)?.[1];
    return length === undefined ? undefined : new Uint8Array(Number(length));
  };

  it.each(vectors)('$input: $expected', ({ input, expected }) => {
    const fields = input.split(' ').slice(0, 3).join(' ');
    const { unusable } = tlsaRecord(fields, dataOf(input));
    expect(unusable === null ? 'usable' : 'unusable').toBe(expected.split(' ')[0]);
  });

  it('covers all of them', () => {
    expect(vectors).toHaveLength(8);
  });
});
