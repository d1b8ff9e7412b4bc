import { LEVELS } from '@/utils/verdict/level';
import type { Verdict } from '@/utils/verdict/verdict';

/** Higher is better; a green seal in outline is a little less than a whole one. */
export const rank = ({ level, conditional }: Verdict): number =>
  2 * LEVELS.indexOf(level) + (level === 'enforced' && !conditional ? 1 : 0);
