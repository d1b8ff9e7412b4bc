/**
 * What became of one DNS question. A failure is a value like any other: it never turns into
 * "does not exist" (RFC 5321 §5.1; RFC 7672 §2.1.2).
 */
import type { DnsMessage } from './message';

/** Why no usable answer came. */
export type DnsFailureCode =
  /** No answer in time. */
  | 'timeout'
  /** The resolver could not be reached: no network, refused, TLS failed. */
  | 'network'
  /** The resolver answered with an HTTP status other than 2xx (RFC 8484 §4.2.1). */
  | 'http'
  /** Not a DNS message, or not the answer to our question. */
  | 'malformed'
  /** RCODE SERVFAIL. */
  | 'servfail'
  /** Any other RCODE that is neither NOERROR nor NXDOMAIN. */
  | 'refused'
  /** Our own limit of queries was reached; nothing was sent. */
  | 'rate-limited'
  /** No permission for the resolver's host; nothing was sent. */
  | 'no-permission';

export interface DnsFailure {
  readonly code: DnsFailureCode;
  /** HTTP status or RCODE, where there was one. */
  readonly status?: number;
  /** Extended DNS Errors (RFC 8914) that came with it. */
  readonly extendedErrors?: readonly { readonly code: number; readonly text: string }[];
}

export type DnsOutcome =
  | {
      readonly status: 'answered';
      /** NOERROR or NXDOMAIN, with TTLs already lessened by the HTTP Age header (RFC 8484 §5.1). */
      readonly message: DnsMessage;
      /** URL of the resolver that answered. */
      readonly resolver: string;
      /** Milliseconds since the epoch. */
      readonly at: number;
      /** What the resolver's own clock said then (HTTP Date), in milliseconds since the epoch. */
      readonly servedAt?: number;
    }
  | {
      readonly status: 'failed';
      readonly failure: DnsFailure;
      readonly resolver: string;
      readonly at: number;
      /** How many resolvers said SERVFAIL or ran out of time, where it was more than one. */
      readonly failing?: number;
    };
