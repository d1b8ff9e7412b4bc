/**
 * Opens the cache. IndexedDB fails in the field (no room, a newer version's database, a broken backing
 * store), so whatever it refuses is done in memory instead, from then on, and said once.
 */
import type { Cache } from './cache';
import { Database } from './database';
import { makeDiskCache } from './disk-cache';
import { makeMemoryCache } from './memory-cache';

export interface CacheOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The browser's own unless given. */
  readonly indexedDB?: { readonly factory: IDBFactory; readonly keyRange: typeof IDBKeyRange };
  /** Called once when memory takes over, with the name of the error. */
  readonly onDegraded: (error: string) => void;
}

/** Makes the cache at once; the database opens at the first use. */
export function openCache(options: CacheOptions): Cache {
  const { now, indexedDB, onDegraded } = options;
  const memory = makeMemoryCache({ now });
  const database = new Database(
    now,
    indexedDB === undefined ? {} : { indexedDB: indexedDB.factory, IDBKeyRange: indexedDB.keyRange },
  );
  const disk = makeDiskCache(database, now);
  let current = disk;
  const degrade = (error: unknown): void => {
    if (current === memory) return;
    current = memory;
    database.close();
    onDegraded(errorName(error));
  };
  return overStorage(
    () => current,
    (error) => {
      degrade(error);
      return memory;
    },
  );
}

/** A cache that works on `current()` and, where that rejects, once more on what `fallBack` returns. */
function overStorage(current: () => Cache, fallBack: (error: unknown) => Cache): Cache {
  const attempt = async <T>(work: (cache: Cache) => Promise<T>): Promise<T> => {
    try {
      return await work(current());
    } catch (error) {
      return work(fallBack(error));
    }
  };
  return {
    get storage() {
      return current().storage;
    },
    getEvidence: (domain, resolver) => attempt((cache) => cache.getEvidence(domain, resolver)),
    putEvidence: (evidence) => attempt((cache) => cache.putEvidence(evidence)),
    recallHistory: (domain) => attempt((cache) => cache.recallHistory(domain)),
    getReports: (domain, resolver) => attempt((cache) => cache.getReports(domain, resolver)),
    putReports: (reports) => attempt((cache) => cache.putReports(reports)),
    recallPolicy: (domain) => attempt((cache) => cache.recallPolicy(domain)),
    rememberPolicy: (domain, memory) => attempt((cache) => cache.rememberPolicy(domain, memory)),
    list: () => attempt((cache) => cache.list()),
    prune: () => attempt((cache) => cache.prune()),
    deleteDomain: (domain) => attempt((cache) => cache.deleteDomain(domain)),
    clear: () => attempt((cache) => cache.clear()),
  };
}

/** Dexie wraps what the browser said; the innermost name tells most. */
function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'UnknownError';
  const inner = 'inner' in error ? error.inner : null;
  return inner instanceof Error ? errorName(inner) : error.name;
}
