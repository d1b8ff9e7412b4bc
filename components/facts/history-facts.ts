/** How a domain's level changed, as facts to show: the latest first. */
import { formatDay, type Words } from '@/components/words/format';
import { levelWord } from '@/components/words/level-word';
import { sourceName } from '@/components/words/reason-basis';
import type { LevelHistory } from '@/utils/verdict/level-history';
import type { Fact } from './fact';

/** A fact for each stretch of time with one level, from the first look that found it to the last. */
export function historyFacts(history: LevelHistory, domain: string, w: Words): Fact[] {
  const from = { basis: 'observed' as const, source: sourceName('history', domain, w) };
  return [...history].reverse().map(({ level, since, seen }) => {
    const [first, last] = [formatDay(since, w), formatDay(seen, w)];
    const label = first === last ? first : w.t('fact.history_since', [first, last]);
    return { label, value: levelWord(w.t, level, false), from };
  });
}
