/** Not looking never looks better than looking, and a failure proves nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '@/utils/verdict/decide';
import { UNKNOWN_SECURITY } from '@/utils/lookup/judge-security';
import type { AddressEvidence, DaneEvidence, LookedUp, MtaStsEvidence } from '@/utils/verdict/evidence';
import type { Verdict } from '@/utils/verdict/verdict';
import { anyHostedDomain, anySender } from './any-evidence';
import { rank } from './rank';
import {
  ADDRESS_FAILED,
  FOUND,
  MALFORMED,
  NOW,
  NO_ADDRESS,
  NO_STS,
  NO_TLSA,
  TLSA_FAILED,
  TLSA_REFUSED,
  UNREACHABLE,
  UNREAD,
  UNSIGNED,
  daneHost,
  host,
  read,
  record,
  signed,
  sts,
  tlsa,
} from './sample-evidence';

const RUNS = { numRuns: 1000 };

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
  const hosts = evidence.hosts.map((known, at) =>
    at === index ? host(known.name, known.preference, address) : known,
  );
  return { ...evidence, hosts };
}

function withDane(evidence: LookedUp, index: number, dane: DaneEvidence): LookedUp {
  const hosts = evidence.hosts.map((known, at) =>
    at === index ? daneHost(known.name, dane, known.preference) : known,
  );
  return { ...evidence, hosts };
}

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

  it('TLSA records that could not be looked up', () => {
    const answers = [NO_TLSA, tlsa(), tlsa(0), TLSA_REFUSED];
    fc.assert(
      fc.property(anyHostedDomain, fc.nat(3), anySender, (evidence, nth, sender) => {
        const index = nth % evidence.hosts.length;
        const given = (dane: DaneEvidence): Verdict => decide(withDane(evidence, index, dane), sender, NOW);
        expectClaimsNoMore(given(TLSA_FAILED), answers.map(given));
      }),
      RUNS,
    );
  });

  it('an MX that could not be looked up claims nothing', () => {
    fc.assert(
      fc.property(anyHostedDomain, anySender, (evidence, sender) => {
        const reading = { kind: 'failed', failure: { code: 'timeout' } } as const;
        const blind = { ...evidence, mx: { ...evidence.mx, reading, security: UNKNOWN_SECURITY }, hosts: [] };
        expect(decide(blind, sender, NOW).level).toBe('unknown');
      }),
      RUNS,
    );
  });

  it('an unread policy and nothing else is unknown', () => {
    fc.assert(
      fc.property(anyHostedDomain, anySender, (evidence, sender) => {
        const hosts = evidence.hosts.map(({ name, preference }) => host(name, preference));
        const unsigned = signed({ ...evidence, hosts, mtaSts: record(UNREAD) }, UNSIGNED);
        const verdict = decide(unsigned, sender, NOW);
        expect([verdict.level, verdict.reasons[0]?.code]).toEqual(['unknown', 'sts-unread']);
      }),
      RUNS,
    );
  });
});
