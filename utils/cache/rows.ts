/** The rows both caches keep, and when a row has had its time. */
import type { PolicyMemory } from '@/utils/verdict/policy-memory';
import { RETRY_AFTER_MS } from '@/utils/verdict/policy-memory';
import { decide } from '@/utils/verdict/decide';
import type { ReportEvidence } from '@/utils/tlsrpt/record';
import type { LookedUp } from '@/utils/verdict/evidence';
import type { CachedEvidence, CacheEntry } from './cache';

/** Keyed by domain and resolver. */
export type EvidenceRow = CacheEntry;

/** Keyed by domain: a policy is the same whoever asks. */
export interface PolicyRow {
  readonly domain: string;
  readonly memory: PolicyMemory;
  /** When it was learnt, and when nothing of it matters any more; milliseconds since the epoch. */
  readonly learntAt: number;
  readonly expiresAt: number;
}

const DAY_MS = 86_400_000;

/** How long evidence is kept after it ran out: it still says since when something is known. */
export const KEEP_STALE_MS = 30 * DAY_MS;

/** The row of evidence, with its verdict for a sender that checks. */
export function evidenceRow(evidence: LookedUp): EvidenceRow {
  const { domain, resolver, gatheredAt, validUntil } = evidence;
  const { level } = decide(evidence, { kind: 'checking' }, gatheredAt);
  return { domain, resolver, level, checkedAt: gatheredAt, validUntil, evidence };
}

/** The row of a policy memory; null if there is nothing in it to remember. */
export function policyRow(domain: string, memory: PolicyMemory): PolicyRow | null {
  const { cached, failure } = memory;
  if (cached === null && failure === null) return null;
  return {
    domain,
    memory,
    learntAt: Math.max(cached?.fetchedAt ?? 0, failure?.at ?? 0),
    expiresAt: Math.max(cached?.expiresAt ?? 0, failure === null ? 0 : failure.at + RETRY_AFTER_MS),
  };
}

/**
 * Evidence with whether it still holds. Evidence from the future was gathered before the clock was turned
 * back; trusting it would let a wrong clock make it hold longer than it may, so it counts as stale.
 */
export function withFreshness({ evidence }: EvidenceRow, now: number): CachedEvidence {
  const fresh = evidence.gatheredAt <= now && now < evidence.validUntil;
  return { evidence, fresh };
}

/** Addresses for reports while they hold; null otherwise, and where they come from the future. */
export function liveReports(row: ReportEvidence | undefined, now: number): ReportEvidence | null {
  return row !== undefined && row.gatheredAt <= now && now < row.validUntil ? row : null;
}

/** Whether pruning takes an evidence row. */
export function isEvidenceDone(row: EvidenceRow, now: number): boolean {
  return row.checkedAt > now || row.validUntil < now - KEEP_STALE_MS;
}

/** Whether pruning takes a policy row. */
export function isPolicyDone(row: PolicyRow, now: number): boolean {
  return row.learntAt > now || row.expiresAt <= now;
}
