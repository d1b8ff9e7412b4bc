import { describe, expect, it, vi } from 'vitest';
import { sendWithRetry } from '@/utils/messaging/send-with-retry';

const noPause = () => Promise.resolve();
const closed = () => Promise.reject(new Error('The message port closed before a response was received.'));

describe('sending until there is an answer', () => {
  it('sends once where there is one', async () => {
    const send = vi.fn(() => Promise.resolve({ status: 'ok' }));
    expect(await sendWithRetry(send, noPause)).toEqual({ status: 'ok' });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it.each<[() => Promise<unknown>, string]>([
    [closed, 'the worker died over it'],
    [() => Promise.resolve(undefined), 'nobody answered'],
    [() => Promise.resolve(null), 'it met a bug'],
  ])('sends again after %s (%s)', async (first) => {
    const send = vi.fn<() => Promise<unknown>>(() => Promise.resolve({ status: 'ok' }));
    send.mockImplementationOnce(first);
    expect(await sendWithRetry(send, noPause)).toEqual({ status: 'ok' });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('gives up with null after four times, waiting longer each time', async () => {
    const pauses: number[] = [];
    const send = vi.fn(closed);
    const answer = await sendWithRetry(send, (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    });
    expect(answer).toBeNull();
    expect(send).toHaveBeenCalledTimes(4);
    expect(pauses).toEqual([50, 250, 1000]);
  });
});
