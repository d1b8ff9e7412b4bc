/** What a look-up needs from the outside. The edges (`network`, `cache`) supply it; tests use a tiny fake internet. */
import type { RrTypeName } from '@/utils/dns/message';
import type { DnsOutcome } from '@/utils/dns/outcome';
import type { Validation } from '@/utils/dnssec/security';
import type { PolicyFetchOutcome } from '@/utils/mta-sts/fetch-outcome';
import type { LookedUp } from '@/utils/verdict/evidence';
import type { PolicyMemory } from '@/utils/verdict/policy-memory';

/** Asks one DNS question. Never rejects: a failure is an outcome. An aborted signal gives a `timeout` failure. */
export type QueryDns = (
  name: string,
  type: RrTypeName,
  signal: AbortSignal,
  options?: QueryOptions,
) => Promise<DnsOutcome>;

export interface QueryOptions {
  /** The resolver shall hand out even what it holds for bogus: we judge for ourselves (RFC 4035 §3.2.2). */
  readonly checkingDisabled?: boolean;
}

/** Validates an answer to a question from the trust anchors down. Never rejects; an aborted signal gives `indeterminate`. */
export type ValidateAnswer = (
  question: DnsQuestion,
  outcome: DnsOutcome,
  signal: AbortSignal,
) => Promise<Validation>;

export interface DnsQuestion {
  readonly name: string;
  readonly type: RrTypeName;
}

/** GETs https://mta-sts.DOMAIN/.well-known/mta-sts.txt (RFC 8461 §3.3). Never rejects. */
export type FetchPolicy = (domain: string, signal: AbortSignal) => Promise<PolicyFetchOutcome>;

export interface LookupEffects {
  readonly query: QueryDns;
  readonly validate: ValidateAnswer;
  /** null: reading policies is not allowed now. */
  readonly fetchPolicy: FetchPolicy | null;
  readonly recallPolicy: (domain: string) => Promise<PolicyMemory>;
  readonly rememberPolicy: (domain: string, memory: PolicyMemory) => Promise<void>;
  /** What was found out about the domain the last time; null if nothing is remembered. */
  readonly recallEvidence: (domain: string) => Promise<LookedUp | null>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Calls back once after so many milliseconds; returns how to call it off. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
  /** URL of the resolver `query` asks first, for the record. */
  readonly resolver: string;
}
