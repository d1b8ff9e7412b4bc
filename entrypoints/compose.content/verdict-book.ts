/**
 * What is known of the domains of one compose window. Each is asked about once, a few at a time, and again
 * only when the answer is due or somebody says that it has changed.
 */
import type { CheckReply, DomainLine } from '@/utils/messaging/protocol';

/** Questions under way at once. */
const AT_ONCE = 8;
/** Domains one compose window ever asks about: a page may make up thousands. */
export const MOST_DOMAINS = 200;
/** Milliseconds before an answer that was due is asked for again. */
const REFRESH = 2000;
const MOST_REFRESHES = 5;
/** How often a domain that could not be looked up is asked for again, in a message that stays open. */
const MOST_RETURNS = 8;

export interface Entry {
  /** `refused`: beyond the limit, never asked. `failed`: nobody answered. */
  readonly status: 'pending' | 'done' | 'limited' | 'refused' | 'failed';
  /** What was said last, also while it is asked for again. */
  readonly line: DomainLine | null;
}

export interface VerdictBook {
  /** The domains that matter now; what is new among them is asked for. */
  readonly want: (domains: ReadonlySet<string>) => void;
  readonly entry: (domain: string) => Entry;
  /** Asks again for these, or for all that are wanted; what is known stays until the answer. */
  readonly refresh: (domains?: readonly string[]) => void;
  /** Asks again for all that got no proper answer. */
  readonly retry: () => void;
  readonly stop: () => void;
}

const PENDING: Entry = { status: 'pending', line: null };

/** `check` resolves to null where nobody answers; `onInactive` is called when checking was switched off. */
export function makeVerdictBook(
  check: (domain: string) => Promise<CheckReply | null>,
  onChange: () => void,
  onInactive: () => void,
): VerdictBook {
  const entries = new Map<string, Entry>();
  const asked = new Set<string>();
  const queue = new Set<string>();
  const refreshes = new Map<string, number>();
  let wanted: ReadonlySet<string> = new Set();
  let underWay = 0;
  let stopped = false;

  function pump(): void {
    for (const domain of queue) {
      if (underWay >= AT_ONCE || stopped) return;
      queue.delete(domain);
      if (wanted.has(domain)) void ask(domain);
      else entries.delete(domain);
    }
  }

  async function ask(domain: string): Promise<void> {
    underWay += 1;
    const reply = await check(domain);
    underWay -= 1;
    if (stopped) return;
    if (reply?.status === 'inactive') {
      onInactive();
      return;
    }
    entries.set(domain, settle(entries.get(domain) ?? PENDING, reply));
    if (reply?.status === 'done') {
      if (!reply.fresh) askLater(domain, REFRESH, MOST_REFRESHES);
      else if (reply.again !== null) askLater(domain, reply.again + REFRESH, MOST_RETURNS);
    }
    onChange();
    pump();
  }

  function enqueue(domains: Iterable<string>): void {
    for (const domain of domains) queue.add(domain);
    pump();
  }

  /**
   * The background tells of changes, but it may die before it does; and an outage passes without anybody telling.
   * Each time the pause doubles, up to a number of times.
   */
  function askLater(domain: string, pause: number, most: number): void {
    const times = refreshes.get(domain) ?? 0;
    refreshes.set(domain, times + 1);
    if (times < most) setTimeout(enqueue, pause * 2 ** times, [domain]);
  }

  function want(domains: ReadonlySet<string>): void {
    wanted = domains;
    for (const domain of domains) {
      if (entries.has(domain)) continue;
      const mayAsk = asked.has(domain) || asked.size < MOST_DOMAINS;
      entries.set(domain, mayAsk ? PENDING : { status: 'refused', line: null });
      if (!mayAsk) continue;
      asked.add(domain);
      queue.add(domain);
    }
    pump();
  }

  return {
    want,
    entry: (domain) => entries.get(domain) ?? PENDING,
    refresh: (domains = [...asked]) => {
      enqueue(domains.filter((domain) => asked.has(domain)));
    },
    retry: () => {
      const open = [...wanted].filter((domain) => /failed|limited/.test(entries.get(domain)?.status ?? ''));
      for (const domain of open) entries.set(domain, PENDING);
      enqueue(open);
      onChange();
    },
    stop: () => {
      stopped = true;
    },
  };
}

/** A failure does not take away what was said before. */
function settle(before: Entry, reply: Exclude<CheckReply, { status: 'inactive' }> | null): Entry {
  if (reply) return { status: reply.status, line: reply.line };
  return before.line ? before : { status: 'failed', line: null };
}
