/**
 * What to do about a domain's policy file, given its record and what is remembered of it
 * (RFC 8461 §3.3, §5.1): one pure decision, and the memory that each result leaves behind.
 */
import { parsePolicy } from '@/utils/mta-sts/parse-policy';
import type { PolicyFetchOutcome } from '@/utils/mta-sts/fetch-outcome';
import type { RecordReading } from '@/utils/mta-sts/record';
import type { CachedPolicy, PolicyEvidence } from '@/utils/verdict/evidence';
import { isLive } from '@/utils/verdict/live-policy';
import type { PolicyMemory } from '@/utils/verdict/policy-memory';
import { RETRY_AFTER_MS } from '@/utils/verdict/policy-memory';

export type PolicyPlan =
  /** Nothing has to be fetched. */
  | { readonly kind: 'settled'; readonly evidence: PolicyEvidence }
  | { readonly kind: 'fetch'; readonly id: string };

/** The cached policy as long as it binds; null otherwise. */
export function livePolicy(memory: PolicyMemory, now: number): CachedPolicy | null {
  return memory.cached !== null && isLive(memory.cached, now) ? memory.cached : null;
}

/** Whether the file must be fetched. `mayFetch`: the user allows it now. */
export function planPolicy(
  reading: RecordReading,
  memory: PolicyMemory,
  mayFetch: boolean,
  now: number,
): PolicyPlan {
  if (reading.kind !== 'found') return { kind: 'settled', evidence: { kind: 'not-needed' } };
  const live = livePolicy(memory, now);
  // The same id means the same policy; a new one asks for a new fetch (RFC 8461 §3.3, §5.1).
  if (live !== null && live.id === reading.id) {
    return { kind: 'settled', evidence: { kind: 'read', cached: live, warnings: [] } };
  }
  if (!mayFetch) return { kind: 'settled', evidence: { kind: 'unread' } };
  const { failure } = memory;
  const resting = failure !== null && failure.id === reading.id && isRecent(failure.at, now);
  return resting ? { kind: 'settled', evidence: failure.evidence } : { kind: 'fetch', id: reading.id };
}

/** A failure from the future (a clock turned back) rests nobody. */
function isRecent(at: number, now: number): boolean {
  return at <= now && now < at + RETRY_AFTER_MS;
}

export interface PolicyResult {
  readonly evidence: PolicyEvidence;
  /** What to remember from now on; null: as before. */
  readonly memory: PolicyMemory | null;
}

/** What a GET under `id` yielded, and what it leaves in memory. */
export function policyResult(id: string, outcome: PolicyFetchOutcome, memory: PolicyMemory): PolicyResult {
  if (outcome.status === 'failed') {
    const { code, httpStatus } = outcome.failure;
    // Nothing was sent, so nothing was learnt.
    if (code === 'no-permission') return { evidence: { kind: 'unread' }, memory: null };
    const { at } = outcome;
    return failed(id, at, { kind: 'unreachable', failure: code, httpStatus: httpStatus ?? null, at }, memory);
  }
  const parse = parsePolicy(outcome.body);
  if (!parse.ok) return failed(id, outcome.at, { kind: 'malformed', fault: parse.fault }, memory);
  const { policy, warnings } = parse;
  const cached = { id, policy, fetchedAt: outcome.at, expiresAt: outcome.at + policy.maxAge * 1000 };
  // A fetched policy replaces the old one at once, mode none too; with max_age 0 it leaves nothing (§3.2).
  return {
    evidence: { kind: 'read', cached, warnings },
    memory: { cached: policy.maxAge > 0 ? cached : null, failure: null },
  };
}

/** "If there is a cached policy, it applies until it expires" (RFC 8461 §3.3): a failing GET takes nothing away. */
function failed(
  id: string,
  at: number,
  evidence: Extract<PolicyEvidence, { readonly kind: 'malformed' | 'unreachable' }>,
  memory: PolicyMemory,
): PolicyResult {
  return { evidence, memory: { cached: memory.cached, failure: { id, at, evidence } } };
}
