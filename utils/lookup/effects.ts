/** What a look-up needs from the outside. The edges (`network`, `cache`) supply it; tests use a tiny fake internet. */
import type { RrTypeName } from '@/utils/dns/message';
import type { DnsOutcome } from '@/utils/dns/outcome';
import type { PolicyFetchOutcome } from '@/utils/mta-sts/fetch-outcome';
import type { PolicyMemory } from '@/utils/verdict/policy-memory';

/** Asks one DNS question. Never rejects: a failure is an outcome. An aborted signal gives a `timeout` failure. */
export type QueryDns = (name: string, type: RrTypeName, signal: AbortSignal) => Promise<DnsOutcome>;

/** GETs https://mta-sts.DOMAIN/.well-known/mta-sts.txt (RFC 8461 §3.3). Never rejects. */
export type FetchPolicy = (domain: string, signal: AbortSignal) => Promise<PolicyFetchOutcome>;

export interface LookupEffects {
  readonly query: QueryDns;
  /** null: reading policies is not allowed now. */
  readonly fetchPolicy: FetchPolicy | null;
  readonly recallPolicy: (domain: string) => Promise<PolicyMemory>;
  readonly rememberPolicy: (domain: string, memory: PolicyMemory) => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Calls back once after so many milliseconds; returns how to call it off. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
  /** URL of the resolver `query` asks first, for the record. */
  readonly resolver: string;
}
