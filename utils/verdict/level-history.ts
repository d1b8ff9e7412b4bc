/** How the level of a domain changed over time. Plain data: it is stored. Times are milliseconds since the epoch. */
import type { Level } from './level';

/** A stretch of time in which every look found the same level, for a sender that checks. */
export interface LevelSpan {
  readonly level: Level;
  /** The first look that found it. */
  readonly since: number;
  /** The last one. */
  readonly seen: number;
}

/** The oldest first, no two neighbours alike. */
export type LevelHistory = readonly LevelSpan[];

/** Changes kept of one domain; a level that flutters pushes the oldest out. */
const MOST_SPANS = 50;

/**
 * The history after a look at time `at` that found `level`. `unknown` says nothing of the domain and changes
 * nothing; neither does a look older than what is known, or one from the future by the clock `now`.
 */
export function recordLevel(history: LevelHistory, level: Level, at: number, now: number): LevelHistory {
  const past = pastSpans(history, now);
  const last = past.at(-1);
  if (level === 'unknown' || at > now || (last !== undefined && at < last.seen)) return past;
  if (last?.level === level) return [...past.slice(0, -1), { ...last, seen: at }];
  return [...past, { level, since: at, seen: at }].slice(-MOST_SPANS);
}

/** What is not from the future: whatever a clock that was wrong wrote there is not believed later either. */
export function pastSpans(history: LevelHistory, now: number): LevelHistory {
  return history
    .filter(({ since }) => since <= now)
    .map((span) => (span.seen <= now ? span : { ...span, seen: span.since }));
}
