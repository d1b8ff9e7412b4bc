/**
 * The domain rule: from its hosts to the domain. A sender may use any host over time, and no sender
 * prefers a safer one, so the worst of the hosts not skipped counts (RFC 5321 §5.1, RFC 7672 §2.2.1).
 */
import type { HostEvidence } from './evidence';
import { worstLevel } from './level';
import type { PolicyStanding } from './policy-standing';
import { reason } from './reason';
import type { HostRuling, Ruling } from './ruling';
import { mergeReasons, plainRuling } from './ruling';

export interface JudgedHost {
  readonly host: HostEvidence;
  readonly ruling: HostRuling;
}

/** Judges a domain by its hosts; at least one. `implicit`: the host is the domain itself. */
export function ruleDomain(
  hosts: readonly JudgedHost[],
  standing: PolicyStanding,
  implicit: boolean,
): Ruling {
  const left = hosts.filter(({ ruling }) => !ruling.skipped);
  if (left.length === 0) return noHostLeft(hosts, standing, implicit);
  const ruling = backupUnprotected(left) ?? worstOf(left);
  const passedOver = hosts.filter((judged) => judged.ruling.skipped);
  const leadReasons = passedOver.flatMap((judged) => judged.ruling.reasons.slice(0, 1));
  return { ...ruling, reasons: mergeReasons([...ruling.reasons, ...leadReasons]) };
}

/** "No host left: all without address is undeliverable, else blocked", if a host with an address proves it. */
function noHostLeft(hosts: readonly JudgedHost[], standing: PolicyStanding, implicit: boolean): Ruling {
  const reasons = mergeReasons(hosts.flatMap(({ ruling }) => ruling.reasons));
  if (hosts.every(({ host }) => host.address.kind === 'none')) {
    return implicit
      ? plainRuling('undeliverable', reason('no-mail-host', {}))
      : plainRuling('undeliverable', ...reasons);
  }
  const refused = hosts.filter(({ ruling }) => ruling.level === 'blocked');
  if (!refused.some(({ host }) => host.address.kind === 'found' || host.address.kind === 'bogus')) {
    const unseen = refused.map(({ host }) => host.name);
    return plainRuling('unknown', reason('address-lookup-failed', { hosts: unseen }), ...reasons);
  }
  const patterns = standing.policy?.mx ?? [];
  const byPolicy = refused.filter(({ ruling }) => ruling.mechanism === 'mta-sts');
  const whole = byPolicy.length === hosts.length ? [reason('sts-no-host-matches', { patterns })] : [];
  const mechanism = refused[0]?.ruling.mechanism ?? null;
  return { level: 'blocked', conditional: false, mechanism, reasons: [...whole, ...reasons] };
}

/**
 * "All most-preferred hosts enforced and only backups not: expected." A backup of which nothing could be
 * found out has no worse effect than one that protects nothing, so it counts the same.
 */
function backupUnprotected(left: readonly JudgedHost[]): Ruling | null {
  const first = Math.min(...left.map(({ host }) => host.preference));
  const open = left.filter((judged) => !isProtected(judged));
  if (open.length === 0 || open.some(({ host }) => host.preference === first)) return null;
  const bare = open.filter(({ ruling }) => ruling.level !== 'unknown').map(({ host }) => host.name);
  const lead = bare.length > 0 ? [reason('backup-unprotected', { hosts: bare })] : [];
  const all = [...open, ...left.filter(isProtected)].flatMap(({ ruling }) => ruling.reasons);
  return plainRuling('expected', ...mergeReasons([...lead, ...all]));
}

/** Something requires encryption at this host and can be met, certainly or on a condition. */
function isProtected({ ruling }: JudgedHost): boolean {
  return ruling.mechanism !== null && (ruling.level === 'enforced' || ruling.level === 'expected');
}

function worstOf(left: readonly JudgedHost[]): Ruling {
  const rulings = left.map((judged) => judged.ruling);
  const level = worstLevel(rulings.map((ruling) => ruling.level)) ?? 'unknown';
  const deciding = rulings.filter((ruling) => ruling.level === level);
  const conditional =
    level === 'enforced'
      ? deciding.some((ruling) => ruling.conditional)
      : deciding.every((ruling) => ruling.conditional);
  const required = level === 'enforced' || level === 'blocked' || conditional;
  const mechanism = required ? (deciding[0]?.mechanism ?? null) : null;
  const reasons = mergeReasons(deciding.flatMap((ruling) => ruling.reasons));
  return { level, conditional, mechanism, reasons };
}
