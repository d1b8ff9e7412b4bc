/** Green and red need proof, and no proof lasts for ever. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPolicy } from '@/utils/mta-sts/match-host';
import { decide } from '@/utils/verdict/decide';
import { isLive } from '@/utils/verdict/live-policy';
import { anyDomain, anyHostedDomain, anyMoment, anyPolicyEvidence, anySender } from './any-evidence';
import { CHECKING, HOUR, NOW, sts } from './sample-evidence';

const RUNS = { numRuns: 1000 };

describe('green and red need proof', () => {
  it('enforced: a live enforce policy covers every host that is used', () => {
    fc.assert(
      fc.property(anyDomain, anySender, anyMoment, (evidence, sender, now) => {
        const verdict = decide(evidence, sender, now);
        if (verdict.level !== 'enforced') return;
        expect([verdict.mechanism, verdict.mtaSts.status]).toEqual(['mta-sts', 'enforce']);
        const used = verdict.hosts.filter((host) => !host.skipped);
        expect(used.length).toBeGreaterThan(0);
        expect(used.every(({ name }) => matchesPolicy(verdict.mtaSts.mx, name))).toBe(true);
        expect(now < Math.max(verdict.mtaSts.expiresAt ?? 0, evidence.validUntil)).toBe(true);
      }),
      RUNS,
    );
  });

  it('blocked: an enforce policy leaves out a host that has an address', () => {
    fc.assert(
      fc.property(anyDomain, anySender, anyMoment, (evidence, sender, now) => {
        const verdict = decide(evidence, sender, now);
        expect(verdict.level).not.toBe('plaintext');
        if (verdict.level !== 'blocked') return;
        expect(verdict.mtaSts.status).toBe('enforce');
        const reachable = evidence.hosts.filter((host) => host.address.kind === 'found');
        expect(reachable.length).toBeGreaterThan(0);
        expect(reachable.some(({ name }) => matchesPolicy(verdict.mtaSts.mx, name))).toBe(false);
      }),
      RUNS,
    );
  });

  it('a policy out of the cache binds only while it lives', () => {
    fc.assert(
      fc.property(anyHostedDomain, anyMoment, (evidence, now) => {
        const { live } = evidence.mtaSts;
        const bare = { ...evidence, mtaSts: sts({ kind: 'absent' }, { kind: 'not-needed' }, live) };
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
