/**
 * How a level looks: a shape of its own and a colour, the same in the notice, the popup and the icons.
 * Data only: no DOM. Never colour alone: each level also has its shape here and its word in the catalogue.
 */
import type { Level } from './level';

export interface LevelLook {
  /** Path of the mark on a 24 × 24 grid, filled with the current colour by the even-odd rule. */
  readonly path: string;
  /** Text colour on a light page and on a dark one: at least 4.5:1 on white and on #1c1b1f (WCAG 2.2, 1.4.3). */
  readonly light: string;
  readonly dark: string;
  /** Quiet background behind the same colour. */
  readonly lightGround: string;
  readonly darkGround: string;
}

export const LEVEL_LOOK: Readonly<Record<Level, LevelLook>> = {
  plaintext: look('M3 6h18v13H3z', '#a4161a', '#ff8a80', '#fdecea', '#3b1a1a'),
  blocked: look('M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20z', '#a4161a', '#ff8a80', '#fdecea', '#3b1a1a'),
  undeliverable: look('M3 5h18v14H3z', '#33363b', '#d5d8de', '#ececef', '#2b2d31'),
  opportunistic: look('M3 5h18v14H3z', '#7a4d00', '#f5c26b', '#fff4dc', '#332711'),
  unknown: look('M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20z', '#54585f', '#b9bec7', '#f0f1f3', '#2a2c30'),
  expected: look('M3 5h18v14H3z', '#174ea6', '#9ec1ff', '#e8f0fe', '#18263f'),
  enforced: look('M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20z', '#17603a', '#81d3a0', '#e6f4ea', '#15301f'),
};

/** Drawn instead of the mark of the level where the verdict is conditional: the seal in outline. */
export const OUTLINED_SEAL = 'M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20zM12 4a8 8 0 1 1 0 16a8 8 0 0 1 0-16z';

function look(path: string, light: string, dark: string, lightGround: string, darkGround: string): LevelLook {
  return { path, light, dark, lightGround, darkGround };
}
