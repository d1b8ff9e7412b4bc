/** The `_mta-sts` TXT record set (RFC 8461 §3.1). */
import type { DnsFailure } from '@/utils/dns/outcome';

export interface RecordFault {
  readonly code:
    | 'several-records'
    | 'version-not-first'
    | 'id-missing'
    | 'id-malformed'
    | 'empty-field'
    | 'field-malformed'
    | 'trailing-blank';
}

export type RecordReading =
  | {
      readonly kind: 'found';
      readonly id: string;
      /** `v=STSv1 ;` (erratum 6285) */ readonly lowConfidence: boolean;
    }
  | { readonly kind: 'absent' }
  | { readonly kind: 'malformed'; readonly fault: RecordFault }
  | { readonly kind: 'failed'; readonly failure: DnsFailure };

export interface RecordAnswer {
  readonly reading: RecordReading;
  /** The resolver's AD bit; null where there was no answer. */
  readonly authenticData: boolean | null;
  /** Seconds for which the answer holds (RFC 2308 for negative ones); 0 where there was no answer. */
  readonly ttl: number;
}
