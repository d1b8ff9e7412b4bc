/**
 * How a level looks: a shape of its own and a colour, the same in the notice, the popup and the icons.
 * Data only: no DOM. Never colour alone: each level also has its shape here and its word in the catalogue.
 *
 * One family of drawings, all made for this project: cards and envelopes share a frame, seals a rim. What
 * lies open is drawn in outline, what is closed for good is solid.
 */
import type { Level } from './level';

export interface LevelLook {
  /** Path of the mark on a 24 × 24 grid, filled with the current colour by the even-odd rule. */
  readonly path: string;
  /**
   * Text colour on a light page and on a dark one: at least 4.5:1 on white and on #1c1b1f, and on the
   * ground of its own (WCAG 2.2, 1.4.3).
   */
  readonly light: string;
  readonly dark: string;
  /** Quiet background behind the same colour. */
  readonly lightGround: string;
  readonly darkGround: string;
}

const FRAME = 'M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z';
const TICK = 'M7.3 12.3 8.8 10.8 11 13 15.3 8.7 16.8 10.2 11 16z';
const RIM =
  'M8.6 2C9.9 1.5 10.9 2.7 12.6 2.9S15.3 2.1 16.5 2.8S17.5 4.9 18.7 6.1S21.5 7.2 22 8.6S21.4 11 21.2 12.6S21.7 15.2 21 16.4S19.1 17.6 18 18.8S16.8 21.5 15.4 22S13.1 21.2 11.4 21.1S8.7 22 7.4 21.3S6.3 19.2 5.2 18S2.9 16.6 2.4 15.3S2.8 13.1 2.8 11.4S1.8 8.6 2.5 7.3S4.9 6.4 6.1 5.3S7.2 2.5 8.6 2z';
const INNER_RIM =
  'M9.3 4C10.3 3.6 11.1 4.6 12.5 4.7S14.6 4.1 15.6 4.6S16.4 6.3 17.3 7.3S19.6 8.2 20 9.3S19.5 11.2 19.4 12.5S19.8 14.5 19.2 15.5S17.7 16.5 16.8 17.4S15.8 19.6 14.7 20S12.9 19.4 11.5 19.3S9.4 20 8.3 19.5S7.4 17.8 6.6 16.8S4.7 15.7 4.3 14.6S4.6 12.8 4.6 11.5S3.8 9.3 4.4 8.3S6.3 7.5 7.3 6.7S8.2 4.4 9.3 4z';
const BROKEN_SEAL =
  'M14.9 1.9C14.8 2.2 13.9 2.8 14.7 3S17.5 2.5 18.7 3.2S19.5 5.5 20.5 6.8S23.3 8.1 23.7 9.5S22.8 11.8 22.5 13.4S22.8 16 22 17.2S20 18.2 18.7 19.3S17.3 21.8 15.9 22.3S12.7 22.1 11.9 22L13.4 18.1L11.8 14.4L15.1 11.2L12.4 6.9zM10.9 22.2C10.9 21.9 11.7 21.2 10.8 21.2S8.2 22.3 6.9 21.7S5.6 19.7 4.4 18.6S1.9 17.5 1.3 16.2S1.5 13.9 1.4 12.3S0.2 9.5 0.7 8.2S3 7.1 4.2 5.9S5.1 3.2 6.3 2.3S9.5 1.9 10.3 1.8L8.8 7.2L12.1 10.9L9.5 14.7L11.7 18z';
const QUESTION =
  'M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20zM12 4a8 8 0 1 1 0 16a8 8 0 0 1 0-16zM8 9.8A4 4 0 1 1 13 13.7V14.8h-2V11.8h1A2 2 0 1 0 10 9.8zM12 15.9a1.2 1.2 0 1 1 0 2.4a1.2 1.2 0 0 1 0-2.4z';

/** A postcard: whoever carries it can read the lines. */
const OPEN_CARD = `${FRAME}M4 6v12h16V6zM6 8.2h7v1.7H6zM6 11.2h7v1.7H6zM6 14.2h4.5v1.7H6zM15 8.2h3.2v4H15z`;
const CROSSED_CARD = `${FRAME}M4 6v12h16V6zM9.2 7.8 12 10.6l2.8-2.8 1.4 1.4L13.4 12l2.8 2.8-1.4 1.4L12 13.4l-2.8 2.8-1.4-1.4L10.6 12 7.8 9.2z`;
const UNSEALED_ENVELOPE = `${FRAME}M5.6 6 12 10.9 18.4 6zM4 7.3V18h16V7.3l-8 6.1z`;
const CLOSED_ENVELOPE =
  'M4 4h16a2 2 0 0 1 2 1.8L12 12.3 2 5.8A2 2 0 0 1 4 4zM2 8.2 12 14.7l10-6.5V18a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2z';

/** Mark and colours of every level. */
export const LEVEL_LOOK: Readonly<Record<Level, LevelLook>> = {
  plaintext: look(OPEN_CARD, '#a4161a', '#ff8a80', '#fdecea', '#3b1a1a'),
  blocked: look(BROKEN_SEAL, '#a4161a', '#ff8a80', '#fdecea', '#3b1a1a'),
  undeliverable: look(CROSSED_CARD, '#33363b', '#d5d8de', '#ececef', '#2b2d31'),
  opportunistic: look(UNSEALED_ENVELOPE, '#7a4d00', '#f5c26b', '#fff4dc', '#332711'),
  unknown: look(QUESTION, '#54585f', '#b9bec7', '#f0f1f3', '#2a2c30'),
  expected: look(CLOSED_ENVELOPE, '#174ea6', '#9ec1ff', '#e8f0fe', '#18263f'),
  enforced: look(RIM + TICK, '#17603a', '#81d3a0', '#e6f4ea', '#15301f'),
};

/** Drawn instead of the mark of the level where the verdict is conditional: the seal in outline. */
export const OUTLINED_SEAL = RIM + INNER_RIM + TICK;

function look(path: string, light: string, dark: string, lightGround: string, darkGround: string): LevelLook {
  return { path, light, dark, lightGround, darkGround };
}
