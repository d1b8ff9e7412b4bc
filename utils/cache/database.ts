/**
 * The database on disk. Every version's schema stays written down here, so that a browser that comes from
 * any of them arrives at the newest with its policies: they are what tells of a stripped record.
 */
import { Dexie } from 'dexie';
import type { DexieOptions, Table, Transaction } from 'dexie';
import type { PolicyMemory } from '@/utils/verdict/policy-memory';
import type { LookedUp } from '@/utils/verdict/evidence';
import type { EvidenceRow, PolicyRow } from './rows';
import { evidenceRow, policyRow } from './rows';

export const DATABASE_NAME = 'waxseal';

/** Rows of version 1: without a level, without anything to prune by. */
interface EvidenceRowV1 {
  readonly domain: string;
  readonly resolver: string;
  readonly evidence: LookedUp;
}
interface PolicyRowV1 {
  readonly domain: string;
  readonly memory: PolicyMemory;
}

export class Database extends Dexie {
  declare readonly evidence: Table<EvidenceRow, [string, string]>;
  declare readonly policies: Table<PolicyRow, string>;

  constructor(options: DexieOptions) {
    super(DATABASE_NAME, options);
    this.version(1).stores({ evidence: '[domain+resolver]', policies: 'domain' });
    this.version(2)
      .stores({
        evidence: '[domain+resolver], domain, checkedAt, validUntil',
        policies: 'domain, learntAt, expiresAt',
      })
      .upgrade(addLevelsAndDates);
  }
}

async function addLevelsAndDates(transaction: Transaction): Promise<void> {
  await transaction
    .table<EvidenceRowV1 | EvidenceRow>('evidence')
    .toCollection()
    .modify((row, reference) => {
      reference.value = evidenceRow(row.evidence);
    });
  await transaction
    .table<PolicyRowV1 | PolicyRow>('policies')
    .toCollection()
    .modify((row, reference) => {
      const next = policyRow(row.domain, row.memory);
      if (next !== null) reference.value = next;
    });
}
