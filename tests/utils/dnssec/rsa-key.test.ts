import { describe, expect, it } from 'vitest';
import { concat, uint16 } from '../dns/build-message';
import { rsaKey } from '@/utils/dnssec/rsa-key';

const octets = (count: number): Uint8Array => new Uint8Array(count).fill(0xff);
const modulus = octets(128);
const n = Buffer.from(modulus).toString('base64url');

describe('RSA keys of DNSKEY records (RFC 3110 §2)', () => {
  it.each([
    [concat([3, 1, 0, 1], modulus), 'AQAB', 'an exponent with a short length'],
    [concat([0], uint16(3), [1, 0, 1], modulus), 'AQAB', 'with a long length'],
    [concat([1, 3], modulus), 'Aw', 'a small one'],
    [concat([4, 0, 1, 0, 1], modulus), 'AQAB', 'with a zero in front'],
    [concat([3, 1, 0, 1, 0, 0], modulus), 'AQAB', 'a modulus with zeros in front'],
  ])('%# → exponent %s (%s)', (key, e) => {
    expect(rsaKey(key)).toEqual({ kty: 'RSA', n, e });
  });

  it.each([
    [concat([5], octets(5), modulus), 'an exponent that makes every check dear'],
    [concat([0], modulus), 'an exponent longer than all'],
    [concat([1, 0], modulus), 'an exponent of zero'],
    [concat([3, 1, 0, 1], octets(63)), 'a modulus under 512 bits'],
    [concat([3, 1, 0, 1], octets(513)), 'a modulus over 4096 bits'],
    [concat([3, 1, 0, 1]), 'no modulus'],
    [new Uint8Array(0), 'nothing'],
  ])('%# is none (%s)', (key) => {
    expect(rsaKey(key)).toBeNull();
  });
});
