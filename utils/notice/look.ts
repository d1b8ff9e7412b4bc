/**
 * How the notice looks, as data: the background sends it along with the words, so that no page carries it
 * unasked.
 */
import { LEVELS } from '@/utils/verdict/level';
import { LEVEL_LOOK, OUTLINED_SEAL } from '@/utils/verdict/level-look';
import type { Marks } from './mark';
import { noticeStyle } from './style';

export interface NoticeLook {
  /** A style sheet. */
  readonly style: string;
  readonly marks: Marks;
}

/** Three dots: not judged yet. */
const WAITING = 'M4 10h4v4H4zM10 10h4v4h-4zM16 10h4v4h-4z';

/** The look of every notice. */
export function noticeLook(): NoticeLook {
  const marks = LEVELS.map((level) => [level, LEVEL_LOOK[level].path] as const);
  const others = { conditional: OUTLINED_SEAL, waiting: WAITING };
  return { style: noticeStyle(), marks: { ...Object.fromEntries(marks), ...others } };
}
