/** Limits how many queries leave: a page that shows thousands of recipients must not make us a DNS cannon. */

export interface TokenBucket {
  /** Takes a token; false if there is none, and then nothing may be sent. */
  take(): boolean;
}

/** The limit of design: 300 at once, then ten a second. */
export const QUERY_LIMIT = { burst: 300, perSecond: 10 } as const;

/**
 * A bucket that starts full with `burst` tokens and is refilled with `perSecond`.
 *
 * @param o.now milliseconds since the epoch; a clock that is set back refills nothing.
 */
export function makeTokenBucket(o: { burst: number; perSecond: number; now: () => number }): TokenBucket {
  let tokens = o.burst;
  let last = o.now();
  return {
    take() {
      const now = o.now();
      const elapsed = Math.max(0, now - last);
      last = now;
      tokens = Math.min(o.burst, tokens + (elapsed / 1000) * o.perSecond);
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
