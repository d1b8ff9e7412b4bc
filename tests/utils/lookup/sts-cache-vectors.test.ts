/** The cache vectors of mox (tests/vectors/sts-cache.json), played through a look-up. */
import { describe, expect, it } from 'vitest';
import { makeLookUp } from '@/utils/lookup/look-up';
import type { LookedUp } from '@/utils/verdict/evidence';
import vectors from '../../vectors/sts-cache.json';
import type { FakeInternet } from './fake-internet';
import { START, makeInternet } from './fake-internet';

type Input = (typeof vectors)[number]['input'];

const DAY = 86_400_000;

/** A domain as the vector has it; what is not cached could be fetched. */
function internetOf({ cached, txt, recent_fetch_failure_within_5min: failed }: Input): FakeInternet {
  const records = Array.isArray(txt) ? txt : [];
  const answer = Array.isArray(txt) ? { records, exists: true } : { fails: { code: 'servfail' as const } };
  const internet = makeInternet({ 'TXT _mta-sts.a.example': answer });
  const unreachable = {
    kind: 'unreachable',
    failure: 'status',
    httpStatus: 404,
    at: START - 60_000,
  } as const;
  const policy = { mode: 'enforce' as const, mx: ['mx.a.example'], maxAge: 86_400 };
  internet.memory.set('a.example', {
    cached:
      cached === null ? null : { id: cached.id, policy, fetchedAt: START - 1000, expiresAt: START + DAY },
    failure: failed === true ? { id: '1', at: START - 60_000, evidence: unreachable } : null,
  });
  return internet;
}

/** In the words of the vectors. */
function useOf({ mtaSts }: LookedUp, fetches: number): string {
  if (mtaSts.policy.kind === 'read') return fetches === 0 ? 'cached' : 'fetched';
  if (mtaSts.record.reading.kind === 'failed') return 'temperror';
  return mtaSts.policy.kind === 'unreachable' && fetches === 0 ? 'none (back-off)' : 'none';
}

describe('sts_cache vectors', () => {
  it.each(vectors)('%j', async ({ input, expected }) => {
    const internet = internetOf(input);
    const lookUp = makeLookUp(internet.effects, { deadlineMs: 1000 });
    const found = await internet.clock.runUntil(lookUp('a.example'));
    expect(useOf(found, internet.fetches.length)).toBe(expected.use);
    // "fresh" there says whether the answer needs no new attempt soon; a rest of five minutes does.
    if (expected.fresh === false) expect(found.validUntil - START).toBeLessThanOrEqual(5 * 60_000);
  });

  it('covers all of them', () => {
    expect(vectors).toHaveLength(4);
  });
});
