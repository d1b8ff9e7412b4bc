import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS } from '@/utils/verdict/level';
import { pastSpans, recordLevel, type LevelHistory } from '@/utils/verdict/level-history';

const NOW = 1_000_000;
const span = (level: 'enforced' | 'opportunistic', since: number, seen = since) => ({ level, since, seen });
const ENFORCED = [span('enforced', 100, 200)];

describe('recordLevel', () => {
  it.each([
    [[], 'enforced', 300, [span('enforced', 300)], 'the first look'],
    [ENFORCED, 'enforced', 300, [span('enforced', 100, 300)], 'the same again'],
    [ENFORCED, 'opportunistic', 300, [...ENFORCED, span('opportunistic', 300)], 'a fall'],
    [ENFORCED, 'unknown', 300, ENFORCED, 'unknown says nothing of the domain'],
    [[], 'unknown', 300, [], 'nor at first'],
    [ENFORCED, 'opportunistic', 150, ENFORCED, 'an older look that comes late'],
    [ENFORCED, 'opportunistic', NOW + 1, ENFORCED, 'a look from the future'],
    [
      [span('enforced', NOW + 5)],
      'opportunistic',
      300,
      [span('opportunistic', 300)],
      'a past from the future',
    ],
    [
      [span('enforced', 100, NOW + 5)],
      'enforced',
      300,
      [span('enforced', 100, 300)],
      'last seen in the future',
    ],
  ] as const)('%j, %s at %d: %j (%s)', (...[history, level, at, expected]) => {
    expect(recordLevel(history, level, at, NOW)).toEqual(expected);
  });

  it('keeps fifty changes, the latest', () => {
    let history: LevelHistory = [];
    for (let at = 1; at <= 120; at += 1) {
      history = recordLevel(history, at % 2 === 0 ? 'enforced' : 'opportunistic', at, NOW);
    }
    expect(history).toHaveLength(50);
    expect(history.at(-1)).toEqual(span('enforced', 120));
  });

  it('stays in order, without neighbours alike, whatever the clock does', () => {
    const look = fc.record({ level: fc.constantFrom(...LEVELS), at: fc.nat(1000), now: fc.nat(1000) });
    fc.assert(
      fc.property(fc.array(look, { maxLength: 30 }), (looks) => {
        const end = looks.reduce<LevelHistory>((h, { level, at, now }) => recordLevel(h, level, at, now), []);
        return end.every(({ level, since, seen }, index) => {
          const next = end[index + 1];
          return since <= seen && (next === undefined || (seen <= next.since && next.level !== level));
        });
      }),
    );
  });
});

describe('pastSpans', () => {
  it('believes nothing from the future', () => {
    expect(pastSpans([span('enforced', 1, 5), span('opportunistic', 11, 12)], 10)).toEqual([
      span('enforced', 1, 5),
    ]);
    expect(pastSpans([span('enforced', 1, 50)], 10)).toEqual([span('enforced', 1, 1)]);
    expect(pastSpans([], 10)).toEqual([]);
  });
});
