/** Which algorithms and digests of the IANA registries "DNSSEC Algorithm Numbers" and "Digest Algorithms" count. */

export interface SignatureScheme {
  /** How the public key is written: RFC 3110, a point of two coordinates (RFC 6605), or as it is (RFC 8080). */
  readonly key: 'rsa' | 'point' | 'raw';
  readonly import: RsaHashedImportParams | EcKeyImportParams | { readonly name: 'Ed25519' };
  readonly verify: { readonly name: string } | EcdsaParams;
  /** A good key, where not every browser knows the algorithm; null where all do. */
  readonly sample: Uint8Array | null;
}

const rsa = (hash: string): SignatureScheme => ({
  key: 'rsa',
  import: { name: 'RSASSA-PKCS1-v1_5', hash },
  verify: { name: 'RSASSA-PKCS1-v1_5' },
  sample: null,
});

const ecdsa = (namedCurve: string, hash: string): SignatureScheme => ({
  key: 'point',
  import: { name: 'ECDSA', namedCurve },
  verify: { name: 'ECDSA', hash },
  sample: null,
});

/** Base point of the curve (RFC 8032 §5.1: y = 4/5, x positive), a key like any other. */
const ED25519_SAMPLE = Uint8Array.from([0x58, ...Array<number>(31).fill(0x66)]);

/** By algorithm number. Ed448 (16) is missing: no browser has it. */
export const SIGNATURE_SCHEMES: ReadonlyMap<number, SignatureScheme> = new Map([
  [5, rsa('SHA-1')], // RFC 3110
  [7, rsa('SHA-1')], // RFC 5155 §2: the same for zones with NSEC3
  [8, rsa('SHA-256')], // RFC 5702
  [10, rsa('SHA-512')], // RFC 5702
  [13, ecdsa('P-256', 'SHA-256')], // RFC 6605
  [14, ecdsa('P-384', 'SHA-384')], // RFC 6605
  [15, { key: 'raw', import: { name: 'Ed25519' }, verify: { name: 'Ed25519' }, sample: ED25519_SAMPLE }], // RFC 8080
]);

/** Digests of DS records by their number: RFC 4034, RFC 4509, RFC 6605. */
export const DIGESTS: ReadonlyMap<number, 'SHA-1' | 'SHA-256' | 'SHA-384'> = new Map([
  [1, 'SHA-1'],
  [2, 'SHA-256'],
  [4, 'SHA-384'],
] as const);
