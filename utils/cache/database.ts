/**
 * The database on disk. Every version's schema stays written down here, so that a browser that comes from
 * any of them arrives at the newest with its policies: they are what tells of a stripped record.
 */
import { Dexie } from 'dexie';
import type { DexieOptions, Table, Transaction } from 'dexie';
import type { PolicyMemory } from '@/utils/verdict/policy-memory';
import type { ReportEvidence } from '@/utils/tlsrpt/record';
import type { FoundLevel, HistoryRow } from './history-row';
import { historyRow } from './history-row';
import type { EvidenceRow, PolicyRow } from './rows';
import { policyRow } from './rows';

export const DATABASE_NAME = 'waxseal';

/** Rows of version 1: without anything to prune by. */
interface PolicyRowV1 {
  readonly domain: string;
  readonly memory: PolicyMemory;
}

export class Database extends Dexie {
  declare readonly evidence: Table<EvidenceRow, [string, string]>;
  declare readonly policies: Table<PolicyRow, string>;

  declare readonly history: Table<HistoryRow, string>;
  declare readonly reports: Table<ReportEvidence, [string, string]>;

  /** `now` in milliseconds since the epoch; `options` as Dexie takes them. */
  constructor(now: () => number, options: DexieOptions) {
    super(DATABASE_NAME, options);
    this.version(1).stores({ evidence: '[domain+resolver]', policies: 'domain' });
    this.version(2)
      .stores({
        evidence: '[domain+resolver], domain, checkedAt, validUntil',
        policies: 'domain, learntAt, expiresAt',
      })
      .upgrade(addLevelsAndDates);
    this.version(3)
      .stores({ history: 'domain, seen', reports: '[domain+resolver], domain, gatheredAt, validUntil' })
      .upgrade((transaction) => beginHistories(transaction, now()));
  }
}

/** Evidence of version 1 has no level. It is gathered anew as soon as it is wanted. */
async function addLevelsAndDates(transaction: Transaction): Promise<void> {
  await transaction.table('evidence').clear();
  await transaction
    .table<PolicyRowV1 | PolicyRow>('policies')
    .toCollection()
    .modify((row, reference) => {
      const next = policyRow(row.domain, row.memory);
      if (next !== null) reference.value = next;
    });
}

/**
 * The levels that were kept become the beginning of each domain's history. The evidence they were judged by
 * knows nothing of DANE and cannot be judged any more: it is gathered anew as soon as it is wanted.
 */
async function beginHistories(transaction: Transaction, now: number): Promise<void> {
  const evidence = transaction.table<FoundLevel>('evidence');
  const histories = new Map<string, HistoryRow>();
  for (const found of await evidence.orderBy('checkedAt').toArray()) {
    const row = historyRow(histories.get(found.domain), found, now);
    if (row !== null) histories.set(found.domain, row);
  }
  await transaction.table<HistoryRow>('history').bulkPut([...histories.values()]);
  await evidence.clear();
}
