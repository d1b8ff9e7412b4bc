/** The cache of private windows, and of a browser whose disk fails: gone with the process, nothing on disk. */
import type { ReportEvidence } from '@/utils/tlsrpt/record';
import { EMPTY_MEMORY } from '@/utils/verdict/policy-memory';
import type { Cache } from './cache';
import type { HistoryRow } from './history-row';
import { historyOf, historyRow, prunedHistory } from './history-row';
import type { EvidenceRow, PolicyRow } from './rows';
import { evidenceRow, isEvidenceDone, isPolicyDone, liveReports, policyRow, withFreshness } from './rows';

/** A background process lives long in some browsers; the oldest entries give way. */
const MOST_ENTRIES = 5000;

interface Rows {
  readonly evidence: Map<string, EvidenceRow>;
  readonly policies: Map<string, PolicyRow>;
  readonly history: Map<string, HistoryRow>;
  readonly reports: Map<string, ReportEvidence>;
}

/** Makes an empty cache in memory. `now`: milliseconds since the epoch. */
export function makeMemoryCache({ now }: { readonly now: () => number }): Cache {
  const rows: Rows = { evidence: new Map(), policies: new Map(), history: new Map(), reports: new Map() };
  const { evidence, policies, history, reports } = rows;
  const tables: readonly Map<string, { readonly domain: string }>[] = [evidence, policies, history, reports];
  return {
    storage: 'memory',
    getEvidence: (domain, resolver) => {
      const row = evidence.get(keyOf(domain, resolver));
      return Promise.resolve(row === undefined ? null : withFreshness(row, now()));
    },
    putEvidence: (gathered) => {
      const row = evidenceRow(gathered);
      setLatest(evidence, keyOf(row.domain, row.resolver), row);
      const next = historyRow(history.get(row.domain), row, now());
      if (next !== null) setLatest(history, row.domain, next);
      return Promise.resolve();
    },
    recallHistory: (domain) => Promise.resolve(historyOf(history.get(domain), now())),
    getReports: (domain, resolver) =>
      Promise.resolve(liveReports(reports.get(keyOf(domain, resolver)), now())),
    putReports: (gathered) => {
      setLatest(reports, keyOf(gathered.domain, gathered.resolver), gathered);
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
      prune(rows, now());
      return Promise.resolve();
    },
    deleteDomain: (domain) => {
      for (const table of tables) dropWhere(table, (row) => row.domain === domain);
      return Promise.resolve();
    },
    clear: () => {
      for (const table of tables) table.clear();
      return Promise.resolve();
    },
  };
}

function prune({ evidence, policies, history, reports }: Rows, now: number): void {
  dropWhere(evidence, (row) => isEvidenceDone(row, now));
  dropWhere(policies, (row) => isPolicyDone(row, now));
  dropWhere(reports, (row) => liveReports(row, now) === null);
  for (const [domain, row] of history) {
    const next = prunedHistory(row, now);
    if (next === null) history.delete(domain);
    else history.set(domain, next);
  }
}

function keyOf(domain: string, resolver: string): string {
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
