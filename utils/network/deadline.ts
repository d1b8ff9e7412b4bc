/** A limit of time on something that can be aborted. */
import type { After } from './fetch';

/** What `withDeadline` gives when time ran out or the caller aborted. */
export const OUT_OF_TIME = Symbol('out of time');

/**
 * Runs `work` until it ends, `milliseconds` have passed, or `signal` is aborted, whichever comes first.
 * In the latter cases the work's own signal is aborted and its end is not waited for: it may be stuck.
 *
 * @returns what `work` returns, or OUT_OF_TIME. Rejects only as `work` does in time.
 */
export async function withDeadline<Result>(
  limit: { signal: AbortSignal; after: After; milliseconds: number },
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | typeof OUT_OF_TIME> {
  if (limit.signal.aborted) return OUT_OF_TIME;
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
  };
  const over = new Promise<typeof OUT_OF_TIME>((resolve) => {
    controller.signal.addEventListener('abort', () => {
      resolve(OUT_OF_TIME);
    });
  });
  const callOff = limit.after(limit.milliseconds, stop);
  limit.signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([over, work(controller.signal)]);
  } finally {
    callOff();
    limit.signal.removeEventListener('abort', stop);
  }
}
