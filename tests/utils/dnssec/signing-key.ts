/** Keys made for a test, and signatures by them, written apart from what they test (RFC 4034 §3, RFC 3110, RFC 6605). */
import { createHash } from 'node:crypto';
import { concat, toHex, uint16, uint32, wireName, type BuiltRecord } from '../dns/build-message';
import { RR_TYPE } from '@/utils/dns/message';
import type { TrustAnchor } from '@/utils/dnssec/trust-anchor';

const ALGORITHMS = {
  5: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1' },
  7: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1' },
  8: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  10: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
  13: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  14: { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
  15: { name: 'Ed25519' },
} as const;
export type TestAlgorithm = keyof typeof ALGORITHMS;
const RSA = { modulusLength: 1024, publicExponent: Uint8Array.of(1, 0, 1) };
const DS_HASHES = { 1: 'sha1', 2: 'sha256', 4: 'sha384' } as const;

export interface SigningKey {
  readonly algorithm: number;
  readonly tag: number;
  /** DNSKEY RDATA. */
  readonly rdata: Uint8Array;
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>;
}

/** When a signature holds, and what it says where that differs from the truth. */
export interface SigningOptions {
  readonly signer: string;
  readonly inception: number;
  readonly expiration: number;
  readonly originalTtl?: number;
  /** Of the name that is signed; fewer than the name has: a wildcard. */
  readonly labels?: number;
  readonly keyTag?: number;
}

/** Makes a key pair; flags 257 unless told. */
export async function makeKey(algorithm: TestAlgorithm, flags = 257, protocol = 3): Promise<SigningKey> {
  const scheme = ALGORITHMS[algorithm];
  const pair = (await crypto.subtle.generateKey({ ...scheme, ...RSA }, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
  const head = concat(uint16(flags), [protocol, algorithm]);
  const rdata = concat(head, await publicOctets(pair.publicKey));
  return {
    algorithm,
    tag: tagOf(rdata),
    rdata,
    sign: async (data) =>
      new Uint8Array(await crypto.subtle.sign(scheme, pair.privateKey, Uint8Array.from(data))),
  };
}

async function publicOctets(key: CryptoKey): Promise<Uint8Array> {
  if (!key.algorithm.name.startsWith('RSA')) {
    const raw = new Uint8Array(await crypto.subtle.exportKey('raw', key));
    return key.algorithm.name === 'ECDSA' ? raw.subarray(1) : raw;
  }
  const { n = '', e = '' } = await crypto.subtle.exportKey('jwk', key);
  const exponent = Buffer.from(e, 'base64url');
  return concat([exponent.length], exponent, Buffer.from(n, 'base64url'));
}

/** RFC 4034 appendix B, as written there. */
export function tagOf(rdata: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < rdata.length; at += 1) sum += at & 1 ? rdata[at]! : rdata[at]! << 8;
  return (sum + ((sum >> 16) & 0xffff)) & 0xffff;
}

/** The DS RDATA of a key. */
export function dsOf(zone: string, key: SigningKey, type: 1 | 2 | 4 = 2): Uint8Array {
  return concat(uint16(key.tag), [key.algorithm, type], digestOf(zone, key, type));
}

export function anchorOf(zone: string, key: SigningKey): TrustAnchor {
  const digest = toHex(digestOf(zone, key, 2));
  return { owner: zone, keyTag: key.tag, algorithm: key.algorithm, digestType: 2, digest };
}

function digestOf(zone: string, key: SigningKey, type: 1 | 2 | 4): Uint8Array {
  return createHash(DS_HASHES[type]).update(wireName(zone)).update(key.rdata).digest();
}

/** Signs records of one name and type, their names all in lower case. */
export async function signRecords(
  records: readonly BuiltRecord[],
  key: SigningKey,
  options: SigningOptions,
): Promise<BuiltRecord> {
  const { name, type, ttl = 300 } = records[0]!;
  const number = typeof type === 'number' ? type : RR_TYPE[type];
  const owned = name.split('.').filter((label) => label !== '' && label !== '*');
  const labels = options.labels ?? owned.length;
  const originalTtl = options.originalTtl ?? ttl;
  const fixed = concat(
    uint16(number),
    [key.algorithm, labels],
    ...[originalTtl, options.expiration, options.inception].map(uint32),
    uint16(options.keyTag ?? key.tag),
    wireName(options.signer),
  );
  const owner = labels < owned.length ? ['*', ...owned.slice(owned.length - labels)].join('.') : name;
  const head = concat(wireName(owner), uint16(number), uint16(1), uint32(originalTtl));
  const sorted = records.map(({ rdata }) => Buffer.from(rdata)).sort((a, b) => Buffer.compare(a, b));
  const body = sorted.map((rdata) => concat(head, uint16(rdata.length), rdata));
  return { name, type: 'RRSIG', ttl, rdata: concat(fixed, await key.sign(concat(fixed, ...body))) };
}
