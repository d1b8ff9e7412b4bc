/** Digest algorithm agility: of several digests of one thing only the strongest counts (RFC 7671 §9). */
import type { TlsaRecord } from './tlsa-record';

/** Matching type 0 is the thing itself and no digest; it always counts. */
const FULL = 0;

/**
 * The records a sender matches a certificate against: of the usable ones of each usage and selector every
 * full value and the strongest digest. SHA-512 (2) is stronger than SHA-256 (1).
 */
export function strongestRecords(records: readonly TlsaRecord[]): TlsaRecord[] {
  const usable = records.filter(({ unusable }) => unusable === null);
  return usable.filter((record) => {
    const peers = usable.filter(
      ({ usage, selector }) => usage === record.usage && selector === record.selector,
    );
    const strongest = Math.max(...peers.map(({ matchingType }) => matchingType));
    return record.matchingType === FULL || record.matchingType === strongest;
  });
}
