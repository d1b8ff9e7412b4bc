/** Signatures and digests of DNSSEC by WebCrypto (RFC 8624 §3): what it cannot do counts as unsupported. */
import { SIGNATURE_SCHEMES, type SignatureScheme } from './algorithms';
import { rsaKey } from './rsa-key';

/** The part of WebCrypto that is needed. */
export type Subtle = Pick<SubtleCrypto, 'importKey' | 'verify' | 'digest'>;

export interface DnssecCrypto {
  /** Whether signatures of this DNSSEC algorithm can be checked here. */
  readonly supports: (algorithm: number) => Promise<boolean>;
  /** Whether the signature is that of the key over the data; false for a key or signature that is none. */
  readonly verify: (
    algorithm: number,
    publicKey: Uint8Array,
    signature: Uint8Array,
    data: Uint8Array<ArrayBuffer>,
  ) => Promise<boolean>;
  readonly digest: (
    hash: 'SHA-1' | 'SHA-256' | 'SHA-384',
    data: Uint8Array<ArrayBuffer>,
  ) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Makes it of `crypto.subtle`. Nothing of it ever rejects on account of what a zone publishes. */
export function makeDnssecCrypto(subtle: Subtle): DnssecCrypto {
  const known = new Map<number, Promise<boolean>>();
  return {
    supports: (algorithm) => {
      const answer = known.get(algorithm) ?? isSupported(subtle, algorithm);
      known.set(algorithm, answer);
      return answer;
    },
    verify: async (algorithm, publicKey, signature, data) => {
      const scheme = SIGNATURE_SCHEMES.get(algorithm);
      if (scheme === undefined) return false;
      const key = await importKey(subtle, scheme, publicKey);
      if (key === null) return false;
      try {
        return await subtle.verify(scheme.verify, key, Uint8Array.from(signature), data);
      } catch {
        return false;
      }
    },
    digest: async (hash, data) => new Uint8Array(await subtle.digest(hash, data)),
  };
}

/** Old browsers lack Ed25519. Whether this one has it shows in a key that is certainly good. */
async function isSupported(subtle: Subtle, algorithm: number): Promise<boolean> {
  const scheme = SIGNATURE_SCHEMES.get(algorithm);
  if (scheme === undefined) return false;
  return scheme.sample === null || (await importKey(subtle, scheme, scheme.sample)) !== null;
}

async function importKey(
  subtle: Subtle,
  scheme: SignatureScheme,
  publicKey: Uint8Array,
): Promise<CryptoKey | null> {
  try {
    if (scheme.key === 'rsa') {
      const jwk = rsaKey(publicKey);
      return jwk === null ? null : await subtle.importKey('jwk', jwk, scheme.import, false, ['verify']);
    }
    // ECDSA keys lack the octet that says "uncompressed" (RFC 6605 §4; SEC 1 §2.3.3).
    const octets = scheme.key === 'point' ? Uint8Array.of(4, ...publicKey) : Uint8Array.from(publicKey);
    return await subtle.importKey('raw', octets, scheme.import, false, ['verify']);
  } catch {
    return null;
  }
}
