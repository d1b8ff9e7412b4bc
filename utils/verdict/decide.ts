/**
 * The judgement: from everything that was found out about a domain, and for whom, to one level with its
 * reasons. First the MX answer, then each host, then the domain, then the sender (docs/verdicts.md).
 */
import type { SenderContext } from '@/utils/senders/sender';
import { doubtAbsence } from './absence-rule';
import { decideUnlooked } from './decide-unlooked';
import type { JudgedHost } from './domain-rules';
import { ruleDomain } from './domain-rules';
import type { Evidence, LookedUp, MxEvidence } from './evidence';
import { ruleHost } from './host-rules';
import { ruleMx } from './mx-rules';
import { withLiveProofs } from './live-proofs';
import { withOperator } from './operator-rules';
import type { PolicyStanding } from './policy-standing';
import { policyStanding } from './policy-standing';
import type { Reason } from './reason';
import { reason } from './reason';
import type { Ruling } from './ruling';
import { plainRuling } from './ruling';
import type { SenderProfile } from './sender-profile';
import { senderProfile } from './sender-profile';
import { applySender } from './sender-rules';
import type { HostVerdict, Verdict } from './verdict';

/**
 * Pure and total: the same evidence, sender and moment always give the same verdict, and no evidence
 * makes it throw. `now` in milliseconds since the epoch; it only tells which remembered policies still bind.
 */
export function decide(evidence: Evidence, sender: SenderContext, now: number): Verdict {
  const profile = senderProfile(sender);
  return evidence.kind === 'domain'
    ? decideLookedUp(evidence, profile, now)
    : decideUnlooked(evidence, profile);
}

function decideLookedUp(found: LookedUp, sender: SenderProfile, now: number): Verdict {
  const evidence = withLiveProofs(found, now);
  const standing = policyStanding(evidence, now);
  const judged = judgeHosts(evidence, standing, sender, now);
  const ruling = staysInside(ruleLookedUp(evidence, standing, sender, judged), evidence, sender);
  return {
    domain: evidence.domain,
    ...ruling,
    hosts: judged.map(hostVerdict),
    mtaSts: summary(standing),
    dnssec: mxSecurity(found.mx),
    tlsRpt: null,
    sender: sender.id,
    resolver: evidence.resolver,
    checkedAt: evidence.gatheredAt,
    validUntil: evidence.validUntil,
  };
}

function judgeHosts(
  { hosts, mx }: LookedUp,
  standing: PolicyStanding,
  sender: SenderProfile,
  now: number,
): JudgedHost[] {
  return hosts.map((host) => {
    const ruling = applySender(ruleHost({ host, mx: mx.security, standing, sender, now }), sender);
    return { host, ruling: withOperator(ruling, host.name, now) };
  });
}

function ruleLookedUp(
  evidence: LookedUp,
  standing: PolicyStanding,
  sender: SenderProfile,
  judged: readonly JudgedHost[],
): Ruling {
  const settled = ruleMx(evidence.mx, sender);
  if (settled !== null) return settled;
  // Never so from our own look-up; evidence from elsewhere must not make this throw.
  if (judged.length === 0) return plainRuling('unknown', reason('address-lookup-failed', { hosts: [] }));
  const implicit = evidence.mx.reading.kind === 'absent';
  const ruling = doubtAbsence(ruleDomain(judged, standing, implicit), judged, standing, sender);
  return { ...ruling, reasons: [...ruling.reasons, ...remarks(evidence, ruling)] };
}

/** What somebody who wants to know the whole way to the verdict should also know. */
function remarks(evidence: LookedUp, ruling: Ruling): Reason[] {
  if (ruling.level === 'undeliverable') return [];
  const { hosts, domain } = evidence;
  const looked = hosts.filter((host) => host.address.kind !== 'not-asked').length;
  return [
    ...(evidence.mx.reading.kind === 'absent' ? [reason('implicit-mx', { host: domain })] : []),
    ...(looked < hosts.length ? [reason('many-hosts', { looked, all: hosts.length })] : []),
  ];
}

/**
 * "Same mail domain as the sender's: expected `stays-inside` (inferred)." An inference hides no proof:
 * a domain that takes no mail stays undeliverable.
 */
function staysInside(ruling: Ruling, { domain }: LookedUp, sender: SenderProfile): Ruling {
  const inside = sender.domains.includes(domain) && ruling.level !== 'undeliverable';
  return inside ? plainRuling('expected', reason('stays-inside', {})) : ruling;
}

function hostVerdict({ host, ruling }: JudgedHost): HostVerdict {
  const { level, skipped, reasons } = ruling;
  return { name: host.name, preference: host.preference, level, skipped, reasons };
}

function summary({ status, id, policy, until }: PolicyStanding): Verdict['mtaSts'] {
  return { status, id, mx: policy?.mx ?? [], maxAge: policy?.maxAge ?? null, expiresAt: until };
}

function mxSecurity({ security: { state, by } }: MxEvidence): Verdict['dnssec'] {
  return state === 'indeterminate' ? { mx: 'unknown', by: null } : { mx: state, by };
}
