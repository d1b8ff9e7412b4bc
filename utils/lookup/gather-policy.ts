/** The MTA-STS part of a look-up: the record, then the policy file if it is needed and allowed (RFC 8461 §3). */
import { readRecord } from '@/utils/mta-sts/read-record';
import type { MtaStsEvidence, PolicyEvidence } from '@/utils/verdict/evidence';
import type { PolicyMemory } from '@/utils/verdict/policy-memory';
import { EMPTY_MEMORY, RETRY_AFTER_MS } from '@/utils/verdict/policy-memory';
import { ask } from './ask';
import type { Deadline } from './deadline';
import type { LookupEffects } from './effects';
import { livePolicy, planPolicy, policyResult } from './policy-plan';
import type { Timed } from './validity';
import { outcomeHoldsUntil } from './validity';

/** Gathers the record and the policy of a domain. Never rejects. */
export async function gatherPolicy(
  effects: LookupEffects,
  deadline: Deadline,
  domain: string,
): Promise<Timed<MtaStsEvidence>> {
  const [outcome, memory] = await Promise.all([
    ask(effects, deadline, `_mta-sts.${domain}`, 'TXT'),
    deadline.within(
      () => effects.recallPolicy(domain),
      () => EMPTY_MEMORY,
    ),
  ]);
  const record = readRecord(domain, outcome);
  const plan = planPolicy(record.reading, memory, effects.fetchPolicy !== null, effects.now());
  const policy =
    plan.kind === 'settled' ? plan.evidence : await fetchNow(effects, deadline, domain, plan.id, memory);
  const live = policy.kind === 'read' ? null : livePolicy(memory, effects.now());
  const evidence: MtaStsEvidence = { record, policy, live };
  const ends = [outcomeHoldsUntil(outcome, record.ttl), policyHoldsUntil(evidence, effects.now())];
  return { value: evidence, until: Math.min(...ends) };
}

async function fetchNow(
  effects: LookupEffects,
  deadline: Deadline,
  domain: string,
  id: string,
  memory: PolicyMemory,
): Promise<PolicyEvidence> {
  const { fetchPolicy } = effects;
  if (fetchPolicy === null) return { kind: 'unread' };
  // Out of time before anything was sent: nobody has looked, and no failure rests the next attempt.
  if (deadline.signal.aborted) return { kind: 'unread' };
  const outcome = await deadline.within(
    () => fetchPolicy(domain, deadline.signal),
    () => ({
      status: 'failed' as const,
      failure: { code: deadline.signal.aborted ? ('timeout' as const) : ('unreachable' as const) },
      at: effects.now(),
    }),
  );
  const result = policyResult(id, outcome, memory);
  if (result.memory !== null) await remember(effects, deadline, domain, result.memory);
  return result.evidence;
}

/** A memory that cannot be kept costs the next look-up a fetch, never this one its answer. */
async function remember(
  effects: LookupEffects,
  deadline: Deadline,
  domain: string,
  memory: PolicyMemory,
): Promise<void> {
  // Begun even when time is up: a failing GET must be remembered for its five minutes.
  const kept = effects.rememberPolicy(domain, memory).catch(() => undefined);
  await deadline.within(
    () => kept,
    () => undefined,
  );
}

function policyHoldsUntil({ policy, live }: MtaStsEvidence, now: number): number {
  const liveEnd = live?.expiresAt ?? Number.POSITIVE_INFINITY;
  switch (policy.kind) {
    case 'read':
      return policy.cached.expiresAt;
    case 'unreachable':
      return Math.min(policy.at + RETRY_AFTER_MS, liveEnd);
    case 'malformed':
      // Its owner may mend it without a new id.
      return Math.min(now + RETRY_AFTER_MS, liveEnd);
    case 'not-needed':
    case 'unread':
      return liveEnd;
  }
}
