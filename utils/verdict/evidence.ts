/**
 * Everything that was found out about one domain, failures included. Plain data: it is stored, sent
 * between the parts of the extension, and handed to `decide`. Times are milliseconds since the epoch.
 */
import type { DnsFailure } from '@/utils/dns/outcome';
import type { Observation } from '@/utils/evidence/observation';
import type { MxAnswer } from '@/utils/mx/mx-reading';
import type { RecordAnswer } from '@/utils/mta-sts/record';
import type { Policy, PolicyFault } from '@/utils/mta-sts/policy';
import type { PolicyFetchFailureCode } from '@/utils/mta-sts/fetch-outcome';

export type AddressEvidence =
  | { readonly kind: 'found'; readonly addresses: readonly string[]; readonly authenticData: boolean }
  /** Neither A nor AAAA. */
  | { readonly kind: 'none'; readonly authenticData: boolean }
  | { readonly kind: 'failed'; readonly failure: DnsFailure }
  /** Beyond the number of hosts that are looked at. */
  | { readonly kind: 'not-asked' };

/** State of the TLSA look-up of a host. `not-asked` until the DANE room is built. */
export type DaneEvidence = { readonly kind: 'not-asked' };

export interface HostEvidence {
  /** MX host: lower-case A-labels, no final dot. */
  readonly name: string;
  readonly preference: number;
  readonly address: AddressEvidence;
  readonly dane: DaneEvidence;
}

/** A policy that was read earlier and whose max_age has not run out (RFC 8461 §3.3). */
export interface CachedPolicy {
  readonly id: string | null;
  readonly policy: Policy;
  readonly fetchedAt: number;
  /** fetchedAt + max_age. */
  readonly expiresAt: number;
}

/** What was learnt of the policy file, if anybody looked. */
export type PolicyEvidence =
  /** No record, so there was nothing to fetch. */
  | { readonly kind: 'not-needed' }
  /** A record exists, but reading policies was not allowed. */
  | { readonly kind: 'unread' }
  /** Fetched now, or earlier under the same id and still live. */
  | { readonly kind: 'read'; readonly cached: CachedPolicy; readonly warnings: readonly 'max-age-capped'[] }
  | { readonly kind: 'malformed'; readonly fault: PolicyFault }
  | {
      readonly kind: 'unreachable';
      readonly failure: PolicyFetchFailureCode;
      readonly httpStatus: number | null;
      /** When the failing GET was made: the next one waits five minutes (RFC 8461 §3.3). */
      readonly at: number;
    };

export interface MtaStsEvidence {
  readonly record: RecordAnswer;
  readonly policy: PolicyEvidence;
  /** A live policy from the cache that `policy` does not replace; null if there is none. */
  readonly live: CachedPolicy | null;
}

/** Evidence about a domain that was looked up. */
export interface LookedUp {
  readonly kind: 'domain';
  /** A-labels, lower case. */
  readonly domain: string;
  readonly mx: MxAnswer;
  /** The MX hosts, or the domain itself for implicit MX; by preference. Empty where there is none. */
  readonly hosts: readonly HostEvidence[];
  readonly mtaSts: MtaStsEvidence;
  readonly observations: readonly Observation[];
  /** URL of the resolver that was asked first. */
  readonly resolver: string;
  readonly gatheredAt: number;
  /** Until when every part of this still holds: the smallest TTL. */
  readonly validUntil: number;
}

/** Cases in which nothing is looked up. */
export type NotLookedUp =
  | { readonly kind: 'address-literal'; readonly literal: string; readonly gatheredAt: number }
  | { readonly kind: 'special-use'; readonly domain: string; readonly gatheredAt: number }
  | { readonly kind: 'unreadable'; readonly gatheredAt: number }
  | {
      readonly kind: 'limited';
      readonly domain: string;
      readonly limit: 'compose' | 'rate';
      readonly gatheredAt: number;
    };

export type Evidence = LookedUp | NotLookedUp;
