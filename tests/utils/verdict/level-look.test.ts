import { describe, expect, it } from 'vitest';
import { LEVELS } from '@/utils/verdict/level';
import { LEVEL_LOOK, OUTLINED_SEAL } from '@/utils/verdict/level-look';

/** Relative luminance of "#rrggbb" (WCAG 2.2). */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [dark, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright! + 0.05) / (dark! + 0.05);
}

describe('LEVEL_LOOK', () => {
  it('gives every level a shape of its own', () => {
    const paths = [...LEVELS.map((level) => LEVEL_LOOK[level].path), OUTLINED_SEAL];
    expect(new Set(paths).size).toBe(LEVELS.length + 1);
  });

  it.each(LEVELS)('%s is readable on light and dark pages and on its own ground', (level) => {
    const { light, dark, lightGround, darkGround } = LEVEL_LOOK[level];
    expect(contrast(light, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(light, lightGround)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, '#1c1b1f')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, darkGround)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(LEVELS)('the mark of %s is path data within the 24 × 24 grid', (level) => {
    const { path } = LEVEL_LOOK[level];
    expect(path).toMatch(/^M[\d.\-\sACHLMSVachlmsvz]+z$/);
    const absolute = [...path.matchAll(/[MLCS]([\d.\- ]+)/g)].flatMap((match) => match[1]!.trim().split(' '));
    expect(absolute.map(Number).every((value) => value >= 0 && value <= 24)).toBe(true);
  });
});
