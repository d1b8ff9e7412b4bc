/** Whether a certificate is what MTA-STS asks for: trusted, in time, and for the host (RFC 8461 §4.1, §4.2). */
import type { X509Certificate } from 'node:crypto';
import type { CertificateFinding } from '@/utils/evidence/look';

const FINDINGS: Readonly<Record<string, CertificateFinding>> = {
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-issuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-issuer',
};

/** The finding for the leaf of a chain; null where none was presented. */
export function certificateFinding(
  leaf: X509Certificate | undefined,
  chainFault: string | null,
  host: string,
): CertificateFinding | null {
  if (leaf === undefined) return null;
  if (chainFault !== null) return FINDINGS[chainFault] ?? 'invalid';
  return namesHost(leaf, host) ? 'valid' : 'name-mismatch';
}

/** A DNS-ID for the host, a wildcard only as its whole left-most label; the subject's CN counts for nothing. */
export function namesHost(certificate: X509Certificate, host: string): boolean {
  return (
    certificate.checkHost(host, { subject: 'never', wildcards: true, partialWildcards: false }) !== undefined
  );
}
