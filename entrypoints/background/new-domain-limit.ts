/**
 * At most so many new domains are looked up for one compose window, so that a page full of made-up
 * recipients is no use against anybody's name servers. Kept for the browser session, in memory only: a
 * worker that dies must not forget it.
 */

/** A compose window, for counting. */
export interface ComposeWindow {
  readonly tab: number;
  readonly frame: number;
  /** As the content script calls it. */
  readonly compose: string;
}

/** Where counts are kept; may fail, and then they live as long as the worker. */
export interface CountStore {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
}

export interface NewDomainLimit {
  /** Whether this new domain may be looked up for this compose window; the same domain counts once. */
  readonly admits: (window: ComposeWindow, domain: string) => Promise<boolean>;
  /** Forgets a closed tab. */
  readonly forgetTab: (tab: number) => Promise<void>;
}

export const MOST_NEW_DOMAINS = 50;
/** Compose windows remembered per tab; older ones are long closed. */
const MOST_WINDOWS = 100;

type Counts = Map<string, Set<string>>;

/** Neither function rejects. */
export function makeNewDomainLimit(store: CountStore, most = MOST_NEW_DOMAINS): NewDomainLimit {
  const tabs = new Map<number, Promise<Counts>>();
  const countsOf = (tab: number): Promise<Counts> => {
    const counts = tabs.get(tab) ?? readCounts(store, keyOf(tab));
    tabs.set(tab, counts);
    return counts;
  };
  return {
    admits: async ({ tab, frame, compose }, domain) => {
      const counts = await countsOf(tab);
      const key = `${frame}:${compose}`;
      const domains = counts.get(key) ?? new Set<string>();
      if (domains.has(domain)) return true;
      if (domains.size >= most) return false;
      counts.set(key, domains.add(domain));
      dropOldest(counts);
      await store.set(keyOf(tab), asPlain(counts)).catch(() => undefined);
      return true;
    },
    forgetTab: async (tab) => {
      tabs.delete(tab);
      await store.remove(keyOf(tab)).catch(() => undefined);
    },
  };
}

function keyOf(tab: number): string {
  return `new-domains:${tab}`;
}

async function readCounts(store: CountStore, key: string): Promise<Counts> {
  const stored = await store.get(key).catch(() => null);
  if (!Array.isArray(stored)) return new Map();
  return new Map((stored as [string, string[]][]).map(([window, domains]) => [window, new Set(domains)]));
}

function asPlain(counts: Counts): [string, string[]][] {
  return [...counts].map(([window, domains]) => [window, [...domains]]);
}

function dropOldest(counts: Counts): void {
  const [oldest] = counts.keys();
  if (counts.size > MOST_WINDOWS && oldest !== undefined) counts.delete(oldest);
}
