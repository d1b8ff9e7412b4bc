/** The cache in IndexedDB. Its methods reject when the storage fails; open-cache.ts catches that. */
import { EMPTY_MEMORY } from '@/utils/verdict/policy-memory';
import type { Cache } from './cache';
import type { Database } from './database';
import { KEEP_STALE_MS, evidenceRow, policyRow, withFreshness } from './rows';

/** Makes the cache that keeps things in `database`. `now`: milliseconds since the epoch. */
export function makeDiskCache(database: Database, now: () => number): Cache {
  const { evidence, policies } = database;
  return {
    storage: 'disk',
    getEvidence: async (domain, resolver) => {
      const row = await evidence.get([domain, resolver]);
      return row === undefined ? null : withFreshness(row, now());
    },
    putEvidence: async (gathered) => {
      await evidence.put(evidenceRow(gathered));
    },
    recallPolicy: async (domain) => (await policies.get(domain))?.memory ?? EMPTY_MEMORY,
    rememberPolicy: async (domain, memory) => {
      const row = policyRow(domain, memory);
      await (row === null ? policies.delete(domain) : policies.put(row));
    },
    list: () => evidence.orderBy('checkedAt').reverse().toArray(),
    prune: () => prune(database, now()),
    deleteDomain: (domain) =>
      database.transaction('rw', evidence, policies, async () => {
        await evidence.where('domain').equals(domain).delete();
        await policies.delete(domain);
      }),
    clear: () =>
      database.transaction('rw', evidence, policies, async () => {
        await evidence.clear();
        await policies.clear();
      }),
  };
}

/** The same as `isEvidenceDone` and `isPolicyDone`, by the indexes. */
async function prune({ evidence, policies }: Database, now: number): Promise<void> {
  await evidence
    .where('validUntil')
    .below(now - KEEP_STALE_MS)
    .delete();
  await evidence.where('checkedAt').above(now).delete();
  await policies.where('expiresAt').belowOrEqual(now).delete();
  await policies.where('learntAt').above(now).delete();
}
