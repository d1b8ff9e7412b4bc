/** What a notice shows: data only, made anew for each change. */
import { LEVELS, type Level } from '@/utils/verdict/level';

/** One recipient domain; or, with an empty domain, all recipients without a readable address. */
export interface NoticeRow {
  readonly domain: string;
  /** What people read: the domain in its own script. */
  readonly name: string;
  /** How many recipients of the message have it. */
  readonly recipients: number;
  /** Null while it is being checked. */
  readonly level: Level | null;
  readonly conditional: boolean;
  /** Name of the level, and the deciding reason in a sentence. */
  readonly word: string;
  readonly sentence: string;
}

export type NoticeState = 'checking' | 'done' | 'limited' | 'error';

export interface NoticeModel {
  readonly state: NoticeState;
  readonly rows: readonly NoticeRow[];
  /** The page is not as expected: recipients may be missing. */
  readonly outdated: boolean;
}

/** Worst first; what is still being checked last; otherwise in the order given. */
export function worstFirst(rows: readonly NoticeRow[]): NoticeRow[] {
  return [...rows].sort((a, b) => rank(a) - rank(b));
}

/** Of one level, what holds only under a condition is the worse. */
function rank({ level, conditional }: NoticeRow): number {
  return level === null ? LEVELS.length : LEVELS.indexOf(level) - (conditional ? 0.5 : 0);
}

/** The row that stands for the message: its worst one that is judged; null if none is. */
export function worstRow(rows: readonly NoticeRow[]): NoticeRow | null {
  const [first] = worstFirst(rows);
  return first?.level ? first : null;
}
