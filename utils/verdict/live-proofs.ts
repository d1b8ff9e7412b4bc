/**
 * Proofs run out. Evidence that is shown although it is due, while it is looked up again, or that comes
 * from before a clock was changed, still tells what was found, but neither green nor red rests on it.
 */
import type { AnswerSecurity, HostEvidence, LookedUp } from './evidence';

/** The evidence as of `now`: with what our own validation proved while that holds, without it afterwards. */
export function withLiveProofs(evidence: LookedUp, now: number): LookedUp {
  if (evidence.gatheredAt <= now && now < evidence.validUntil) return evidence;
  const { mx, hosts } = evidence;
  return { ...evidence, mx: { ...mx, security: unproven(mx.security) }, hosts: hosts.map(unprovenHost) };
}

function unproven(security: AnswerSecurity): AnswerSecurity {
  return { ...security, by: security.by === 'local' ? 'resolver' : security.by, confirmed: false };
}

function unprovenHost({ address, dane, ...host }: HostEvidence): HostEvidence {
  return {
    ...host,
    address: 'security' in address ? { ...address, security: unproven(address.security) } : address,
    dane: dane.kind === 'failed' ? { ...dane, since: dane.at, resolvers: 1 } : unprovenDane(dane),
  };
}

function unprovenDane(dane: HostEvidence['dane']): HostEvidence['dane'] {
  return 'security' in dane ? { ...dane, security: unproven(dane.security) } : dane;
}
