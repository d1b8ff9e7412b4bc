/** What the past of a domain adds to its verdict: a fall from `enforced` is a reason of its own for a while. */
import type { LevelHistory } from './level-history';
import { pastSpans } from './level-history';
import { reason } from './reason';
import type { Verdict } from './verdict';

/** How long a fall is told of: 90 days. */
const TELL_MS = 90 * 86_400_000;

/**
 * The verdict with the reason `was-enforced` where the domain fell from `enforced` less than 90 days before
 * `now` (milliseconds since the epoch). The level stays: the past proves nothing about today. The same is
 * said where nothing could be found out today of a domain last seen enforced less than 90 days ago.
 */
export function withHistory(verdict: Verdict, history: LevelHistory, now: number): Verdict {
  const until = verdict.level === 'enforced' ? null : enforcedUntil(verdict, pastSpans(history, now), now);
  if (until === null) return verdict;
  const [deciding, ...others] = verdict.reasons;
  const fall = reason('was-enforced', { until });
  return { ...verdict, reasons: deciding === undefined ? [fall] : [deciding, fall, ...others] };
}

function enforcedUntil({ level }: Verdict, past: LevelHistory, now: number): number | null {
  const index = past.findLastIndex((span) => span.level === 'enforced');
  const enforced = past[index];
  if (enforced === undefined) return null;
  const next = past[index + 1];
  // Without a span that follows it still stands, unless today's look found nothing out.
  const fellAt = next?.since ?? (level === 'unknown' ? enforced.seen : null);
  return fellAt !== null && now - fellAt < TELL_MS ? enforced.seen : null;
}
