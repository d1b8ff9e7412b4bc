/**
 * Whether DANE applies to one mail host (RFC 7672 §2.2): its base domains are tried in turn, and the first
 * that settles the matter counts.
 *
 * A signed answer that there are no records is an answer like any other; so are unsigned records, which
 * nobody looks at. An answer that does not hold, or none, is neither: the host is not used, and never
 * taken for one without DANE (RFC 7672 §2.1.2 MUST).
 */
import type { DnsFailure } from '@/utils/dns/outcome';
import type { Security } from '@/utils/dnssec/security';
import { strongestRecords } from './digest-agility';
import type { TlsaAnswer } from './read-tlsa';
import type { TlsaRecord } from './tlsa-record';

/** One base domain with what was answered there. */
export interface DaneCandidate {
  readonly base: string;
  readonly tlsa: TlsaAnswer;
  readonly security: Security;
}

export type DaneReading =
  | {
      readonly kind: 'found';
      readonly base: string;
      readonly records: readonly TlsaRecord[];
      /** Records a certificate may match; 0: TLS is required, authentication is not (RFC 7672 §2.2). */
      readonly usable: number;
    }
  | { readonly kind: 'absent' }
  | { readonly kind: 'bogus'; readonly base: string }
  | { readonly kind: 'failed'; readonly base: string; readonly failure: DnsFailure };

/** Decides by candidates in the order of `tlsaBases`; without any, DANE is absent. */
export function decideDane(candidates: readonly DaneCandidate[]): DaneReading {
  for (const candidate of candidates) {
    const reading = settle(candidate);
    if (reading !== null) return reading;
  }
  return { kind: 'absent' };
}

/** What one base domain settles; null where the next one has its turn. */
function settle({ base, tlsa, security }: DaneCandidate): DaneReading | null {
  if (security === 'bogus') return { kind: 'bogus', base };
  if (tlsa.kind === 'failed') return { kind: 'failed', base, failure: tlsa.failure };
  // The same as no answer (RFC 7672 §2.1.2).
  if (security === 'indeterminate') return { kind: 'failed', base, failure: { code: 'servfail' } };
  if (tlsa.kind === 'none' || security === 'insecure') return null;
  return { kind: 'found', base, records: tlsa.records, usable: strongestRecords(tlsa.records).length };
}
