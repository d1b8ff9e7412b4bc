/** The disk across restarts and versions, and what happens when it fails. */
import { Dexie } from 'dexie';
import { IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Cache } from '@/utils/cache/cache';
import { DATABASE_NAME } from '@/utils/cache/database';
import { openCache } from '@/utils/cache/open-cache';
import { NOW } from '../verdict/sample-evidence';
import type { TestDatabase } from './cache-samples';
import { MEMORY, OTHER_RESOLVER, RESOLVER, evidence, makeDisk } from './cache-samples';

const now = (): number => NOW;

function open(disk: TestDatabase): { cache: Cache; degraded: string[] } {
  const degraded: string[] = [];
  const cache = openCache({ now, indexedDB: disk, onDegraded: (error) => degraded.push(error) });
  return { cache, degraded };
}

function openDexie(disk: TestDatabase): Dexie {
  return new Dexie(DATABASE_NAME, { indexedDB: disk.factory, IDBKeyRange: disk.keyRange });
}

/** The factory, with one method replaced. */
function brokenOpen(disk: TestDatabase, error: DOMException): TestDatabase {
  const factory = new Proxy(disk.factory, {
    get: (target, key) =>
      key === 'open'
        ? () => {
            throw error;
          }
        : (Reflect.get(target, key) as unknown),
  });
  return { ...disk, factory };
}

// Dexie tells the console about each of these troubles.
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));

describe('the disk', () => {
  it('still knows after a restart', async () => {
    const disk = makeDisk();
    await open(disk).cache.putEvidence(evidence('a.example'));
    await open(disk).cache.rememberPolicy('a.example', MEMORY);
    const { cache, degraded } = open(disk);
    expect((await cache.getEvidence('a.example', RESOLVER))?.fresh).toBe(true);
    expect(await cache.recallPolicy('a.example')).toEqual(MEMORY);
    expect([cache.storage, degraded]).toEqual(['disk', []]);
  });

  it('brings version 1 to the newest: policies stay, evidence without a level goes', async () => {
    const disk = makeDisk();
    const first = openDexie(disk);
    first.version(1).stores({ evidence: '[domain+resolver]', policies: 'domain' });
    await first
      .table('evidence')
      .put({ domain: 'a.example', resolver: RESOLVER, evidence: evidence('a.example') });
    await first.table('policies').put({ domain: 'a.example', memory: MEMORY });
    first.close();

    const { cache, degraded } = open(disk);
    expect(await cache.list()).toEqual([]);
    expect(await cache.recallHistory('a.example')).toEqual([]);
    expect(await cache.recallPolicy('a.example')).toEqual(MEMORY);
    await cache.prune();
    expect(await cache.recallPolicy('a.example')).toEqual(MEMORY);
    expect(degraded).toEqual([]);
  });

  it('brings version 2 to version 3: levels begin the histories, evidence without DANE goes', async () => {
    const disk = makeDisk();
    const second = openDexie(disk);
    second.version(2).stores({
      evidence: '[domain+resolver], domain, checkedAt, validUntil',
      policies: 'domain, learntAt, expiresAt',
    });
    const row = (domain: string, resolver: string, level: string, checkedAt: number) => ({
      ...{ domain, resolver, level, checkedAt, validUntil: checkedAt + 1 },
      evidence: { kind: 'domain', domain, hosts: [{ dane: { kind: 'not-asked' } }] },
    });
    await second
      .table('evidence')
      .bulkPut([
        row('a.example', OTHER_RESOLVER, 'opportunistic', NOW - 10),
        row('a.example', RESOLVER, 'enforced', NOW - 20),
        row('b.example', RESOLVER, 'unknown', NOW - 10),
        row('c.example', RESOLVER, 'enforced', NOW + 10),
      ]);
    const learnt = { learntAt: NOW - 5, expiresAt: NOW + 5 };
    await second.table('policies').put({ domain: 'a.example', memory: MEMORY, ...learnt });
    second.close();

    const { cache, degraded } = open(disk);
    expect(await cache.recallHistory('a.example')).toEqual([
      { level: 'enforced', since: NOW - 20, seen: NOW - 20 },
      { level: 'opportunistic', since: NOW - 10, seen: NOW - 10 },
    ]);
    expect(await cache.recallHistory('b.example')).toEqual([]);
    expect(await cache.recallHistory('c.example')).toEqual([]);
    expect(await cache.list()).toEqual([]);
    expect(await cache.recallPolicy('a.example')).toEqual(MEMORY);
    await cache.putEvidence(evidence('a.example'));
    expect((await cache.recallHistory('a.example')).map(({ level }) => level)).toEqual([
      ...['enforced', 'opportunistic', 'enforced'],
    ]);
    expect([cache.storage, degraded]).toEqual(['disk', []]);
  });
});

describe('a failing disk', () => {
  const error = new DOMException('Internal error opening backing store', 'UnknownError');

  async function expectMemory(cache: Cache): Promise<void> {
    await cache.putEvidence(evidence('b.example'));
    expect((await cache.getEvidence('b.example', RESOLVER))?.fresh).toBe(true);
    await cache.rememberPolicy('b.example', MEMORY);
    expect(await cache.recallPolicy('b.example')).toEqual(MEMORY);
    expect(cache.storage).toBe('memory');
  }

  it.each(['UnknownError', 'VersionError', 'QuotaExceededError', 'InvalidStateError'])(
    'that cannot be opened (%s) gives way to memory, and says so once',
    async (name) => {
      const { cache, degraded } = open(brokenOpen(makeDisk(), new DOMException('no', name)));
      await expectMemory(cache);
      expect(degraded).toHaveLength(1);
      await cache.prune();
      await cache.clear();
      expect([await cache.list(), degraded.length]).toEqual([[], 1]);
    },
  );

  it('of a browser without IndexedDB gives way to memory', async () => {
    const degraded: string[] = [];
    const cache = openCache({ now, onDegraded: (name) => degraded.push(name) });
    await expectMemory(cache);
    expect(degraded).toEqual(['MissingAPIError']);
  });

  it.each(['UnknownError', 'QuotaExceededError'])(
    'that breaks in the middle (%s) loses no answer',
    async (name) => {
      const { cache, degraded } = open(makeDisk());
      await cache.putEvidence(evidence('a.example'));
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
        throw new DOMException('no', name);
      });
      await expectMemory(cache);
      expect(degraded).toEqual([name]);
    },
  );

  it('asked many things at once says so once and answers all', async () => {
    const { cache, degraded } = open(brokenOpen(makeDisk(), error));
    await Promise.all(['a', 'b', 'c'].map((name) => cache.putEvidence(evidence(`${name}.example`))));
    expect(await cache.list()).toHaveLength(3);
    expect(degraded).toHaveLength(1);
  });

  it('of a newer version neither fails nor harms what is there', async () => {
    const disk = makeDisk();
    const newer = openDexie(disk);
    newer.version(9).stores({ evidence: '[domain+resolver], domain, checkedAt, validUntil', other: 'id' });
    await newer.table('other').put({ id: 1 });
    newer.close();
    const { cache } = open(disk);
    await cache.putEvidence(evidence('a.example'));
    expect((await cache.getEvidence('a.example', RESOLVER))?.fresh).toBe(true);
    await cache.rememberPolicy('a.example', MEMORY);
    expect(await cache.recallPolicy('a.example')).toEqual(MEMORY);
  });
});
