/** Which TLSA records a sending mail server can use (RFC 7672 §3.1, RFC 6698 §2.1, RFC 7671 §4). */
import { looksLikeCertificate, looksLikePublicKey } from './der';
import type { TlsaFault } from './tlsa-record';

/** The fields of a record as they came. */
export interface TlsaFields {
  readonly usage: number;
  readonly selector: number;
  readonly matchingType: number;
  readonly association: Uint8Array;
}

/** DANE-TA and DANE-EE; 0 and 1 are undefined for mail, and senders take them for unusable (RFC 7672 §3.1.3). */
const USAGES: readonly number[] = [2, 3];
/** Whole certificate, or public key. */
const SELECTORS: readonly number[] = [0, 1];
/** Octets of SHA-256 and SHA-512 (RFC 6698 §2.1.3). */
const DIGEST_OCTETS: ReadonlyMap<number, number> = new Map([
  [1, 32],
  [2, 64],
]);
const FULL = 0;

/** Why no sender can use the record; null if one can. */
export function tlsaFault({ usage, selector, matchingType, association }: TlsaFields): TlsaFault | null {
  if (!USAGES.includes(usage)) return 'usage';
  if (!SELECTORS.includes(selector)) return 'selector';
  if (matchingType === FULL) {
    const whole = selector === 0 ? looksLikeCertificate(association) : looksLikePublicKey(association);
    return whole ? null : 'data';
  }
  const octets = DIGEST_OCTETS.get(matchingType);
  if (octets === undefined) return 'matching-type';
  return association.length === octets ? null : 'digest-length';
}
