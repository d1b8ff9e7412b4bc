/** Questions to the background, which may die over any of them and is revived by the next. */
import type { PageRequest, Replies } from '@/utils/messaging/protocol';
import type { Runtime } from './runtime';

/** Milliseconds between the tries. */
const PAUSES = [100, 300, 1000, 2000, 4000] as const;
/** Milliseconds: no lookup lasts that long, so nobody is going to answer. */
const PATIENCE = 30_000;

/** The reply, or null if there was none after the last try. Never rejects. */
export type Ask = <R extends PageRequest>(request: R) => Promise<Replies[R['kind']] | null>;

/** `onOrphaned` is called when the extension is gone from under the page: there will be no replies any more. */
export function makeAsk(runtime: Runtime, onOrphaned: () => void): Ask {
  const send = async (request: PageRequest): Promise<unknown> => {
    try {
      return await Promise.race([runtime.sendMessage(request), pause(PATIENCE)]);
    } catch (error) {
      if (isOrphaned(runtime, error)) onOrphaned();
      return null;
    }
  };
  return async <R extends PageRequest>(request: R) => {
    for (const milliseconds of [...PAUSES, null]) {
      const reply = await send(request);
      // The background is part of this very build: its replies have the types of the protocol.
      if (typeof reply === 'object' && reply !== null) return reply as Replies[R['kind']];
      if (milliseconds === null || runtime.id === undefined) return null;
      await pause(milliseconds);
    }
    return null;
  };
}

function isOrphaned(runtime: Runtime, error: unknown): boolean {
  return runtime.id === undefined || /context invalidated/i.test(String(error));
}

function pause(milliseconds: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, null);
  });
}
