/** What is remembered between look-ups, and the two places it may be kept. */
import type { PolicyMemory } from '@/utils/verdict/policy-memory';
import type { LookedUp } from '@/utils/verdict/evidence';
import type { Level } from '@/utils/verdict/level';
import type { LevelHistory } from '@/utils/verdict/level-history';
import type { ReportEvidence } from '@/utils/tlsrpt/record';

/** Evidence out of the cache. Stale evidence may be shown while it is looked up again. */
export interface CachedEvidence {
  readonly evidence: LookedUp;
  /** It still holds, by a clock that has not been turned back since. */
  readonly fresh: boolean;
}

/** One domain as asked of one resolver, for a list of everything that is known. */
export interface CacheEntry {
  readonly domain: string;
  /** URL of the resolver. */
  readonly resolver: string;
  /** Verdict for a sender that checks, when it was gathered. */
  readonly level: Level;
  /** Milliseconds since the epoch. */
  readonly checkedAt: number;
  readonly validUntil: number;
  readonly evidence: LookedUp;
}

/** No method rejects because of the storage: on disk that fails, memory takes over. */
export interface Cache {
  /** Where things are kept now. */
  readonly storage: 'disk' | 'memory';
  /** The last evidence about `domain` gathered through `resolver` (its URL); null if there is none. */
  readonly getEvidence: (domain: string, resolver: string) => Promise<CachedEvidence | null>;
  /** Keeps the evidence, and enters its level into the history of the domain. */
  readonly putEvidence: (evidence: LookedUp) => Promise<void>;
  /** How the level of `domain` changed, whoever was asked; empty if nothing is remembered. */
  readonly recallHistory: (domain: string) => Promise<LevelHistory>;
  /** Where `domain` wants reports, as `resolver` (its URL) said; null unless that still holds. */
  readonly getReports: (domain: string, resolver: string) => Promise<ReportEvidence | null>;
  readonly putReports: (reports: ReportEvidence) => Promise<void>;
  /** For the effects of a look-up; empty if nothing is remembered. */
  readonly recallPolicy: (domain: string) => Promise<PolicyMemory>;
  readonly rememberPolicy: (domain: string, memory: PolicyMemory) => Promise<void>;
  /** Everything known, the latest first. */
  readonly list: () => Promise<CacheEntry[]>;
  /**
   * Forgets evidence that ran out more than 30 days ago, policies and addresses for reports that ran out,
   * histories not added to for a year, and what comes from the future.
   */
  readonly prune: () => Promise<void>;
  /** Forgets all about one domain, its policy and history too. */
  readonly deleteDomain: (domain: string) => Promise<void>;
  readonly clear: () => Promise<void>;
}
