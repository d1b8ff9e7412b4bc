/** The signature of a list: Ed25519 (RFC 8032) over its canonical form. Cryptography arrives as an argument. */
import { canonicalJson } from './canonical-json';
import type { EvidenceList, ListSignature } from './evidence-list';

/** Checks an Ed25519 signature: raw key of 32 octets, signature of 64, the signed octets. Never rejects. */
export type VerifyEd25519 = (
  publicKey: Uint8Array,
  signature: Uint8Array,
  signed: Uint8Array,
) => Promise<boolean>;

export type SignatureFinding =
  /** Signed by the key that was expected, or by its own where none was. */
  | { readonly kind: 'good'; readonly publicKey: string }
  | { readonly kind: 'unsigned' }
  /** By another key than the expected one. */
  | { readonly kind: 'other-key'; readonly publicKey: string }
  | { readonly kind: 'bad' };

/** What is signed: the list without its own signature, canonical, in UTF-8. */
export function signedOctets(list: EvidenceList): Uint8Array {
  return new TextEncoder().encode(canonicalJson({ ...list, signature: undefined }));
}

/**
 * Checks the signature of a list that `readList` accepted.
 *
 * @param o.signature from a file of its own; otherwise the one in the list
 * @param o.expectedKey base64; null takes whatever key the signature names
 */
export async function checkSignature(
  list: EvidenceList,
  o: {
    readonly verify: VerifyEd25519;
    readonly expectedKey: string | null;
    readonly signature?: ListSignature | undefined;
  },
): Promise<SignatureFinding> {
  const signature = o.signature ?? list.signature;
  if (signature === undefined) return { kind: 'unsigned' };
  const { publicKey, value } = signature;
  if (o.expectedKey !== null && o.expectedKey !== publicKey) return { kind: 'other-key', publicKey };
  const good = await o.verify(fromBase64(publicKey), fromBase64(value), signedOctets(list));
  return good ? { kind: 'good', publicKey } : { kind: 'bad' };
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
