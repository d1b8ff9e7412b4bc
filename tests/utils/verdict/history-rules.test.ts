import { describe, expect, it } from 'vitest';
import { withHistory } from '@/utils/verdict/history-rules';
import type { Level } from '@/utils/verdict/level';
import type { LevelHistory } from '@/utils/verdict/level-history';
import { reason } from '@/utils/verdict/reason';
import { sampleVerdict } from '../../components/sample-verdict';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 24);
const YEAR = 365 * DAY;
/** `daysAgo` of since and seen. */
const span = (level: Level, since: number, seen: number) => ({
  level,
  since: NOW - since * DAY,
  seen: NOW - seen * DAY,
});

const FELL: LevelHistory = [span('enforced', 400, 100), span('opportunistic', 10, 1)];
const STANDS: LevelHistory = [span('enforced', 400, 30)];

function until(history: LevelHistory, level: Level, now = NOW): number | null {
  const verdict = withHistory(sampleVerdict('a.example', { level }), history, now);
  const fall = verdict.reasons.find((each) => each.code === 'was-enforced');
  return fall === undefined ? null : fall.params.until;
}

describe('withHistory', () => {
  it.each<[LevelHistory, Level, number | null, string]>([
    [FELL, 'opportunistic', 100, 'fell ten days ago; last seen enforced before that'],
    [FELL, 'blocked', 100, 'whatever the level is now'],
    [FELL, 'unknown', 100, 'and where nothing could be found out'],
    [FELL, 'enforced', null, 'it is enforced again'],
    [STANDS, 'unknown', 30, 'it stood at the last look, today nothing can be found out'],
    [STANDS, 'expected', null, 'it stands, but this sender does not check'],
    [[span('enforced', 400, 91)], 'unknown', null, 'last seen too long ago'],
    [[span('enforced', 400, 300), span('expected', 90, 1)], 'expected', null, 'fell 90 days ago'],
    [[span('enforced', 400, 300), span('expected', 89, 1)], 'expected', 300, 'fell 89 days ago'],
    [
      [span('enforced', 400, 300), span('expected', 60, 20), span('plaintext', 10, 1)],
      'plaintext',
      300,
      'the fall counts from its first step',
    ],
    [[span('opportunistic', 400, 1)], 'opportunistic', null, 'never was'],
    [[], 'unknown', null, 'nothing is remembered'],
  ])('%j, now %s: %s days ago (%s)', (history, level, daysAgo) => {
    expect(until(history, level)).toBe(daysAgo === null ? null : NOW - daysAgo * DAY);
  });

  it('is told for no longer by a clock that jumps', () => {
    expect(until(FELL, 'opportunistic', NOW - 5 * YEAR)).toBeNull();
    expect(until(FELL, 'opportunistic', NOW + 5 * YEAR)).toBeNull();
    expect(until(FELL, 'opportunistic', NOW + 80 * DAY)).toBeNull();
    expect(until(FELL, 'opportunistic', NOW + 79 * DAY)).not.toBeNull();
  });

  it('does not believe a fall from the future', () => {
    const wrong = [span('enforced', 400, 100), span('opportunistic', -YEAR, -YEAR)];
    expect(until(wrong, 'opportunistic')).toBeNull();
  });

  it('leaves the level and the deciding reason as they are', () => {
    const verdict = sampleVerdict('a.example');
    const told = withHistory(verdict, FELL, NOW);
    expect(told).toEqual({
      ...verdict,
      reasons: [
        reason('nothing-requires', {}),
        reason('was-enforced', { until: NOW - 100 * DAY }),
        reason('sts-absent', {}),
      ],
    });
    expect(withHistory(verdict, [], NOW)).toBe(verdict);
  });
});
