/** Whether a list may replace the one there is, and for how long it is worth anything. */
import type { ListHeader } from './evidence-list';

const DAY = 86_400_000;

/** No look older than that counts for anything (`expected` for 90 days), so neither does a list. */
export const LONGEST_LIST_AGE = 90 * DAY;
/** By how much the clocks of maker and reader may differ. */
const CLOCK_SLACK = DAY;

export type ListAgeFault =
  /** Made before the list there is: somebody plays back an old one. */
  | 'older-than-held'
  | 'from-the-future'
  /** Made so long ago that none of it counts. */
  | 'too-old';

/** What speaks against taking `next`; null if nothing does. `held` is null where there is none yet. */
export function listAgeFault(
  next: Pick<ListHeader, 'madeAt'>,
  held: Pick<ListHeader, 'madeAt'> | null,
  now: number,
): ListAgeFault | null {
  if (held !== null && next.madeAt < held.madeAt) return 'older-than-held';
  if (next.madeAt > now + CLOCK_SLACK) return 'from-the-future';
  return isListTooOld(next, now) ? 'too-old' : null;
}

/** Whether a list that was kept because no update came is now worth nothing. */
export function isListTooOld({ madeAt }: Pick<ListHeader, 'madeAt'>, now: number): boolean {
  return now - madeAt > LONGEST_LIST_AGE;
}
