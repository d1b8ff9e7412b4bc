/** Ed25519 by Node (RFC 8032). */
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { EvidenceList, ListSignature } from '@/utils/evidence/evidence-list';
import { signedOctets, type VerifyEd25519 } from '@/utils/evidence/list-signature';

/** What stands before the raw key in DER (RFC 8410 §4). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

export const verifyEd25519: VerifyEd25519 = (publicKey, signature, signed) => {
  try {
    const der = Buffer.concat([SPKI_PREFIX, publicKey]);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return Promise.resolve(verify(null, signed, key, signature));
  } catch {
    // No point of the curve, or no 32 octets.
    return Promise.resolve(false);
  }
};

/** Reads a private key in PEM, as `openssl genpkey -algorithm ed25519` makes it; null if it is none. */
export function readPrivateKey(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

/** Signs a list. */
export function signList(list: EvidenceList, key: KeyObject): ListSignature {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return {
    algorithm: 'Ed25519',
    publicKey: der.subarray(SPKI_PREFIX.length).toString('base64'),
    value: sign(null, signedOctets(list), key).toString('base64'),
  };
}
