/** The rows in which both caches keep how the level of a domain changed. */
import type { Level } from '@/utils/verdict/level';
import type { LevelHistory } from '@/utils/verdict/level-history';
import { pastSpans, recordLevel } from '@/utils/verdict/level-history';

/** Keyed by domain: its level is the same whoever was asked. */
export interface HistoryRow {
  readonly domain: string;
  /** At least one. */
  readonly spans: LevelHistory;
  /** Of the last span, to prune by; milliseconds since the epoch. */
  readonly seen: number;
}

/** How long a history is kept that nothing is added to: as long as the longest policy binds (RFC 8461 §3.2). */
const KEEP_MS = 366 * 86_400_000;

/** A level, when and for which domain it was found. */
export interface FoundLevel {
  readonly domain: string;
  readonly level: Level;
  /** Milliseconds since the epoch. */
  readonly checkedAt: number;
}

/** The row once a level was found; null where there is nothing to keep. */
export function historyRow(known: HistoryRow | undefined, found: FoundLevel, now: number): HistoryRow | null {
  return rowOf(found.domain, recordLevel(known?.spans ?? [], found.level, found.checkedAt, now));
}

/** What a row says at `now`. */
export function historyOf(row: HistoryRow | undefined, now: number): LevelHistory {
  return row === undefined ? [] : pastSpans(row.spans, now);
}

/** The row as pruning leaves it: without what comes from the future; null if nothing is left. */
export function prunedHistory({ domain, spans }: HistoryRow, now: number): HistoryRow | null {
  const row = rowOf(domain, pastSpans(spans, now));
  return row === null || row.seen < now - KEEP_MS ? null : row;
}

function rowOf(domain: string, spans: LevelHistory): HistoryRow | null {
  const last = spans.at(-1);
  return last === undefined ? null : { domain, spans, seen: last.seen };
}
