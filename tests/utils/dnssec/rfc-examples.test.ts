/** The examples that the RFCs print. */
import { describe, expect, it } from 'vitest';
import { concat, dnsName, toHex, uint16, uint32, wireName } from '../dns/build-message';
import type { ResourceRecord } from '@/utils/dns/message';
import { canonicalNameWire } from '@/utils/dns/name-wire';
import { compareNames } from '@/utils/dnssec/canonical-order';
import { makeDnssecCrypto } from '@/utils/dnssec/crypto';
import { makeRing } from '@/utils/dnssec/nsec3-ring';
import { verifySet } from '@/utils/dnssec/verify-set';
import { allowWork } from '@/utils/dnssec/work';
import { keyTag, zoneKeys } from '@/utils/dnssec/zone-key';

const crypto = makeDnssecCrypto(globalThis.crypto.subtle);
const base64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'base64'));

interface Example {
  readonly from: string;
  readonly zone: string;
  readonly algorithm: number;
  readonly key: string;
  readonly tag: number;
  readonly digest: { readonly hash: 'SHA-256' | 'SHA-384'; readonly hex: string };
  readonly record: { readonly name: string; readonly type: number; readonly rdata: Uint8Array };
  readonly period: readonly [number, number];
  readonly signature: string;
}

const A = { name: 'www.example.net', type: 1, rdata: Uint8Array.of(192, 0, 2, 1) };
const EXAMPLES: readonly Example[] = [
  {
    from: 'RFC 6605 §6.1',
    zone: 'example.net',
    algorithm: 13,
    key: 'GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA==',
    tag: 55648,
    digest: { hash: 'SHA-256', hex: 'b4c8c1fe2e7477127b27115656ad6256f424625bf5c1e2770ce6d6e37df61d17' },
    record: A,
    period: [Date.UTC(2010, 7, 12, 10, 4, 39), Date.UTC(2010, 8, 9, 10, 4, 39)],
    signature: 'qx6wLYqmh+l9oCKTN6qIc+bw6ya+KJ8oMz0YP107epXAyGmt+3SNruPFKG7tZoLBLlUzGGus7ZwmwWep666VCw==',
  },
  {
    from: 'RFC 6605 §6.2',
    zone: 'example.net',
    algorithm: 14,
    key:
      'xKYaNhWdGOfJ+nPrL8/arkwf2EY3MDJ+SErKivBVSum1w/egsXvSADtNJhyem5RCOpgQ6K8X1DRSEkrbYQ+OB+v8/uX45NBwY8rp' +
      '65F6Glur8I/mlVNgF6W/qTI37m40',
    tag: 10771,
    digest: {
      hash: 'SHA-384',
      hex: '72d7b62976ce06438e9c0bf319013cf801f09ecc84b8d7e9495f27e305c6a9b0563a9b5f4d288405c3008a946df983d6',
    },
    record: A,
    period: [Date.UTC(2010, 7, 12, 10, 20, 25), Date.UTC(2010, 8, 9, 10, 20, 25)],
    signature:
      '/L5hDKIvGDyI1fcARX3z65qrmPsVz73QD1Mr5CEqOiLP95hxQouuroGCeZOvzFaxsT8Glr74hbavRKayJNuydCuzWTSSPdz7wnqX' +
      'L5bdcJzusdnI0RSMROxxwGipWcJm',
  },
  {
    from: 'RFC 8080 §6.1',
    zone: 'example.com',
    algorithm: 15,
    key: 'l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=',
    tag: 3613,
    digest: { hash: 'SHA-256', hex: '3aa5ab37efce57f737fc1627013fee07bdf241bd10f3b1964ab55c78e79a304b' },
    record: { name: 'example.com', type: 15, rdata: concat(uint16(10), wireName('mail.example.com')) },
    period: [1438207200_000, 1440021600_000],
    signature: 'oL9krJun7xfBOIWcGHi7mag5/hdZrKWw15jPGrHpjQeRAvTdszaPD+QLs3fx8A4M3e23mRZ9VrbpMngwcrqNAg==',
  },
];

const keyData = ({ algorithm, key }: Example): Uint8Array => concat(uint16(257), [3, algorithm], base64(key));

describe.each(EXAMPLES.map((example) => [example.from, example] as const))('%s', (_from, example) => {
  const { zone, algorithm, tag, digest, record, period, signature } = example;
  const name = dnsName(zone);

  it('has the key tag and the digest that are printed', async () => {
    const rdata = keyData(example);
    expect(keyTag(rdata)).toBe(tag);
    const octets = await crypto.digest(
      digest.hash,
      concat(canonicalNameWire(name), rdata) as Uint8Array<ArrayBuffer>,
    );
    expect(toHex(octets)).toBe(digest.hex);
  });

  it('has a signature that holds, from its first to its last second', async () => {
    const owner = dnsName(record.name);
    const seconds = period.map((at) => at / 1000);
    const data = {
      type: 'RRSIG',
      typeCovered: record.type,
      algorithm,
      labels: record.name.split('.').length,
      originalTtl: 3600,
      expiration: seconds[1]!,
      inception: seconds[0]!,
      keyTag: tag,
      signer: name,
      signature: base64(signature),
    } as const;
    const rdata = concat(
      uint16(record.type),
      [algorithm, data.labels],
      ...[3600, data.expiration, data.inception].map(uint32),
      uint16(tag),
      wireName(zone),
      data.signature,
    );
    const set = {
      name: owner,
      type: record.type,
      records: [{ ...record, name: owner, class: 1, ttl: 3600, data: { type: 'UNKNOWN' } } as ResourceRecord],
      signatures: [{ data, rdata, ttl: 3600 }],
    };
    const dnskey = {
      type: 'DNSKEY',
      flags: 257,
      protocol: 3,
      algorithm,
      publicKey: base64(example.key),
    } as const;
    const keys = zoneKeys([{ name, type: 48, class: 1, ttl: 3600, rdata: keyData(example), data: dnskey }]);
    const at = (now: number): Promise<unknown> =>
      verifySet(set, { name, keys }, { crypto, now, work: allowWork() });
    expect(await at(seconds[0]!)).toEqual({ ok: true, ttl: 3600, madeBelow: null });
    expect(await at(seconds[1]!)).toEqual({ ok: true, ttl: 0, madeBelow: null });
    expect(await at(seconds[0]! - 1)).toEqual({ ok: false, because: 'not-yet-valid' });
    expect(await at(seconds[1]! + 1)).toEqual({ ok: false, because: 'expired' });
  });
});

describe('names', () => {
  it('have the order of RFC 4034 §6.1', () => {
    const ordered = [
      'example',
      'a.example',
      'yljkjljk.a.example',
      'Z.a.example',
      'zABC.a.EXAMPLE',
      'z.example',
      '\\001.z.example',
      '*.z.example',
      '\\200.z.example',
    ].map(dnsName);
    expect([...ordered].reverse().sort(compareNames)).toEqual(ordered);
  });

  it.each([
    ['example', '0p9mhaveqvm6t7vbl5lop2u3t2rp3tom'],
    ['a.example', '35mthgpgcu1qg68fab165klnsnk3dpvl'],
    ['ai.example', 'gjeqe526plbf1g8mklp59enfd789njgi'],
    ['ns1.example', '2t7b4g4vsa5smi47k61mv5bv1a22bojr'],
    ['*.w.example', 'r53bq7cc2uvmubfu5ocmm6pers9tk9en'],
    ['x.y.w.example', '2vptu5timamqttgl4luu9kg21e0aor3s'],
  ])('%s has the NSEC3 hash of RFC 5155 appendix A', async (name, expected) => {
    const parameters = { iterations: 12, salt: Uint8Array.of(0xaa, 0xbb, 0xcc, 0xdd) };
    const nsec3 = [{ hash: '', next: '', optOut: false, types: [], ...parameters }];
    const zone = { name: dnsName('example'), keys: [] };
    const denial = { zone, nsec: [], nsec3, ttl: 0, because: 'no-proof' } as const;
    const ring = makeRing(denial, { crypto, now: 0, work: allowWork() });
    const hash = ring === null || ring === 'too-many-iterations' ? '' : await ring.hash(dnsName(name));
    const bits = BigInt(`0x${hash ?? ''}`)
      .toString(2)
      .padStart(160, '0');
    const digits = (bits.match(/.{5}/g) ?? []).map((five) => parseInt(five, 2).toString(32));
    expect(digits.join('')).toBe(expected);
  });
});
