/**
 * Hosts said to have no address are passed over, which makes a domain look better. That must not be had by
 * leaving an answer out: where the hosts left are enforced by DANE alone, their absence takes a proof.
 */
import type { JudgedHost } from './domain-rules';
import type { PolicyStanding } from './policy-standing';
import { reason } from './reason';
import type { Ruling } from './ruling';
import type { SenderProfile } from './sender-profile';

/** The ruling of the domain, in outline if a host without address may have been hidden. */
export function doubtAbsence(
  ruling: Ruling,
  judged: readonly JudgedHost[],
  standing: PolicyStanding,
  sender: SenderProfile,
): Ruling {
  // A policy that is enforced and checked covers every host that may be hidden, too (RFC 8461 §5).
  const covered =
    standing.kind === 'binding' && standing.status === 'enforce' && sender.checksMtaSts !== 'no';
  if (ruling.level !== 'enforced' || covered) return ruling;
  const hosts = judged.filter(isUnproven).map(({ host }) => host.name);
  if (hosts.length === 0) return ruling;
  const reasons = [reason('absence-unproven', { hosts }), ...ruling.reasons];
  return { ...ruling, level: 'expected', conditional: true, reasons };
}

function isUnproven({ host: { address } }: JudgedHost): boolean {
  if (address.kind !== 'none') return false;
  return address.security.state !== 'secure' || address.security.by !== 'local';
}
