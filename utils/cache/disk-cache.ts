/** The cache in IndexedDB. Its methods reject when the storage fails; open-cache.ts catches that. */
import { EMPTY_MEMORY } from '@/utils/verdict/policy-memory';
import type { LookedUp } from '@/utils/verdict/evidence';
import type { Cache } from './cache';
import type { Database } from './database';
import { historyOf, historyRow, prunedHistory } from './history-row';
import { KEEP_STALE_MS, evidenceRow, liveReports, policyRow, withFreshness } from './rows';

/** Makes the cache that keeps things in `database`. `now`: milliseconds since the epoch. */
export function makeDiskCache(database: Database, now: () => number): Cache {
  const { evidence, policies, history, reports } = database;
  return {
    storage: 'disk',
    getEvidence: async (domain, resolver) => {
      const row = await evidence.get([domain, resolver]);
      return row === undefined ? null : withFreshness(row, now());
    },
    putEvidence: (gathered) => putEvidence(database, gathered, now()),
    recallHistory: async (domain) => historyOf(await history.get(domain), now()),
    getReports: async (domain, resolver) => liveReports(await reports.get([domain, resolver]), now()),
    putReports: async (gathered) => {
      await reports.put(gathered);
    },
    recallPolicy: async (domain) => (await policies.get(domain))?.memory ?? EMPTY_MEMORY,
    rememberPolicy: async (domain, memory) => {
      const row = policyRow(domain, memory);
      await (row === null ? policies.delete(domain) : policies.put(row));
    },
    list: () => evidence.orderBy('checkedAt').reverse().toArray(),
    prune: () => prune(database, now()),
    deleteDomain: (domain) =>
      database.transaction('rw', database.tables, async () => {
        await evidence.where('domain').equals(domain).delete();
        await reports.where('domain').equals(domain).delete();
        await policies.delete(domain);
        await history.delete(domain);
      }),
    clear: () =>
      database.transaction('rw', database.tables, async () => {
        for (const table of database.tables) await table.clear();
      }),
  };
}

async function putEvidence(database: Database, gathered: LookedUp, now: number): Promise<void> {
  const { evidence, history } = database;
  const row = evidenceRow(gathered);
  await database.transaction('rw', evidence, history, async () => {
    await evidence.put(row);
    const next = historyRow(await history.get(row.domain), row, now);
    if (next !== null) await history.put(next);
  });
}

/** The same as in memory, by the indexes. */
async function prune(database: Database, now: number): Promise<void> {
  const { evidence, policies, reports } = database;
  await evidence
    .where('validUntil')
    .below(now - KEEP_STALE_MS)
    .delete();
  await evidence.where('checkedAt').above(now).delete();
  await policies.where('expiresAt').belowOrEqual(now).delete();
  await policies.where('learntAt').above(now).delete();
  await reports.where('validUntil').belowOrEqual(now).delete();
  await reports.where('gatheredAt').above(now).delete();
  await pruneHistories(database, now);
}

async function pruneHistories({ history }: Database, now: number): Promise<void> {
  const rows = await history.toArray();
  for (const row of rows) {
    const next = prunedHistory(row, now);
    if (next === null) await history.delete(row.domain);
    else if (next.seen !== row.seen) await history.put(next);
  }
}
