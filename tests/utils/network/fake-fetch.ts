/** A fetch that answers from memory and remembers what it was asked, and a clock one turns by hand. */
import type { After, BodyReader, Fetch, FetchInit, FetchResponse } from '@/utils/network/fetch';

export interface FakeReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body, in the chunks in which it arrives; null for none. */
  readonly body?: readonly Uint8Array[] | null;
  /** The network fails after these chunks. */
  readonly breaks?: boolean;
  /** The body never ends after these chunks. */
  readonly stalls?: boolean;
}

export interface SentRequest {
  readonly url: string;
  readonly init: FetchInit;
}

export interface FakeNetwork {
  readonly fetch: Fetch;
  readonly sent: SentRequest[];
  /** How many chunks were read, and how many bodies were let go before their end. */
  readonly body: { read: number; cancelled: number };
}

/** How long after a request the reply comes: at once, never, or as a rejection. */
export type Behaviour = FakeReply | 'never' | Error;

/** Answers each request by what `behave` says of its URL. */
export function fakeNetwork(behave: (url: string) => Behaviour): FakeNetwork {
  const sent: SentRequest[] = [];
  const body = { read: 0, cancelled: 0 };
  const fetch: Fetch = (url, init) => {
    sent.push({ url, init });
    const behaviour = behave(url);
    if (behaviour instanceof Error) return Promise.reject(behaviour);
    if (behaviour === 'never') return untilAborted(init.signal);
    return Promise.resolve(response(behaviour, init.signal, body));
  };
  return { fetch, sent, body };
}

function response(reply: FakeReply, signal: AbortSignal, counters: FakeNetwork['body']): FetchResponse {
  const headers = new Headers(reply.headers);
  const chunks = reply.body;
  return {
    status: reply.status ?? 200,
    headers,
    body: chunks === null ? null : { getReader: () => bodyReader(chunks ?? [], reply, signal, counters) },
  };
}

function bodyReader(
  chunks: readonly Uint8Array[],
  reply: FakeReply,
  signal: AbortSignal,
  counters: FakeNetwork['body'],
): BodyReader {
  let next = 0;
  return {
    read() {
      const value = chunks[next];
      next += 1;
      if (value !== undefined) {
        counters.read += 1;
        return Promise.resolve({ done: false, value });
      }
      if (reply.breaks === true) return Promise.reject(new TypeError('terminated'));
      return reply.stalls === true ? untilAborted(signal) : Promise.resolve({ done: true });
    },
    cancel() {
      counters.cancelled += 1;
      // Cancelling may fail, too, and nobody may be hurt by it.
      return Promise.reject(new TypeError('already gone'));
    },
  };
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new DOMException('aborted', 'AbortError'));
    });
  });
}

export interface HandClock {
  readonly now: () => number;
  readonly after: After;
  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): void;
  /** Timers that wait. */
  readonly waiting: () => number;
}

export function handClock(start = 1_000_000): HandClock {
  let time = start;
  const timers = new Set<{ due: number; callback: () => void }>();
  return {
    now: () => time,
    after(milliseconds, callback) {
      const timer = { due: time + milliseconds, callback };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    pass(milliseconds) {
      time += milliseconds;
      for (const timer of [...timers]) {
        if (timer.due > time) continue;
        timers.delete(timer);
        timer.callback();
      }
    },
    waiting: () => timers.size,
  };
}

/** Lets everything go on that waits for promises only. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
}

export const never: AbortSignal = new AbortController().signal;
