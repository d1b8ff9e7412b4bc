import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeAsk } from '@/entrypoints/compose.content/ask';
import type { Runtime } from '@/entrypoints/compose.content/runtime';

const LISTENERS = { addListener: () => undefined, removeListener: () => undefined };
const HELLO = { kind: 'hello' } as const;

function runtime(sendMessage: Runtime['sendMessage'], id?: string): Runtime {
  return { sendMessage, onMessage: LISTENERS, ...(id !== undefined && { id }) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('asking the background', () => {
  it.each([
    ['a closed channel', () => Promise.reject(new Error('The message channel closed'))],
    ['nobody there', () => Promise.reject(new Error('Receiving end does not exist'))],
    ['no answer', () => Promise.resolve(undefined)],
    ['a bug in the background', () => Promise.resolve(null)],
    ['silence', () => new Promise<never>(() => undefined)],
  ])('asks again after %s, and gives up after six tries', async (_, answer) => {
    const send = vi.fn(answer);
    const reply = makeAsk(runtime(send, 'waxseal'), () => undefined)(HELLO);
    await vi.advanceTimersByTimeAsync(400_000);
    expect(await reply).toBeNull();
    expect(send).toHaveBeenCalledTimes(6);
  });

  it('gives the first reply there is', async () => {
    const send = vi.fn<Runtime['sendMessage']>().mockRejectedValueOnce(new Error('closed'));
    send.mockResolvedValueOnce({ active: false });
    const reply = makeAsk(runtime(send, 'waxseal'), () => undefined)(HELLO);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await reply).toEqual({ active: false });
  });

  it.each([
    ['says so', 'waxseal', new Error('Extension context invalidated.')],
    ['has no identity any more', undefined, new TypeError('sendMessage is undefined')],
  ])('tells when the extension %s', async (_, id, error) => {
    const orphaned = vi.fn();
    const reply = makeAsk(
      runtime(() => {
        throw error;
      }, id),
      orphaned,
    )(HELLO);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await reply).toBeNull();
    expect(orphaned).toHaveBeenCalled();
  });
});
