import { describe, expect, it } from 'vitest';
import { readTrustAnchors } from '../../cli/trust-anchor';

/** The root's key of 2017 (IANA). */
const DIGEST = 'E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D';
const KSK2017 = {
  owner: '.',
  keyTag: 20326,
  algorithm: 8,
  digestType: 2,
  digest: DIGEST.toLowerCase(),
};

describe('readTrustAnchors', () => {
  it.each([
    [`. IN DS 20326 8 2 ${DIGEST}\n`, 'as dnssec-dsfromkey writes it'],
    [`.\t172800\tIN\tDS\t20326 8 2 ${DIGEST}`, 'TTL and class'],
    [`. IN 172800 DS 20326 8 2 ${DIGEST}`, 'class and TTL'],
    [`. DS 20326 8 2 ${DIGEST}`, 'neither'],
    [`. IN DS 20326 8 2 ${DIGEST.slice(0, 56)} ${DIGEST.slice(56)}`, 'digest in pieces'],
    [`; the root\r\n\r\n. IN DS 20326 8 2 ${DIGEST} ; KSK-2017\r\n`, 'comments, blank lines, CRLF'],
    [`. in ds 20326 8 2 ${DIGEST.toLowerCase()}`, 'small letters'],
  ])('reads %j: %s', (text) => {
    expect(readTrustAnchors(text)).toEqual({ ok: true, anchors: [KSK2017] });
  });

  it('reads several', () => {
    const text = `. IN DS 20326 8 2 ${DIGEST}\n. IN DS 1 13 4 ${'0'.repeat(96)}\n. IN DS 2 8 1 ${'f'.repeat(40)}\n`;
    const anchors = readTrustAnchors(text);
    expect(anchors.ok && anchors.anchors.map(({ keyTag }) => keyTag)).toEqual([20326, 1, 2]);
  });

  it.each<[string, number | null, string]>([
    [`. IN DS 20326 8 2 ${DIGEST.slice(2)}`, 1, 'digest too short'],
    [`. IN DS 20326 8 2 ${DIGEST}00`, 1, 'digest too long'],
    [`. IN DS 20326 8 3 ${DIGEST}`, 1, 'digest of an unknown kind'],
    [`. IN DS 65536 8 2 ${DIGEST}`, 1, 'key tag too large'],
    [`. IN DS 20326 256 2 ${DIGEST}`, 1, 'algorithm too large'],
    [`. IN DS 20326 8 2 ${DIGEST.replace('E', 'G')}`, 1, 'no hexadecimal digit'],
    [`.. IN DS 20326 8 2 ${DIGEST}`, 1, 'no name'],
    [`test. IN DS 20326 8 2 ${DIGEST}`, 1, 'another zone: every chain starts at the root'],
    [`; x\n. IN DNSKEY 257 3 8 AwEAAa==`, 2, 'another type'],
    [`. IN DS 20326 8 2 ${DIGEST}\nhello`, 2, 'no record'],
    ['', null, 'nothing'],
    ['; only a comment\n', null, 'no record at all'],
  ])('refuses %j at line %s: %s', (text, line) => {
    expect(readTrustAnchors(text)).toEqual({ ok: false, line });
  });
});
