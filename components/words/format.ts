/** Dates, lists and numbers as the user's language writes them. */
import { plural, type Translate } from '@/utils/i18n/translate';

/** What every sentence needs: the words, and the BCP 47 tag of their language. */
export interface Words {
  readonly t: Translate;
  readonly language: string;
}

/** Names listed in a sentence at most; more are counted. */
const LISTED = 3;

/** "24 November 2026", in the user's time zone. `at`: milliseconds since the epoch. */
export function formatDay(at: number, { language }: Words): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(at);
}

/** Day and time to the minute, in the user's time zone. `at`: milliseconds since the epoch. */
export function formatMoment(at: number, { language }: Words): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

const DAY_MONTH_YEAR = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
] as const satisfies readonly Intl.DateTimeFormatOptions[];

/** The date a source gives itself ("2026-06-23", "2024-01", "2022", "undated"), as exact as it is. */
export function formatAsOf(asOf: string, { t, language }: Words): string {
  const parts = asOf.split('-');
  const time = Date.parse(asOf);
  if (Number.isNaN(time)) return t('source.undated');
  return new Intl.DateTimeFormat(language, { ...DAY_MONTH_YEAR[parts.length - 1], timeZone: 'UTC' }).format(
    time,
  );
}

/** "a, b and c"; after three, how many more there are. */
export function formatList(items: readonly string[], { t, language }: Words): string {
  const over = items.length - LISTED;
  const shown = over > 0 ? [...items.slice(0, LISTED), plural(t, language, 'list.more', over)] : items;
  return new Intl.ListFormat(language, { style: 'long', type: 'conjunction' }).format(shown);
}
