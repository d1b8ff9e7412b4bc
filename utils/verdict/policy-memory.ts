/** What is remembered of a domain's policy between look-ups (RFC 8461 §3.3). Plain data: it is stored. */
import type { CachedPolicy, PolicyEvidence } from './evidence';

export interface PolicyMemory {
  /** The last policy that was fetched; may have run out. */
  readonly cached: CachedPolicy | null;
  /** The last failing GET since. */
  readonly failure: {
    /** Of the record it was made for. */
    readonly id: string;
    /** Milliseconds since the epoch. */
    readonly at: number;
    readonly evidence: Extract<PolicyEvidence, { readonly kind: 'malformed' | 'unreachable' }>;
  } | null;
}

export const EMPTY_MEMORY: PolicyMemory = { cached: null, failure: null };

/** "Wait at least five minutes" after a failing GET under the same id (RFC 8461 §3.3 SHOULD). */
export const RETRY_AFTER_MS = 5 * 60 * 1000;
