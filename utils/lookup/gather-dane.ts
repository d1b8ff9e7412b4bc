/**
 * The TLSA records of one MX host (RFC 7672 §2.2): looked up only where the address is signed, at one base
 * domain after the other. Records that are there are validated here before they count.
 */
import { tlsaBases, tlsaName } from '@/utils/dane/base-domains';
import type { DaneCandidate, DaneReading } from '@/utils/dane/decide-dane';
import { decideDane } from '@/utils/dane/decide-dane';
import type { TlsaAnswer } from '@/utils/dane/read-tlsa';
import { readTlsa } from '@/utils/dane/read-tlsa';
import type { DaneEvidence } from '@/utils/verdict/evidence';
import { confirmAlias } from './confirm-alias';
import type { Deadline } from './deadline';
import type { LookupEffects } from './effects';
import type { GatheredAddress } from './gather-address';
import type { SecuredAnswer } from './secured-answer';
import { askSecured, confirm } from './secured-answer';
import type { Timed } from './validity';
import { outcomeHoldsUntil } from './validity';

/** Gathers them. `address` may rest on the resolver's word; the evidence says so. Never rejects. */
export async function gatherDane(
  effects: LookupEffects,
  deadline: Deadline,
  host: string,
  address: GatheredAddress,
): Promise<Timed<DaneEvidence>> {
  const { evidence, expanded } = address;
  if (evidence.kind !== 'found') return { value: { kind: 'not-asked' }, until: Infinity };
  const whole = evidence.security;
  const alias = await confirmAlias(effects, deadline, address);
  const bases = tlsaBases({ host, expanded, address: whole.state, alias: alias?.state ?? null });
  const candidates: DaneCandidate[] = [];
  let until = Infinity;
  for (const base of bases) {
    const { answer, tlsa } = await askAt(effects, deadline, base);
    until = Math.min(until, answer.until, outcomeHoldsUntil(answer.outcome, tlsa.ttl));
    candidates.push({ base, tlsa, security: answer.security.state });
    const reading = decideDane(candidates);
    // Absent so far: the next base has its turn.
    if (reading.kind === 'absent' && candidates.length < bases.length) continue;
    return { value: asEvidence(reading, answer), until };
  }
  return { value: { kind: 'unsigned' }, until };
}

/** Only what would raise the level is worth a validation: records, and those the resolver vouches for. */
async function askAt(
  effects: LookupEffects,
  deadline: Deadline,
  base: string,
): Promise<{ readonly answer: SecuredAnswer; readonly tlsa: TlsaAnswer }> {
  const answer = await askSecured(effects, deadline, tlsaName(base), 'TLSA');
  const tlsa = readTlsa(base, answer.outcome);
  const raises = tlsa.kind === 'records' && answer.security.state === 'secure';
  return { answer: raises ? await confirm(effects, deadline, answer) : answer, tlsa };
}

function asEvidence(reading: DaneReading, { security, outcome }: SecuredAnswer): DaneEvidence {
  if (reading.kind !== 'failed') return { ...reading, security };
  const resolvers = outcome.status === 'failed' ? (outcome.failing ?? 1) : 1;
  return { ...reading, at: outcome.at, since: outcome.at, resolvers };
}
