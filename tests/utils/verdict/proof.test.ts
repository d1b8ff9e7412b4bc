/** Green and red need proof, and no proof lasts for ever. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPolicy } from '@/utils/mta-sts/match-host';
import { decide } from '@/utils/verdict/decide';
import type { LookedUp } from '@/utils/verdict/evidence';
import { isLive } from '@/utils/verdict/live-policy';
import { isTlsaFailing } from '@/utils/verdict/tlsa-failing';
import { anyDomain, anyHostedDomain, anyMoment, anyPolicyEvidence, anySender } from './any-evidence';
import { CHECKING, FOUND, HOUR, NOW, UNSIGNED, host, signed, sts } from './sample-evidence';

const RUNS = { numRuns: 1000 };

/** MX, address and TLSA records of the host were validated here, and that holds. */
function isProvenAt({ mx, hosts, gatheredAt, validUntil }: LookedUp, name: string, now: number): boolean {
  const host = hosts.find((each) => each.name === name);
  if (host?.dane.kind !== 'found' || host.address.kind !== 'found') return false;
  const words = [mx.security, host.address.security, host.dane.security];
  const proven = words.every(({ state, by }) => state === 'secure' && by === 'local');
  return proven && host.dane.usable > 0 && gatheredAt <= now && now < validUntil;
}

/** Some answer does not hold, and not for us alone; or there is none, again and again. */
function isRefused({ mx, hosts }: LookedUp): boolean {
  const parts = hosts.flatMap(({ address, dane }) => [address, dane]);
  const words = parts.flatMap((part) => ('security' in part ? [part.security] : []));
  const failing = hosts.some(({ dane }) => dane.kind === 'failed' && isTlsaFailing(dane));
  return failing || [mx.security, ...words].some(({ state, confirmed }) => state === 'bogus' && confirmed);
}

describe('green and red need proof', () => {
  it('enforced: a live policy covers, or TLSA records validated here identify, every host that is used', () => {
    fc.assert(
      fc.property(anyDomain, anySender, anyMoment, (evidence, sender, now) => {
        const verdict = decide(evidence, sender, now);
        if (verdict.level !== 'enforced') return;
        const used = verdict.hosts.filter((host) => !host.skipped);
        expect(used.length).toBeGreaterThan(0);
        const { status, mx, expiresAt } = verdict.mtaSts;
        const promised = status === 'enforce' && now < Math.max(expiresAt ?? 0, evidence.validUntil);
        for (const { name } of used) {
          const covered = promised && matchesPolicy(mx, name);
          expect(covered || isProvenAt(evidence, name, now)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('blocked: a policy leaves out a host that has an address, or the resolver refuses an answer too', () => {
    fc.assert(
      fc.property(anyDomain, anySender, anyMoment, (evidence, sender, now) => {
        const verdict = decide(evidence, sender, now);
        expect(verdict.level).not.toBe('plaintext');
        if (verdict.level !== 'blocked') return;
        const reachable = evidence.hosts.filter(({ address }) => address.kind === 'found');
        const leftOut = reachable.some(({ name }) => !matchesPolicy(verdict.mtaSts.mx, name));
        const refused = now < evidence.validUntil && isRefused(evidence);
        expect((verdict.mtaSts.status === 'enforce' && leftOut) || refused).toBe(true);
      }),
      RUNS,
    );
  });

  it('a policy out of the cache binds only while it lives', () => {
    fc.assert(
      fc.property(anyHostedDomain, anyMoment, (evidence, now) => {
        const { live } = evidence.mtaSts;
        const hosts = evidence.hosts.map(({ name, preference, address }) =>
          host(name, preference, address.kind === 'bogus' ? FOUND : address),
        );
        const bare = signed(
          { ...evidence, hosts, mtaSts: sts({ kind: 'absent' }, { kind: 'not-needed' }, live) },
          UNSIGNED,
        );
        const { level } = decide(bare, CHECKING, now);
        if (level === 'enforced' || level === 'blocked')
          expect(live !== null && isLive(live, now)).toBe(true);
      }),
      RUNS,
    );
  });

  it('nothing is enforced for ever', () => {
    fc.assert(
      fc.property(anyHostedDomain, anyPolicyEvidence, anySender, (evidence, policy, sender) => {
        const mtaSts = { ...evidence.mtaSts, policy };
        const late = decide({ ...evidence, mtaSts }, sender, NOW + 366 * 24 * HOUR);
        expect(['enforced', 'blocked']).not.toContain(late.level);
      }),
      RUNS,
    );
  });
});
