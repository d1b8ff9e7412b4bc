/** What holds of every verdict whatever the evidence, checked on some thousands of made-up cases. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPolicy } from '@/utils/mta-sts/match-host';
import { decide } from '@/utils/verdict/decide';
import type { AddressEvidence, LookedUp, MtaStsEvidence } from '@/utils/verdict/evidence';
import { LEVELS } from '@/utils/verdict/level';
import { isLive } from '@/utils/verdict/live-policy';
import type { Verdict } from '@/utils/verdict/verdict';
import {
  anyDomain,
  anyHostedDomain,
  anyMoment,
  anyPolicyEvidence,
  anyProvider,
  anySender,
} from './any-evidence';
import {
  ADDRESS_FAILED,
  CHECKING,
  FOUND,
  HOUR,
  MALFORMED,
  NOW,
  NO_ADDRESS,
  NO_STS,
  UNKNOWN_SENDER,
  UNREACHABLE,
  UNREAD,
  read,
  record,
  sts,
} from './sample-evidence';

const RUNS = { numRuns: 1000 };

/** Higher is better; a green seal in outline is a little less than a whole one. */
const rank = ({ level, conditional }: Verdict): number =>
  2 * LEVELS.indexOf(level) + (level === 'enforced' && !conditional ? 1 : 0);

const best = (verdicts: readonly Verdict[]): number => Math.max(...verdicts.map(rank));
const worst = (verdicts: readonly Verdict[]): number => Math.min(...verdicts.map(rank));

/**
 * "unknown" claims nothing. Without an answer, anything better must not be better than every answer would
 * give, and anything worse not worse: neither safe nor unsafe comes from not knowing.
 */
function expectClaimsNoMore(blind: Verdict, answered: readonly Verdict[]): void {
  const { level } = blind;
  if (level === 'expected' || level === 'enforced') expect(rank(blind)).toBeLessThanOrEqual(best(answered));
  else if (level !== 'unknown') expect(rank(blind)).toBeGreaterThanOrEqual(worst(answered));
}

/** The policies a domain with these hosts could have. */
function answersFor({ hosts }: LookedUp): MtaStsEvidence[] {
  const names = hosts.map((host) => host.name);
  return [
    NO_STS,
    read('enforce', ...names),
    read('enforce', 'elsewhere.example'),
    read('testing', ...names),
    read('none'),
    record(UNREACHABLE),
    record(MALFORMED),
  ];
}

function withAddress(evidence: LookedUp, index: number, address: AddressEvidence): LookedUp {
  const hosts = evidence.hosts.map((host, at) => (at === index ? { ...host, address } : host));
  return { ...evidence, hosts };
}

describe('every verdict', () => {
  it('has a level and a reason, and is plain data', () => {
    fc.assert(
      fc.property(anyDomain, anySender, anyMoment, (evidence, sender, now) => {
        const verdict = decide(evidence, sender, now);
        expect(LEVELS).toContain(verdict.level);
        expect(verdict.reasons.length).toBeGreaterThan(0);
        expect(verdict.hosts).toHaveLength(evidence.hosts.length);
        expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
      }),
      RUNS,
    );
  });

  it('says each thing once', () => {
    fc.assert(
      fc.property(anyDomain, anySender, (evidence, sender) => {
        const said = decide(evidence, sender, NOW).reasons.map((reason) => JSON.stringify(reason));
        expect(new Set(said).size).toBe(said.length);
      }),
      RUNS,
    );
  });

  it('does not depend on the order in which hosts are named', () => {
    fc.assert(
      fc.property(anyDomain, anySender, (evidence, sender) => {
        const turned = { ...evidence, hosts: [...evidence.hosts].reverse() };
        expect(rank(decide(turned, sender, NOW))).toBe(rank(decide(evidence, sender, NOW)));
      }),
      RUNS,
    );
  });
});

describe('not looking never looks better than looking', () => {
  it('an unread policy', () => {
    fc.assert(
      fc.property(anyHostedDomain, anySender, (evidence, sender) => {
        const blind = decide({ ...evidence, mtaSts: record(UNREAD) }, sender, NOW);
        const answered = answersFor(evidence).map((mtaSts) => decide({ ...evidence, mtaSts }, sender, NOW));
        expectClaimsNoMore(blind, answered);
      }),
      RUNS,
    );
  });

  it('a record that could not be looked up', () => {
    const failed = sts({ kind: 'failed', failure: { code: 'timeout' } });
    fc.assert(
      fc.property(anyHostedDomain, anySender, (evidence, sender) => {
        const blind = decide({ ...evidence, mtaSts: failed }, sender, NOW);
        const answered = answersFor(evidence).map((mtaSts) => decide({ ...evidence, mtaSts }, sender, NOW));
        expectClaimsNoMore(blind, answered);
      }),
      RUNS,
    );
  });

  it('an address that could not be looked up', () => {
    fc.assert(
      fc.property(anyHostedDomain, fc.nat(3), anySender, (evidence, nth, sender) => {
        const index = nth % evidence.hosts.length;
        const given = (address: AddressEvidence): Verdict =>
          decide(withAddress(evidence, index, address), sender, NOW);
        expectClaimsNoMore(given(ADDRESS_FAILED), [given(FOUND), given(NO_ADDRESS)]);
      }),
      RUNS,
    );
  });

  it('an MX that could not be looked up claims nothing', () => {
    fc.assert(
      fc.property(anyHostedDomain, anySender, (evidence, sender) => {
        const reading = { kind: 'failed', failure: { code: 'timeout' } } as const;
        const blind = { ...evidence, mx: { ...evidence.mx, reading }, hosts: [] };
        expect(decide(blind, sender, NOW).level).toBe('unknown');
      }),
      RUNS,
    );
  });

  it('an unread policy and nothing else is unknown', () => {
    fc.assert(
      fc.property(anyHostedDomain, anySender, (evidence, sender) => {
        const hosts = evidence.hosts.map((host) => ({ ...host, address: FOUND }));
        const verdict = decide({ ...evidence, hosts, mtaSts: record(UNREAD) }, sender, NOW);
        expect([verdict.level, verdict.reasons[0]?.code]).toEqual(['unknown', 'sts-unread']);
      }),
      RUNS,
    );
  });
});

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

describe('senders', () => {
  it('one of whom it is not known that it checks never gets a whole seal, nor more than one that does', () => {
    fc.assert(
      fc.property(anyDomain, anyMoment, (evidence, now) => {
        const verdict = decide(evidence, UNKNOWN_SENDER, now);
        expect(verdict.level).not.toBe('enforced');
        expect(rank(verdict)).toBeLessThanOrEqual(rank(decide(evidence, CHECKING, now)));
      }),
      RUNS,
    );
  });

  it('a provider gets "enforced" only if it is known to check', () => {
    fc.assert(
      fc.property(anyDomain, anyProvider, anyMoment, (evidence, sender, now) => {
        if (sender.kind !== 'known' || sender.sender.checksMtaSts.value === 'yes') return;
        expect(decide(evidence, sender, now).level).not.toBe('enforced');
      }),
      RUNS,
    );
  });

  it('one that requires TLS always never sends in clear', () => {
    fc.assert(
      fc.property(anyDomain, anyProvider, anyMoment, (evidence, sender, now) => {
        if (sender.kind !== 'known' || sender.sender.requiresTls.value !== 'yes') return;
        expect(['opportunistic', 'plaintext']).not.toContain(decide(evidence, sender, now).level);
      }),
      RUNS,
    );
  });

  it('one that skips policies is never blocked by one', () => {
    fc.assert(
      fc.property(anyDomain, anyProvider, anyMoment, (evidence, sender, now) => {
        if (sender.kind !== 'known' || sender.sender.checksMtaSts.value !== 'no') return;
        expect(decide(evidence, sender, now).level).not.toBe('blocked');
      }),
      RUNS,
    );
  });
});
