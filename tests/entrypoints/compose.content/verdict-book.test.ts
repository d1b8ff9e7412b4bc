// @vitest-environment happy-dom
/** An outage passes without anybody telling the page: it asks again by itself, with growing pauses, and not for ever. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeVerdictBook } from '@/entrypoints/compose.content/verdict-book';
import type { CheckReply, DomainLine } from '@/utils/messaging/protocol';
import type { Level } from '@/utils/verdict/level';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('asks again for what could not be looked up, until it is known', async () => {
  const replies = [unknown(30_000), unknown(30_000), known()];
  const { book, asked } = bookAnswering((count) => replies[count] ?? known());
  book.want(new Set(['away.test']));
  await vi.advanceTimersByTimeAsync(0);
  expect(asked()).toBe(1);
  await vi.advanceTimersByTimeAsync(31_000);
  expect(asked()).toBe(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked()).toBe(2);
  expect(book.entry('away.test').line?.level).toBe('unknown');
  await vi.advanceTimersByTimeAsync(65_000);
  expect(asked()).toBe(3);
  expect(book.entry('away.test').line?.level).toBe('expected');
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(asked()).toBe(3);
});

it('gives up in the end, so that a domain that is always out of reach costs little', async () => {
  const { book, asked } = bookAnswering(() => unknown(30_000));
  book.want(new Set(['gone.test']));
  await vi.advanceTimersByTimeAsync(24 * 3_600_000);
  expect(asked()).toBe(9);
});

it('asks no more for a domain that is no longer a recipient', async () => {
  const { book, asked } = bookAnswering(() => unknown(1_000));
  book.want(new Set(['away.test']));
  await vi.advanceTimersByTimeAsync(0);
  book.want(new Set());
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked()).toBe(1);
});

it('leaves an answer alone that says something, or that waiting would not change', async () => {
  const { book, asked } = bookAnswering(() => ({ ...unknown(0), again: null }));
  book.want(new Set(['unread.test']));
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(asked()).toBe(1);
});

type Done = Extract<CheckReply, { status: 'done' }>;

function bookAnswering(reply: (count: number) => Done) {
  const check = vi.fn(() => Promise.resolve<CheckReply>(reply(check.mock.calls.length - 1)));
  const book = makeVerdictBook(
    check,
    () => undefined,
    () => undefined,
  );
  return { book, asked: () => check.mock.calls.length };
}

function unknown(again: number): Done {
  return { status: 'done', line: line('unknown'), fresh: true, again };
}

function known(): Done {
  return { status: 'done', line: line('expected'), fresh: true, again: null };
}

function line(level: Level): DomainLine {
  return { domain: 'away.test', unicode: 'away.test', level, conditional: false, word: '', sentence: '' };
}
