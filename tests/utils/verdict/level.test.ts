import { describe, expect, it } from 'vitest';
import { LEVELS, compareLevels, worstLevel } from '@/utils/verdict/level';

describe('levels', () => {
  it('sort worst first', () => {
    expect([...LEVELS].reverse().sort(compareLevels)).toEqual(LEVELS);
  });

  it('know the worst of several, and none of none', () => {
    expect(worstLevel(['enforced', 'opportunistic', 'unknown'])).toBe('opportunistic');
    expect(worstLevel([])).toBeNull();
  });
});
