import { describe, expect, it } from 'vitest';
import { endOf, type ZoneFinding } from '@/utils/dnssec/zone-finding';
import { makeZoneKeyCache } from '@/utils/lookup/zone-key-cache';

const START = Date.UTC(2026, 10, 24);
const insecure = (ttl: number): ZoneFinding => endOf([], 'zone.test', 'insecure', 'unsigned-delegation', ttl);

/** A cache, a clock to set, and how often a finding had to be made. */
function cacheOf(ttl: number) {
  const state = { now: START, made: 0 };
  const cache = makeZoneKeyCache({ now: () => state.now });
  const find = () =>
    cache.find('zone.test', () => {
      state.made += 1;
      return Promise.resolve(insecure(ttl));
    });
  return { state, find, cache };
}

describe('zone keys', () => {
  it.each([
    [0, 1, 'at once'],
    [59_999, 1, 'in its last moment'],
    [60_000, 2, 'when its time is over'],
    [-1, 2, 'when the clock is set back'],
    [-10 * 365 * 86_400_000, 2, 'when the clock is set back by years'],
    [10 * 365 * 86_400_000, 2, 'when the clock leaps ahead by years'],
  ])('%i ms later, made %i times: asked again %s', async (later, made) => {
    const { state, find } = cacheOf(60);
    await find();
    state.now += later;
    await find();
    expect(state.made).toBe(made);
  });

  it('lose of their time what has passed', async () => {
    const { state, find } = cacheOf(60);
    await find();
    state.now += 20_500;
    expect((await find()).finding.ttl).toBe(40);
  });

  it('are kept for a day at most', async () => {
    const { state, find } = cacheOf(172_800);
    await find();
    state.now += 86_400_000;
    await find();
    expect(state.made).toBe(2);
  });

  it('are made once for all who ask meanwhile', async () => {
    const { state, find } = cacheOf(60);
    const found = await Promise.all([find(), find(), find()]);
    expect(found.map(({ joined }) => joined)).toEqual([false, true, true]);
    expect(state.made).toBe(1);
  });

  it('without time of their own are not kept', async () => {
    const { state, find } = cacheOf(0);
    await find();
    await find();
    expect(state.made).toBe(2);
  });

  it('are forgotten when told, oldest first when there are too many', async () => {
    const { state, find, cache } = cacheOf(60);
    await find();
    for (let at = 0; at < 1000; at += 1) await cache.find(`${at}.test`, () => Promise.resolve(insecure(60)));
    await find();
    expect(state.made).toBe(2);
    cache.clear();
    await find();
    expect(state.made).toBe(3);
  });
});
