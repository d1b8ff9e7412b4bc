import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { latestSoon } from '@/entrypoints/popup/latest-soon';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('acts once on the latest of many, a pause after the first', () => {
  const seen: number[] = [];
  const show = latestSoon<number>(30, (value) => seen.push(value));
  show(1);
  vi.advanceTimersByTime(20);
  show(2);
  expect(seen).toEqual([]);
  vi.advanceTimersByTime(10);
  expect(seen).toEqual([2]);
});

it('starts anew afterwards, also with a value of before', () => {
  const seen: (number | null)[] = [];
  const show = latestSoon<number | null>(30, (value) => seen.push(value));
  show(null);
  vi.advanceTimersByTime(30);
  show(null);
  vi.advanceTimersByTime(30);
  expect(seen).toEqual([null, null]);
  vi.advanceTimersByTime(1_000);
  expect(seen).toEqual([null, null]);
});
