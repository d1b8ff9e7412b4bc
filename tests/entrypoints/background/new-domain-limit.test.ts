import { describe, expect, it } from 'vitest';
import {
  makeNewDomainLimit,
  MOST_NEW_DOMAINS,
  type CountStore,
} from '@/entrypoints/background/new-domain-limit';

const WINDOW = { tab: 7, frame: 0, compose: 'first' };

function memoryStore() {
  const kept = new Map<string, string>();
  const store: CountStore = {
    get: (key) => Promise.resolve(JSON.parse(kept.get(key) ?? 'null') as unknown),
    set: (key, value) => {
      kept.set(key, JSON.stringify(value));
      return Promise.resolve();
    },
    remove: (key) => {
      kept.delete(key);
      return Promise.resolve();
    },
  };
  return { kept, store };
}

const names = (count: number, prefix = 'd') =>
  Array.from({ length: count }, (_, n) => `${prefix}${n}.example`);
const count = (answers: readonly boolean[]) => answers.filter(Boolean).length;

describe('the limit of new domains', () => {
  it('lets fifty through of ten thousand asked at once', async () => {
    const limit = makeNewDomainLimit(memoryStore().store);
    const answers = await Promise.all(names(10_000).map((name) => limit.admits(WINDOW, name)));
    expect(count(answers)).toBe(MOST_NEW_DOMAINS);
    expect(answers.slice(0, 50)).not.toContain(false);
  });

  it('counts a domain once, also when it is full', async () => {
    const limit = makeNewDomainLimit(memoryStore().store, 1);
    expect(await limit.admits(WINDOW, 'a.example')).toBe(true);
    expect(await limit.admits(WINDOW, 'b.example')).toBe(false);
    expect(await limit.admits(WINDOW, 'a.example')).toBe(true);
  });

  it.each([
    [{ ...WINDOW, compose: 'second' }, 'another compose window'],
    [{ ...WINDOW, frame: 3 }, 'another frame'],
    [{ ...WINDOW, tab: 8 }, 'another tab'],
  ])('counts for %j anew (%s)', async (other) => {
    const limit = makeNewDomainLimit(memoryStore().store, 1);
    await limit.admits(WINDOW, 'a.example');
    expect(await limit.admits(other, 'b.example')).toBe(true);
  });

  it('outlives the worker', async () => {
    const { store } = memoryStore();
    await Promise.all(names(40).map((name) => makeNewDomainLimit(store).admits(WINDOW, name)));
    const reborn = makeNewDomainLimit(store, 1);
    expect(await reborn.admits(WINDOW, 'more.example')).toBe(false);
  });

  it('forgets a tab that was closed', async () => {
    const { kept, store } = memoryStore();
    const limit = makeNewDomainLimit(store, 1);
    await limit.admits(WINDOW, 'a.example');
    await limit.forgetTab(7);
    expect(kept.size).toBe(0);
    expect(await limit.admits(WINDOW, 'b.example')).toBe(true);
  });

  it('remembers a hundred compose windows of a tab, not every one there ever was', async () => {
    const { kept, store } = memoryStore();
    const limit = makeNewDomainLimit(store);
    for (const compose of names(150, 'w')) await limit.admits({ ...WINDOW, compose }, 'a.example');
    expect(JSON.parse(kept.get('new-domains:7') ?? '[]')).toHaveLength(100);
  });

  it('still holds where the storage fails', async () => {
    const fails = () => Promise.reject(new Error('quota'));
    const limit = makeNewDomainLimit({ get: fails, set: fails, remove: fails }, 2);
    const answers = await Promise.all(names(5).map((name) => limit.admits(WINDOW, name)));
    expect(count(answers)).toBe(2);
    await limit.forgetTab(7);
  });
});
