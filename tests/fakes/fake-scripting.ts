/** Registered content scripts and open tabs of a made-up browser. */
import { vi } from 'vitest';
import { fakeBrowser } from './fake-browser';

/** As the browser gives it back. */
export interface Registered {
  readonly id: string;
  readonly matches?: readonly string[];
  readonly js?: readonly string[];
}

/** Sets registration, injection and the question for tabs up. `tabs`: match pattern of each tab's page, by id. */
export function fakeScripting(registered: readonly Registered[] = [], tabs: Record<number, string> = {}) {
  const scripts = new Map(registered.map((script) => [script.id, script]));
  const executeScript = vi.fn((injection: object) => Promise.resolve([injection]));
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: () => Promise.resolve([...scripts.values()]),
    registerContentScripts: vi.fn((added: readonly Registered[]) => {
      const twice = added.find(({ id }) => scripts.has(id));
      if (twice) return Promise.reject(new Error(`Duplicate script ID '${twice.id}'`));
      added.forEach((script) => scripts.set(script.id, script));
      return Promise.resolve();
    }),
    unregisterContentScripts: vi.fn(({ ids }: { ids: readonly string[] }) => {
      const missing = ids.find((id) => !scripts.delete(id));
      return missing === undefined
        ? Promise.resolve()
        : Promise.reject(new Error(`Nonexistent script ID '${missing}'`));
    }),
    executeScript,
  });
  const query = ({ url }: { url: readonly string[] }) =>
    Promise.resolve(
      Object.entries(tabs)
        .filter(([, pattern]) => url.includes(pattern))
        .map(([id]) => ({ id: Number(id) })),
    );
  Object.assign(fakeBrowser.tabs, { query });
  return { scripts, executeScript };
}
