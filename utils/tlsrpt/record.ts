/**
 * The `_smtp._tls` TXT record set (RFC 8460 §3): where a domain wants reports on failed encryption. For
 * information only; it raises and lowers nothing.
 */
import type { DnsFailure } from '@/utils/dns/outcome';

export interface ReportRecordFault {
  readonly code:
    | 'several-records'
    | 'version-not-first'
    /** No address of a kind that reports can be sent to. */
    | 'rua-missing'
    | 'rua-malformed'
    | 'empty-field'
    | 'field-malformed'
    | 'trailing-blank';
}

export type ReportReading =
  /** URIs of the schemes mailto and https, as they stand in the record; at least one. */
  | { readonly kind: 'found'; readonly rua: readonly string[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'malformed'; readonly fault: ReportRecordFault }
  | { readonly kind: 'failed'; readonly failure: DnsFailure };

/** The record set with how long it holds. */
export interface ReportAnswer {
  readonly reading: ReportReading;
  /** Seconds for which the answer holds (RFC 2308 for negative ones); 0 where there was no answer. */
  readonly ttl: number;
}

/** The same about a domain, ready to be kept. */
export interface ReportEvidence {
  /** A-labels, lower case. */
  readonly domain: string;
  /** URL of the resolver that was asked. */
  readonly resolver: string;
  readonly reading: ReportReading;
  /** Milliseconds since the epoch. */
  readonly gatheredAt: number;
  readonly validUntil: number;
}
