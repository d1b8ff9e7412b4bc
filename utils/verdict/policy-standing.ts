/**
 * What a domain's MTA-STS evidence amounts to at a moment: a policy that binds senders that check it,
 * nothing, or an open question (RFC 8461 §3–§5).
 */
import type { Policy } from '@/utils/mta-sts/policy';
import type { CachedPolicy, LookedUp, MtaStsEvidence, PolicyEvidence } from './evidence';
import { isLive } from './live-policy';
import type { Reason, ReasonParams } from './reason';
import { reason } from './reason';
import type { MtaStsStatus } from './verdict';

export type CachedBecause = ReasonParams['sts-cached']['because'];

export interface BindingPolicy {
  readonly kind: 'binding';
  readonly status: 'enforce' | 'testing';
  readonly id: string | null;
  readonly policy: Policy;
  /** Milliseconds since the epoch. */
  readonly until: number;
  /** Set where the policy binds only out of the cache. */
  readonly cachedBecause: CachedBecause | null;
  /** The record holds to the grammar only with good will (erratum 6285): strict senders discard it. */
  readonly lenient: boolean;
}

export type PolicyStanding =
  | BindingPolicy
  /** As if the domain had no MTA-STS; the reasons say why. */
  | {
      readonly kind: 'nothing' | 'open';
      readonly status: MtaStsStatus;
      readonly id: string | null;
      /** A policy that was read and asks for nothing (mode none). */
      readonly policy: Policy | null;
      readonly until: number | null;
      readonly reasons: readonly Reason[];
    };

type Unbound = Exclude<PolicyStanding, BindingPolicy>;

/** Judges the MTA-STS evidence of a domain as of `now`. Total. */
export function policyStanding(evidence: LookedUp, now: number): PolicyStanding {
  const { mtaSts } = evidence;
  const read = mtaSts.policy.kind === 'read' ? mtaSts.policy.cached : null;
  if (read !== null && !hasLapsed(read, evidence, now)) return readStanding(mtaSts, read);
  const live = mtaSts.live;
  // Mode none in the cache asks for nothing, so it cannot answer what today's record or file asks for.
  if (live !== null && live.policy.mode !== 'none' && isLive(live, now)) {
    return binding(live, live.policy.mode, cachedBecause(mtaSts), mtaSts);
  }
  return unbound(mtaSts);
}

/** A policy of max_age 0 may be used with the answer it came with, but never later (RFC 8461 §3.2). */
function hasLapsed(read: CachedPolicy, evidence: LookedUp, now: number): boolean {
  return now >= read.expiresAt && now >= evidence.validUntil;
}

function readStanding(mtaSts: MtaStsEvidence, read: CachedPolicy): PolicyStanding {
  const { mode } = read.policy;
  if (mode !== 'none') return binding(read, mode, null, mtaSts);
  const reasons = [reason('nothing-requires', {}), reason('sts-none', { id: read.id })];
  return {
    kind: 'nothing',
    status: 'none',
    id: read.id,
    policy: read.policy,
    until: read.expiresAt,
    reasons,
  };
}

function binding(
  cached: CachedPolicy,
  status: 'enforce' | 'testing',
  because: CachedBecause | null,
  { record }: MtaStsEvidence,
): BindingPolicy {
  return {
    kind: 'binding',
    status,
    id: cached.id,
    policy: cached.policy,
    until: cached.expiresAt,
    cachedBecause: because,
    lenient: record.reading.kind === 'found' && record.reading.lowConfidence,
  };
}

function cachedBecause({ record, policy }: MtaStsEvidence): CachedBecause {
  if (record.reading.kind === 'absent') return 'record-absent';
  if (record.reading.kind === 'malformed') return 'record-malformed';
  if (record.reading.kind === 'failed') return 'record-failed';
  return policy.kind === 'malformed' || policy.kind === 'unreachable' ? 'fetch-failed' : 'unread';
}

/** No policy in force: absent, malformed and "could not find out" stay three different answers. */
function unbound({ record, policy }: MtaStsEvidence): Unbound {
  const { reading } = record;
  switch (reading.kind) {
    case 'absent':
      return without('nothing', 'absent', null, reason('nothing-requires', {}), reason('sts-absent', {}));
    case 'malformed': {
      const why = reason('sts-record-malformed', { fault: reading.fault.code });
      return without('nothing', 'malformed', null, why, reason('nothing-requires', {}));
    }
    case 'failed':
      // Not "no policy" (RFC 8461 §3.3; RFC 5321 §5.1 by analogy).
      return without('open', 'unknown', null, reason('sts-lookup-failed', { failure: reading.failure.code }));
    case 'found':
      return withoutPolicy(policy, reading.id);
  }
}

/** A record, but no policy: as if not implemented (RFC 8461 §3.3), except where nobody looked. */
function withoutPolicy(policy: PolicyEvidence, id: string): Unbound {
  switch (policy.kind) {
    case 'malformed': {
      const { code, line } = policy.fault;
      const why = reason('sts-policy-malformed', { fault: code, line: line ?? null });
      return without('nothing', 'malformed', id, why, reason('nothing-requires', {}));
    }
    case 'unreachable': {
      const why = reason('sts-unreachable', { failure: policy.failure, status: policy.httpStatus });
      return without('nothing', 'unreachable', id, why, reason('nothing-requires', {}));
    }
    case 'not-needed':
    case 'unread':
    case 'read':
      // Not looking must never look better than looking. A policy that has lapsed is one nobody has read.
      return without('open', 'unread', id, reason('sts-unread', {}));
  }
}

function without(
  kind: Unbound['kind'],
  status: MtaStsStatus,
  id: string | null,
  ...reasons: readonly Reason[]
): Unbound {
  return { kind, status, id, policy: null, until: null, reasons };
}
