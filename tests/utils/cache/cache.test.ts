/** What both caches must do: on disk and in memory. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Cache } from '@/utils/cache/cache';
import { makeMemoryCache } from '@/utils/cache/memory-cache';
import { openCache } from '@/utils/cache/open-cache';
import { EMPTY_MEMORY } from '@/utils/verdict/policy-memory';
import { HOUR, NOW, UNREACHABLE, mxOnly } from '../verdict/sample-evidence';
import {
  DAY,
  MEMORY,
  OTHER_RESOLVER,
  RESOLVER,
  evidence,
  makeDisk,
  openEvidence,
  reports,
} from './cache-samples';

const { mx, hosts } = mxOnly({ kind: 'failed', failure: { code: 'timeout' } });
/** The look-up got no answer. */
const NOT_FOUND_OUT = { mx, hosts };

const clock = { now: NOW };
const now = (): number => clock.now;
const failOnDegrade = (error: string): void => {
  throw new Error(`degraded: ${error}`);
};

const CACHES: readonly (readonly ['disk' | 'memory', () => Cache])[] = [
  ['disk', () => openCache({ now, indexedDB: makeDisk(), onDegraded: failOnDegrade })],
  ['memory', () => makeMemoryCache({ now })],
];

describe.each(CACHES)('the cache in %s', (storage, make) => {
  let cache = make();
  beforeEach(() => {
    clock.now = NOW;
    cache = make();
  });

  it('says where it keeps things', () => {
    expect(cache.storage).toBe(storage);
  });

  it('remembers evidence by domain and resolver', async () => {
    await cache.putEvidence(evidence('a.example'));
    expect(await cache.getEvidence('a.example', RESOLVER)).toEqual({
      evidence: evidence('a.example'),
      fresh: true,
    });
    expect(await cache.getEvidence('a.example', OTHER_RESOLVER)).toBeNull();
    expect(await cache.getEvidence('b.example', RESOLVER)).toBeNull();
  });

  it('keeps the latest evidence only', async () => {
    await cache.putEvidence(evidence('a.example'));
    await cache.putEvidence(evidence('a.example', NOW + 5));
    expect((await cache.list()).map(({ checkedAt }) => checkedAt)).toEqual([NOW + 5]);
  });

  it.each([
    [NOW, true, 'just gathered'],
    [NOW + HOUR - 1, true, 'the last moment'],
    [NOW + HOUR, false, 'run out, but still shown while it is looked up again'],
    [NOW - 1, false, 'from the future: the clock was turned back'],
  ])('at %d evidence is fresh: %s (%s)', async (...[moment, fresh]) => {
    await cache.putEvidence(evidence('a.example'));
    clock.now = moment;
    expect((await cache.getEvidence('a.example', RESOLVER))?.fresh).toBe(fresh);
  });

  it('lists everything with its level, the latest first', async () => {
    await cache.putEvidence(evidence('old.example', NOW - 10));
    await cache.putEvidence(evidence('new.example', NOW));
    await cache.putEvidence(evidence('old.example', NOW - 5, OTHER_RESOLVER));
    const list = await cache.list();
    expect(list.map(({ domain, resolver, level }) => [domain, resolver, level])).toEqual([
      ['new.example', RESOLVER, 'enforced'],
      ['old.example', OTHER_RESOLVER, 'enforced'],
      ['old.example', RESOLVER, 'enforced'],
    ]);
  });

  it('remembers policies, whoever was asked', async () => {
    expect(await cache.recallPolicy('a.example')).toEqual(EMPTY_MEMORY);
    await cache.rememberPolicy('a.example', MEMORY);
    expect(await cache.recallPolicy('a.example')).toEqual(MEMORY);
    await cache.rememberPolicy('a.example', EMPTY_MEMORY);
    expect(await cache.recallPolicy('a.example')).toEqual(EMPTY_MEMORY);
  });

  it('prunes evidence 30 days after it ran out', async () => {
    await cache.putEvidence(evidence('a.example'));
    clock.now = NOW + HOUR + 30 * DAY;
    await cache.prune();
    expect(await cache.list()).toHaveLength(1);
    clock.now += 1;
    await cache.prune();
    expect(await cache.list()).toEqual([]);
  });

  it('prunes a policy when its max_age has run out, not before', async () => {
    await cache.rememberPolicy('a.example', MEMORY);
    const expiresAt = MEMORY.cached?.expiresAt ?? 0;
    clock.now = expiresAt - 1;
    await cache.prune();
    expect(await cache.recallPolicy('a.example')).toEqual(MEMORY);
    clock.now = expiresAt;
    await cache.prune();
    expect(await cache.recallPolicy('a.example')).toEqual(EMPTY_MEMORY);
  });

  it('prunes a failing GET when it rests nobody any more', async () => {
    const failure = {
      id: 'a1',
      at: NOW,
      evidence: UNREACHABLE as Extract<typeof UNREACHABLE, { kind: 'unreachable' }>,
    };
    await cache.rememberPolicy('a.example', { cached: null, failure });
    clock.now = NOW + 5 * 60_000 - 1;
    await cache.prune();
    expect((await cache.recallPolicy('a.example')).failure).toEqual(failure);
    clock.now += 1;
    await cache.prune();
    expect(await cache.recallPolicy('a.example')).toEqual(EMPTY_MEMORY);
  });

  it('prunes what comes from the future, so that it is not believed when its time comes', async () => {
    await cache.putEvidence(evidence('a.example'));
    await cache.rememberPolicy('a.example', MEMORY);
    clock.now = (MEMORY.cached?.fetchedAt ?? 0) - 1;
    await cache.prune();
    expect(await cache.list()).toEqual([]);
    expect(await cache.recallPolicy('a.example')).toEqual(EMPTY_MEMORY);
  });

  it('remembers where reports go while that holds, by resolver', async () => {
    await cache.putReports(reports('a.example'));
    expect(await cache.getReports('a.example', RESOLVER)).toEqual(reports('a.example'));
    expect(await cache.getReports('a.example', OTHER_RESOLVER)).toBeNull();
    clock.now = NOW - 1;
    expect(await cache.getReports('a.example', RESOLVER)).toBeNull();
    clock.now = NOW + HOUR;
    expect(await cache.getReports('a.example', RESOLVER)).toBeNull();
    await cache.prune();
    clock.now = NOW;
    expect(await cache.getReports('a.example', RESOLVER)).toBeNull();
  });

  it('keeps a dated list of level changes, whoever was asked', async () => {
    await cache.putEvidence(evidence('a.example', NOW - 5 * DAY));
    await cache.putEvidence(evidence('a.example', NOW - 3 * DAY, OTHER_RESOLVER));
    await cache.putEvidence(openEvidence('a.example', NOW - DAY));
    await cache.putEvidence(openEvidence('a.example', NOW));
    await cache.putEvidence({ ...openEvidence('a.example', NOW), ...NOT_FOUND_OUT });
    await cache.putEvidence(evidence('b.example', NOW - DAY));
    expect(await cache.recallHistory('a.example')).toEqual([
      { level: 'enforced', since: NOW - 5 * DAY, seen: NOW - 3 * DAY },
      { level: 'opportunistic', since: NOW - DAY, seen: NOW },
    ]);
    expect(await cache.recallHistory('c.example')).toEqual([]);
  });

  it('believes no history from the future, and prunes it', async () => {
    clock.now = NOW + 5 * 365 * DAY;
    await cache.putEvidence(evidence('b.example', clock.now));
    clock.now = NOW;
    await cache.putEvidence(evidence('a.example', NOW - DAY));
    clock.now = NOW + 5 * 365 * DAY;
    await cache.putEvidence(openEvidence('a.example', clock.now));
    clock.now = NOW;
    expect((await cache.recallHistory('a.example')).map(({ level }) => level)).toEqual(['enforced']);
    await cache.prune();
    clock.now = NOW + 6 * 365 * DAY;
    expect((await cache.recallHistory('a.example')).map(({ level }) => level)).toEqual(['enforced']);
    expect(await cache.recallHistory('b.example')).toEqual([]);
  });

  it('keeps a history longer than evidence, and prunes it after a year', async () => {
    await cache.putEvidence(evidence('a.example'));
    clock.now = NOW + 366 * DAY;
    await cache.prune();
    expect([(await cache.list()).length, (await cache.recallHistory('a.example')).length]).toEqual([0, 1]);
    clock.now += 1;
    await cache.prune();
    expect(await cache.recallHistory('a.example')).toEqual([]);
  });

  it('forgets one domain', async () => {
    await cache.putEvidence(evidence('a.example'));
    await cache.putEvidence(evidence('a.example', NOW, OTHER_RESOLVER));
    await cache.putEvidence(evidence('b.example'));
    await cache.rememberPolicy('a.example', MEMORY);
    await cache.rememberPolicy('b.example', MEMORY);
    await cache.putReports(reports('a.example'));
    await cache.deleteDomain('a.example');
    expect((await cache.list()).map(({ domain }) => domain)).toEqual(['b.example']);
    expect(await cache.recallPolicy('a.example')).toEqual(EMPTY_MEMORY);
    expect(await cache.recallHistory('a.example')).toEqual([]);
    expect(await cache.getReports('a.example', RESOLVER)).toBeNull();
    expect(await cache.recallPolicy('b.example')).toEqual(MEMORY);
    expect(await cache.recallHistory('b.example')).toHaveLength(1);
  });

  it('forgets everything', async () => {
    await cache.putEvidence(evidence('a.example'));
    await cache.rememberPolicy('a.example', MEMORY);
    await cache.putReports(reports('a.example'));
    await cache.clear();
    expect(await cache.list()).toEqual([]);
    expect(await cache.recallHistory('a.example')).toEqual([]);
    expect(await cache.getReports('a.example', RESOLVER)).toBeNull();
    expect(await cache.recallPolicy('a.example')).toEqual(EMPTY_MEMORY);
  });
});

describe('the cache in memory', () => {
  it('does not grow without end', async () => {
    const cache = makeMemoryCache({ now });
    for (let index = 0; index <= 5000; index += 1) await cache.putEvidence(evidence(`d${index}.example`));
    expect(await cache.list()).toHaveLength(5000);
    expect(await cache.getEvidence('d0.example', RESOLVER)).toBeNull();
  });
});
