/**
 * One domain of the demo zone, as data: what DNS and its policy host answer, and what the extension
 * must therefore say. `zone.ts` is the table; the servers and the check of the demo are made from it.
 */
import type { Level } from '@/utils/verdict/level';

/** How DNS behaves for a domain and every name under it. */
export type DnsBehaviour =
  /** Answers from `mx`, `address` and `stsRecord`. */
  | 'answers'
  /** NXDOMAIN with the SOA record of the zone (RFC 2308 §2.1). */
  | 'no-such-name'
  /** NXDOMAIN without SOA, as a resolver answers that filters names. */
  | 'filtered'
  /** RCODE SERVFAIL. */
  | 'servfail'
  /** Never answers. */
  | 'stalled';

/** What https://mta-sts.DOMAIN/.well-known/mta-sts.txt does (RFC 8461 §3.3). */
export type PolicyBehaviour =
  | { readonly kind: 'serves'; readonly text: string }
  /** Serves it, but under a certificate for another name. */
  | { readonly kind: 'wrong-certificate'; readonly text: string }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'redirects'; readonly to: string };

export interface DemoHost {
  readonly name: string;
  readonly preference: number;
  /** IPv4 address from 192.0.2.0/24 (RFC 5737); null for none. */
  readonly address: string | null;
}

/** What the notice must show. */
export interface ExpectedLine {
  readonly level: Level;
  /** The seal in outline. */
  readonly conditional: boolean;
}

export interface DemoDomain {
  /** What is typed after the "@". */
  readonly typed: string;
  /** The domain as the notice names it: A-labels, "" where none can be read. */
  readonly domain: string;
  /** What is special about it, in a few words. */
  readonly about: string;
  readonly dns: DnsBehaviour;
  readonly mx: readonly DemoHost[] | 'null-mx';
  /** IPv4 address of the domain itself. */
  readonly address: string | null;
  /** Text of the `_mta-sts` TXT record. */
  readonly stsRecord: string | null;
  readonly policy: PolicyBehaviour | null;
  readonly expected: {
    /** The sender is known to check MTA-STS, but fetches policies only after a first message. */
    readonly gmail: ExpectedLine;
    /** A self-hosted webmail: nobody knows what its mail server checks. */
    readonly selfHosted: ExpectedLine;
  };
}
