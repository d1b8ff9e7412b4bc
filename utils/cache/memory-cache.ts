/** The cache of private windows, and of a browser whose disk fails: gone with the process, nothing on disk. */
import { EMPTY_MEMORY } from '@/utils/verdict/policy-memory';
import type { Cache } from './cache';
import type { EvidenceRow, PolicyRow } from './rows';
import { evidenceRow, isEvidenceDone, isPolicyDone, policyRow, withFreshness } from './rows';

/** A background process lives long in some browsers; the oldest entries give way. */
const MOST_ENTRIES = 5000;

/** Makes an empty cache in memory. `now`: milliseconds since the epoch. */
export function makeMemoryCache({ now }: { readonly now: () => number }): Cache {
  const evidence = new Map<string, EvidenceRow>();
  const policies = new Map<string, PolicyRow>();
  return {
    storage: 'memory',
    getEvidence: (domain, resolver) => {
      const row = evidence.get(evidenceKey(domain, resolver));
      return Promise.resolve(row === undefined ? null : withFreshness(row, now()));
    },
    putEvidence: (gathered) => {
      setLatest(evidence, evidenceKey(gathered.domain, gathered.resolver), evidenceRow(gathered));
      return Promise.resolve();
    },
    recallPolicy: (domain) => Promise.resolve(policies.get(domain)?.memory ?? EMPTY_MEMORY),
    rememberPolicy: (domain, memory) => {
      const row = policyRow(domain, memory);
      if (row === null) policies.delete(domain);
      else setLatest(policies, domain, row);
      return Promise.resolve();
    },
    list: () => Promise.resolve([...evidence.values()].sort((a, b) => b.checkedAt - a.checkedAt)),
    prune: () => {
      dropWhere(evidence, (row) => isEvidenceDone(row, now()));
      dropWhere(policies, (row) => isPolicyDone(row, now()));
      return Promise.resolve();
    },
    deleteDomain: (domain) => {
      dropWhere(evidence, (row) => row.domain === domain);
      policies.delete(domain);
      return Promise.resolve();
    },
    clear: () => {
      evidence.clear();
      policies.clear();
      return Promise.resolve();
    },
  };
}

function evidenceKey(domain: string, resolver: string): string {
  return `${domain} ${resolver}`;
}

/** Sets the row as the newest; a Map keeps the order of insertion. */
function setLatest<Row>(rows: Map<string, Row>, key: string, row: Row): void {
  rows.delete(key);
  rows.set(key, row);
  const [oldest] = rows.keys();
  if (rows.size > MOST_ENTRIES && oldest !== undefined) rows.delete(oldest);
}

function dropWhere<Row>(rows: Map<string, Row>, isDone: (row: Row) => boolean): void {
  for (const [key, row] of rows) if (isDone(row)) rows.delete(key);
}
