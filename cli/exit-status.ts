/** What the process tells its caller. */
import type { Judgements } from './judge';

/** All `enforced` or `expected`. */
export const SEALED = 0;
/** Some other level. */
export const OTHER = 1;
/** Wrong usage, or an input that is no address; nothing was looked up. */
export const USAGE = 2;
/** Nothing could be looked up. */
export const NOTHING = 3;

/** The status for what came out. */
export function exitStatus({ judgements, silent }: Judgements): number {
  if (silent) return NOTHING;
  const sealed = judgements.every(({ verdict: { level } }) => level === 'enforced' || level === 'expected');
  return sealed ? SEALED : OTHER;
}
