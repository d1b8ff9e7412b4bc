/** What holds of every verdict whatever the evidence and the sender, checked on thousands of made-up cases. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '@/utils/verdict/decide';
import { LEVELS } from '@/utils/verdict/level';
import { anyDomain, anyMoment, anyProvider, anySender } from './any-evidence';
import { rank } from './rank';
import { CHECKING, NOW, UNKNOWN_SENDER } from './sample-evidence';

const RUNS = { numRuns: 1000 };

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
        if (sender.kind !== 'known') return;
        const verdict = decide(evidence, sender, now);
        if (verdict.level !== 'enforced' || verdict.mechanism === null) return;
        const { checksMtaSts, checksDane } = sender.sender;
        expect((verdict.mechanism === 'dane' ? checksDane : checksMtaSts).value).toBe('yes');
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

  it('one that checks nothing is never blocked', () => {
    fc.assert(
      fc.property(anyDomain, anyProvider, anyMoment, (evidence, sender, now) => {
        if (sender.kind !== 'known') return;
        const { checksMtaSts, checksDane } = sender.sender;
        if (checksMtaSts.value !== 'no' || checksDane.value !== 'no') return;
        expect(decide(evidence, sender, now).level).not.toBe('blocked');
      }),
      RUNS,
    );
  });
});
