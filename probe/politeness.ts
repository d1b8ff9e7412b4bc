/** One visit at a time to each network, with a pause between, longer where a server asked us to come later. */
import { setTimeout as sleep } from 'node:timers/promises';
import { networkOf } from './networks';

export interface Politeness {
  /** Does the work when it is that network's turn. Rejects only if the work does. */
  readonly inTurn: <T>(address: string, work: () => Promise<T>) => Promise<T>;
  /** A 4xx reply: the pause for that network doubles, up to a minute. */
  readonly slowDown: (address: string) => void;
}

const LONGEST_GAP_MS = 60_000;

/** @param gapMs milliseconds between two visits to one network; an aborted `stop` ends all waiting */
export function makePoliteness(gapMs: number, stop: AbortSignal): Politeness {
  const queues = new Map<string, Promise<unknown>>();
  const gaps = new Map<string, number>();
  return {
    inTurn: (address, work) => {
      const network = networkOf(address);
      const result = (queues.get(network) ?? Promise.resolve()).then(work);
      const rest = (): Promise<void> => pause(gaps.get(network) ?? gapMs, stop);
      queues.set(network, result.then(rest, rest));
      return result;
    },
    slowDown: (address) => {
      const network = networkOf(address);
      const gap = gaps.get(network) ?? gapMs;
      gaps.set(network, Math.max(gap, Math.min(LONGEST_GAP_MS, 2 * gap)));
    },
  };
}

/** Waits so long, or until somebody wants to stop. */
export async function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  // An abort only ends the wait.
  await sleep(milliseconds, undefined, { signal: stop }).catch(() => undefined);
}
