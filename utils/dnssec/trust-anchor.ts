/** Where every chain starts: keys of the root that are known beforehand, by their digests (RFC 4035 §4.4). */

/** A DS record (RFC 4034 §5) that is trusted without a signature. Only those of the root are used. */
export interface TrustAnchor {
  /** Presentation form; "." for the root. */
  readonly owner: string;
  readonly keyTag: number;
  readonly algorithm: number;
  readonly digestType: number;
  /** Lower-case hexadecimal. */
  readonly digest: string;
}

/**
 * The root's keys of 2017 and 2024, as IANA publishes them at https://data.iana.org/root-anchors/root-anchors.xml
 * (taken from Debian's package dns-root-data 2024071801, 2026-11-24). KSK-2024 signs from 2026-10-11 on;
 * KSK-2017 is to be revoked on 2027-01-11, and a revoked key is refused anyway (RFC 5011 §2.1).
 */
export const ROOT_ANCHORS: readonly TrustAnchor[] = [
  {
    owner: '.',
    keyTag: 20326,
    algorithm: 8,
    digestType: 2,
    digest: 'e06d44b80b8f1d39a95c0b0d7c65d08458e880409bbc683457104237c7f8ec8d',
  },
  {
    owner: '.',
    keyTag: 38696,
    algorithm: 8,
    digestType: 2,
    digest: '683d2d0acb8c9b712a1948b27f741219298d0a450d612c483af444a4c0fb2b16',
  },
];
