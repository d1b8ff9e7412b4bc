/** How well mail to a domain travels, worst first (the words of docs/verdicts.md). */
export const LEVELS = [
  'plaintext',
  'blocked',
  'undeliverable',
  'opportunistic',
  'unknown',
  'expected',
  'enforced',
] as const;

export type Level = (typeof LEVELS)[number];

/** Negative if `a` is worse than `b`: sorts worst first. */
export function compareLevels(a: Level, b: Level): number {
  return LEVELS.indexOf(a) - LEVELS.indexOf(b);
}

/** The worst of several levels; null for none. */
export function worstLevel(levels: readonly Level[]): Level | null {
  return [...levels].sort(compareLevels)[0] ?? null;
}
