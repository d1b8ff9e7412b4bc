/** Whether what is said of an operator's TLS is good enough to lean on. */
import type { Operator, TlsSource } from './operator';
import { OPERATORS } from './operator-table';

/** Months for which one source alone is enough. */
const RECENT_MONTHS = 24;

/** First moment of the time the source gives, in milliseconds since the epoch; NaN for "undated". */
export function sourceTime(asOf: string): number {
  const [year, month = '1', day = '1'] = asOf.split('-');
  return Date.UTC(Number(year), Number(month) - 1, Number(day));
}

/** The newest date anywhere in the tables: no clock that is right is earlier. */
const TABLES_AS_OF = Math.max(
  ...OPERATORS.flatMap(({ tls }) => tls.map(({ asOf }) => sourceTime(asOf))).filter(Number.isFinite),
);

/**
 * The newest source for STARTTLS at this operator, if one is at most 24 months old at `now`
 * (milliseconds since the epoch) or two independent ones agree; null where neither holds. A clock set
 * before the tables were made is wrong, and makes no source younger than it was then.
 */
export function tlsStanding({ tls }: Pick<Operator, 'tls'>, now: number): TlsSource | null {
  const newest = [...tls].sort((a, b) => rank(b) - rank(a))[0];
  if (newest === undefined) return null;
  const independent = new Set(tls.map(({ by }) => by)).size >= 2;
  return independent || isRecent(newest, Math.max(now, TABLES_AS_OF)) ? newest : null;
}

/** An undated source is older than every dated one. */
function rank({ asOf }: TlsSource): number {
  const time = sourceTime(asOf);
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}

function isRecent({ asOf }: TlsSource, now: number): boolean {
  const [year, month = '1', day = '1'] = asOf.split('-');
  return now <= Date.UTC(Number(year), Number(month) - 1 + RECENT_MONTHS, Number(day));
}
