/** A clock that stands still until a test moves it, with its timers. */
export interface VirtualClock {
  readonly now: () => number;
  readonly after: (milliseconds: number, callback: () => void) => () => void;
  /** Resolves after so many milliseconds of virtual time. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Runs timers in order of time until `work` is settled; the clock stands at the last one that ran. */
  readonly runUntil: <T>(work: Promise<T>) => Promise<T>;
  /** Sets the clock, without running timers: forwards or, like a bad clock, backwards. */
  readonly jumpTo: (time: number) => void;
  /** Timers that nobody has called off. */
  readonly pending: () => number;
}

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

export function makeVirtualClock(start: number): VirtualClock {
  let time = start;
  const timers = new Set<Timer>();
  const after = (milliseconds: number, callback: () => void): (() => void) => {
    const timer = { due: time + milliseconds, callback };
    timers.add(timer);
    return () => timers.delete(timer);
  };
  const fireNext = (): void => {
    const [next] = [...timers].sort((a, b) => a.due - b.due);
    if (next === undefined) return;
    timers.delete(next);
    time = Math.max(time, next.due);
    next.callback();
  };
  const runUntil = async <T>(work: Promise<T>): Promise<T> => {
    const open = new Set([work]);
    const settle = (): void => void open.delete(work);
    const isOpen = (): boolean => open.has(work);
    work.then(settle, settle);
    // Let everything that waits for no timer go as far as it can, then let the next timer fire.
    for (let turns = 0; turns < 1000 && isOpen(); turns += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (isOpen()) fireNext();
    }
    return work;
  };
  return {
    now: () => time,
    after,
    sleep: (milliseconds) => new Promise((resolve) => void after(milliseconds, resolve)),
    runUntil,
    jumpTo: (to) => {
      time = to;
    },
    pending: () => timers.size,
  };
}
