/**
 * The host table: one MX host, one policy, one sender. The first rule that has something to say wins
 * (docs/verdicts.md, "Host").
 */
import { matchesPolicy } from '@/utils/mta-sts/match-host';
import { daneEnforced, daneUnchecked, redirectable, tlsaTrouble, unauthenticated } from './dane-rules';
import { bogusAddress, bogusTlsa } from './bogus-rules';
import type { HostEvidence } from './evidence';
import type { HostCase, HostRule } from './host-case';
import { operatorExpected } from './operator-rules';
import type { BindingPolicy } from './policy-standing';
import type { Reason } from './reason';
import { reason } from './reason';
import type { HostRuling, Ruling } from './ruling';
import { plainRuling, skipped, used } from './ruling';
import type { SenderProfile } from './sender-profile';

const HOST_RULES: readonly HostRule[] = [
  noAddress,
  bogusAddress,
  bogusTlsa,
  tlsaTrouble,
  (c) => daneEnforced(c, enforceMatch(c)),
  enforceMismatch,
  addressFailed,
  enforceMatch,
  unauthenticated,
  redirectable,
  enforceUnchecked,
  testingMatch,
  daneUnchecked,
  outdatedMismatch,
  operatorExpected,
  openQuestion,
  notLookedAt,
];

/** Judges one host for a sender; `skipped` where that sender would pass it over. Total. */
export function ruleHost(c: HostCase): HostRuling {
  for (const rule of HOST_RULES) {
    const ruling = rule(c);
    if (ruling !== null) return ruling;
  }
  return optional(c);
}

/** "no address: skipped" (RFC 7672 §2.1.2; other hosts stay usable). */
function noAddress({ host }: HostCase): HostRuling | null {
  if (host.address.kind !== 'none') return null;
  return skipped(plainRuling('undeliverable', reason('no-host-address', { hosts: [host.name] })));
}

/**
 * "MTA-STS enforce, name does not match: skipped" (RFC 8461 §5). Stands before the failed address
 * look-up: whatever that would have said, the host is not used.
 */
function enforceMismatch({ host, standing, sender }: HostCase): HostRuling | null {
  if (standing.kind !== 'binding' || standing.status !== 'enforce') return null;
  if (sender.checksMtaSts === 'no' || newerMayExist(standing) || matches(standing, host)) return null;
  const why = reason('sts-host-mismatch', { hosts: [host.name] });
  return skipped({ ...plainRuling('blocked', why, ...promise(standing)), mechanism: 'mta-sts' });
}

/** A failed look-up is neither "has an address" nor "has none" (RFC 5321 §5.1). */
function addressFailed({ host }: HostCase): HostRuling | null {
  if (host.address.kind !== 'failed') return null;
  return used(plainRuling('unknown', reason('address-lookup-failed', { hosts: [host.name] })));
}

/** "MTA-STS enforce, name matches: enforced." */
function enforceMatch({ host, standing, sender }: HostCase): HostRuling | null {
  if (standing.kind !== 'binding' || standing.status !== 'enforce' || !matches(standing, host)) return null;
  if (sender.checksMtaSts === 'no') return null;
  const reasons = promise(standing);
  const conditional = standing.cachedBecause !== null || standing.lenient;
  return used({ level: 'enforced', conditional, mechanism: 'mta-sts', reasons });
}

/** The same for a sender that does not check, to which TLSA records may still say more. */
function enforceUnchecked({ host, standing, sender }: HostCase): HostRuling | null {
  if (standing.kind !== 'binding' || standing.status !== 'enforce' || !matches(standing, host)) return null;
  return sender.checksMtaSts === 'no' ? used(unchecked(sender, standing)) : null;
}

/** "MTA-STS testing and name matches: expected": the domain promises STARTTLS, though nobody insists. */
function testingMatch({ host, standing, sender }: HostCase): HostRuling | null {
  if (standing.kind !== 'binding' || standing.status !== 'testing' || !matches(standing, host)) return null;
  if (sender.checksMtaSts === 'no') return used(unchecked(sender, standing));
  return used(plainRuling('expected', ...promise(standing)));
}

/** A host outside a policy that may have been replaced since: no proof either way. */
function outdatedMismatch({ host, standing }: HostCase): HostRuling | null {
  if (standing.kind !== 'binding' || standing.status !== 'enforce' || !newerMayExist(standing)) return null;
  const why = reason('sts-host-mismatch', { hosts: [host.name] });
  return used(plainRuling('unknown', ...promise(standing).slice(0, 1), why));
}

/** The record or the policy could not, or may not, be read. */
function openQuestion({ standing }: HostCase): HostRuling | null {
  return standing.kind === 'open' ? used(plainRuling('unknown', ...standing.reasons)) : null;
}

/** A host beyond those that are looked at, of a signed domain: it may have TLSA records like the others. */
function notLookedAt({ host, mx }: HostCase): HostRuling | null {
  if (host.address.kind !== 'not-asked' || mx.state !== 'secure') return null;
  return used(plainRuling('unknown', reason('host-not-looked-at', { hosts: [host.name] })));
}

/** "Anything else, MTA-STS testing without match included: opportunistic" (RFC 3207 §6). */
function optional({ host, standing, sender }: HostCase): HostRuling {
  if (standing.kind !== 'binding') return used(plainRuling('opportunistic', ...standing.reasons));
  const why = reason('sts-host-mismatch', { hosts: [host.name] });
  const skips = sender.checksMtaSts === 'no' && standing.status === 'enforce' ? [skipsPolicies(sender)] : [];
  return used(plainRuling('opportunistic', ...skips, why, ...promise(standing)));
}

/** "Does not check the only mechanism: expected if it is known to use STARTTLS, else opportunistic." */
function unchecked(sender: SenderProfile, standing: BindingPolicy): Ruling {
  const level = sender.startTls === 'yes' ? 'expected' : 'opportunistic';
  return plainRuling(level, skipsPolicies(sender), ...promise(standing));
}

function skipsPolicies(sender: SenderProfile): Reason {
  return reason('sender-skips-mta-sts', { sender: sender.name });
}

/** What the domain promised, preceded by what makes the promise less than certain. */
function promise({ status, id, until, cachedBecause, lenient }: BindingPolicy): Reason[] {
  if (status === 'testing') return [reason('sts-testing', { id })];
  return [
    ...(cachedBecause === null ? [] : [reason('sts-cached', { until, because: cachedBecause })]),
    ...(lenient ? [reason('sts-record-lenient', {})] : []),
    reason('sts-enforce', { id, until }),
  ];
}

/** A new policy may have been published that was not seen; RFC 8461 §5.1 has senders look for it first. */
function newerMayExist({ cachedBecause }: BindingPolicy): boolean {
  return cachedBecause === 'record-failed' || cachedBecause === 'fetch-failed' || cachedBecause === 'unread';
}

/** The MX name itself counts, not its CNAME target or certificate (RFC 8461 §4.1). */
function matches({ policy }: BindingPolicy, host: HostEvidence): boolean {
  return matchesPolicy(policy.mx, host.name);
}
