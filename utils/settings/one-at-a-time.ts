/** Lets one task at a time run under a name, across every page of the extension where the browser can (Web Locks). */

const tails = new Map<string, Promise<unknown>>();

/** Runs the task when those before it have ended, well or badly; resolves or rejects as the task does. */
export async function oneAtATime<T>(name: string, task: () => Promise<T>): Promise<T> {
  const before = tails.get(name) ?? Promise.resolve();
  const run = before.then(async () => locked(name, task));
  tails.set(
    name,
    run.catch(() => undefined),
  );
  return run;
}

async function locked<T>(name: string, task: () => Promise<T>): Promise<T> {
  // Node 20, where tests run, has neither.
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  return locks === undefined ? task() : locks.request(name, task);
}
