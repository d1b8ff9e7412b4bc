import { describe, expect, it } from 'vitest';
import { QUERY_LIMIT, makeTokenBucket } from '@/utils/network/token-bucket';

function bucket(burst: number, perSecond: number) {
  let time = 5000;
  const made = makeTokenBucket({ burst, perSecond, now: () => time });
  const taken = (tries: number): number =>
    Array.from({ length: tries }, () => made.take()).filter(Boolean).length;
  return { taken, pass: (milliseconds: number) => (time += milliseconds) };
}

describe('makeTokenBucket', () => {
  it('gives what it holds and no more', () => {
    expect(bucket(300, 10).taken(1000)).toBe(300);
  });

  it('is refilled as time passes, also in pieces', () => {
    const { taken, pass } = bucket(300, 10);
    taken(300);
    pass(99);
    expect(taken(1)).toBe(0);
    pass(1);
    expect(taken(2)).toBe(1);
    pass(1000);
    expect(taken(100)).toBe(10);
  });

  it('never holds more than its burst', () => {
    const { taken, pass } = bucket(5, 10);
    pass(1_000_000);
    expect(taken(100)).toBe(5);
  });

  it('gives nothing for a clock that is set back, and goes on from there', () => {
    const { taken, pass } = bucket(5, 10);
    taken(5);
    pass(-3_600_000);
    expect(taken(1)).toBe(0);
    pass(100);
    expect(taken(2)).toBe(1);
  });

  it('limits queries to 300 at once and ten a second', () => {
    expect(QUERY_LIMIT).toEqual({ burst: 300, perSecond: 10 });
  });
});
