/** Clock and timer of the browser, for the rooms that have none of their own. */
import type { After } from '@/utils/network/fetch';

/** Milliseconds since the epoch. */
export const now = (): number => Date.now();

/** Calls back once; returns how to call it off. */
export const after: After = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};
