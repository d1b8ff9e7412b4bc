/**
 * Everything that was found out about one domain, failures included. Plain data: it is stored, sent
 * between the parts of the extension, and handed to `decide`. Times are milliseconds since the epoch.
 */
import type { TlsaRecord } from '@/utils/dane/tlsa-record';
import type { DnsFailure } from '@/utils/dns/outcome';
import type { ChainStep, Security } from '@/utils/dnssec/security';
import type { Observation } from '@/utils/evidence/observation';
import type { MxAnswer } from '@/utils/mx/mx-reading';
import type { RecordAnswer } from '@/utils/mta-sts/record';
import type { Policy, PolicyFault } from '@/utils/mta-sts/policy';
import type { PolicyFetchFailureCode } from '@/utils/mta-sts/fetch-outcome';

/** What is known of the signatures of one answer. */
export interface AnswerSecurity {
  readonly state: Security;
  /** Whose word it is: our own validation, the resolver's AD bit, or nobody's. */
  readonly by: 'local' | 'resolver' | null;
  /** Of our own validation; empty where none was made. */
  readonly chain: readonly ChainStep[];
  /**
   * For `bogus`: the resolver refuses the answer too. Where it does not, one of us is wrong, or somebody
   * on the way lies, and that proves nothing about the domain.
   */
  readonly confirmed: boolean;
}

export type AddressEvidence =
  | {
      readonly kind: 'found';
      /** IPv4 if there are any, else IPv6: one family is enough to tell that the host can be reached. */
      readonly addresses: readonly string[];
      readonly security: AnswerSecurity;
    }
  /** Neither A nor AAAA. */
  | { readonly kind: 'none'; readonly security: AnswerSecurity }
  /** The signatures of the answer do not hold (RFC 7672 §2.1.2). */
  | { readonly kind: 'bogus'; readonly security: AnswerSecurity }
  | { readonly kind: 'failed'; readonly failure: DnsFailure }
  /** Beyond the number of hosts that are looked at. */
  | { readonly kind: 'not-asked' };

/** What the TLSA records of a host say (RFC 7672 §2.2). */
export type DaneEvidence =
  /** No address, or beyond the number of hosts that are looked at. */
  | { readonly kind: 'not-asked' }
  /** The address is not signed, so TLSA records could not count and are not looked up (RFC 7672 §2.2.2). */
  | { readonly kind: 'unsigned' }
  /** No signed TLSA record at any base domain. */
  | { readonly kind: 'absent'; readonly security: AnswerSecurity }
  | {
      readonly kind: 'found';
      /** TLSA base domain: the records stand at `_25._tcp.` below it. */
      readonly base: string;
      readonly records: readonly TlsaRecord[];
      /** How many of the records a sender can use; 0: encryption is required, but nobody is identified. */
      readonly usable: number;
      readonly security: AnswerSecurity;
    }
  | { readonly kind: 'bogus'; readonly base: string; readonly security: AnswerSecurity }
  | {
      readonly kind: 'failed';
      readonly base: string;
      readonly failure: DnsFailure;
      /** When this attempt failed, and the first of those that failed without one in between that did not. */
      readonly at: number;
      readonly since: number;
      /** How many resolvers failed in this attempt. */
      readonly resolvers: number;
    };

/** The MX answer with what is known of its signatures. */
export interface MxEvidence extends MxAnswer {
  readonly security: AnswerSecurity;
}

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
  readonly mx: MxEvidence;
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
