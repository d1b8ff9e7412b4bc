import { describe, expect, it } from 'vitest';
import type { TlsSource } from '@/utils/operators/operator';
import { sourceTime, tlsStanding } from '@/utils/operators/tls-standing';

const NOW = Date.UTC(2026, 10, 24);
const says = (by: string, asOf: string): TlsSource => ({ by, source: `${by}.example`, asOf });
const standing = (now: number, ...tls: readonly TlsSource[]): string | null =>
  tlsStanding({ tls }, now)?.asOf ?? null;

describe('tlsStanding', () => {
  it.each([
    [[], null, 'nobody says anything'],
    [[says('a', '2026-06-23')], '2026-06-23', 'one that is recent'],
    [[says('a', '2024-11-24')], '2024-11-24', 'the last day of the 24 months'],
    [[says('a', '2024-11-23')], null, 'a day more'],
    [[says('a', '2024-11')], null, 'a month counts from its first day'],
    [[says('a', '2024-12')], '2024-12', 'a month within'],
    [[says('a', '2024')], null, 'a year counts from its first day'],
    [[says('a', '2025')], '2025', 'a year within'],
    [[says('a', 'undated')], null, 'one without a date is not recent'],
    [
      [says('a', '2020-05-20'), says('b', '2014-08')],
      '2020-05-20',
      'two that are independent; the newer is named',
    ],
    [[says('a', '2014-08'), says('b', 'undated')], '2014-08', 'dated before undated'],
    [[says('a', '2020-05-20'), says('a', '2014-08')], null, 'the same one twice'],
    [[says('a', 'undated'), says('a', '2026-01')], '2026-01', 'the recent one of two by the same'],
  ])('%j at 2026-11-24: %s (%s)', (...[tls, expected]) => {
    expect(standing(NOW, ...tls)).toBe(expected);
  });

  it('holds for 24 months and no longer', () => {
    const source = says('a', '2026-06-23');
    expect(standing(Date.UTC(2028, 5, 23), source)).toBe('2026-06-23');
    expect(standing(Date.UTC(2028, 5, 23) + 1, source)).toBeNull();
  });

  it('is no younger by a clock that was turned back', () => {
    const source = says('a', '2023-01-01');
    expect(standing(Date.UTC(2024, 0, 1), source)).toBeNull();
    expect(standing(0, source)).toBeNull();
  });
});

describe('sourceTime', () => {
  it.each([
    ['2026-06-23', Date.UTC(2026, 5, 23)],
    ['2024-01', Date.UTC(2024, 0, 1)],
    ['2022', Date.UTC(2022, 0, 1)],
    ['undated', Number.NaN],
  ])('%s', (asOf, time) => {
    expect(sourceTime(asOf)).toBe(time);
  });
});
