import type { Level } from '@/utils/verdict/level';
import { LEVEL_LOOK, OUTLINED_SEAL } from '@/utils/verdict/level-look';

/** Drawing of a level, in the current colour. It says nothing to a screen reader: its word stands beside it. */
export function LevelMark(props: { level: Level; conditional?: boolean; size: number }) {
  const { level, conditional = false, size } = props;
  return (
    <svg class="mark" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path fill-rule="evenodd" d={conditional ? OUTLINED_SEAL : LEVEL_LOOK[level].path} />
    </svg>
  );
}

/** Inline style that hands the colours of a level to `.level-ink` and `.level-ground`. */
export function levelColours(level: Level): Readonly<Record<`--level-${string}`, string>> {
  const look = LEVEL_LOOK[level];
  return {
    '--level-light': look.light,
    '--level-dark': look.dark,
    '--level-light-ground': look.lightGround,
    '--level-dark-ground': look.darkGround,
  };
}
