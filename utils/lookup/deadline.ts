/**
 * The moment at which a look-up stops waiting. Whatever is still under way by then is given up, and its
 * place is taken by evidence that says so.
 */
import type { LookupEffects } from './effects';

export interface Deadline {
  /** Aborted when the time is up. */
  readonly signal: AbortSignal;
  /**
   * The work's result, or `late()` once the time is up. Work that rejects, which an edge should never
   * do, gives `late()` too: a look-up never rejects.
   */
  readonly within: <T>(work: () => Promise<T>, late: () => T) => Promise<T>;
  /** Lets go of the timer. */
  readonly close: () => void;
}

/** Starts the time: `milliseconds` from now by the timer among the effects. */
export function startDeadline(after: LookupEffects['after'], milliseconds: number): Deadline {
  const controller = new AbortController();
  const close = after(milliseconds, () => {
    controller.abort();
  });
  const over = new Promise<void>((resolve) => {
    controller.signal.addEventListener('abort', () => {
      resolve();
    });
  });
  return {
    signal: controller.signal,
    close,
    within: async (work, late) => {
      if (controller.signal.aborted) return late();
      try {
        return await Promise.race([work(), over.then(late)]);
      } catch {
        return late();
      }
    },
  };
}
