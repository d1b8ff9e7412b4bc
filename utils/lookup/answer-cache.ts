/**
 * Answers shared among all look-ups: no name is asked twice within its TTL, whoever asks (RFC 1035 §3.2.1,
 * RFC 2308 §5), and whoever asks meanwhile waits for the same answer. Failures are not kept: asking again
 * is how they end.
 */
import { readAnswer } from '@/utils/dns/answer';
import type { RrTypeName } from '@/utils/dns/message';
import { RR_TYPE } from '@/utils/dns/message';
import { nameKey, parseName } from '@/utils/dns/name';
import type { DnsOutcome } from '@/utils/dns/outcome';
import type { QueryDns } from './effects';
import { outcomeHoldsUntil } from './validity';

/** Answers kept; those asked for longest ago give way. */
const MOST_ANSWERS = 2000;

interface Kept {
  readonly outcome: DnsOutcome;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** A flight belongs to whoever began it: if he gives up, others who wait for it must ask anew. */
interface Flight {
  readonly outcome: Promise<DnsOutcome>;
  readonly signal: AbortSignal;
}

/** Makes a `query` that asks through `query` only what it does not know. `now`: milliseconds since the epoch. */
export function shareAnswers(query: QueryDns, now: () => number, most = MOST_ANSWERS): QueryDns {
  const answers = new Map<string, Kept>();
  const flights = new Map<string, Flight>();
  const keep = (key: string, outcome: DnsOutcome, until: number): void => {
    answers.delete(key);
    if (until <= now()) return;
    answers.set(key, { outcome, until });
    const [oldest] = answers.keys();
    if (answers.size > most && oldest !== undefined) answers.delete(oldest);
  };
  return async function shared(name, type, signal, options = {}): Promise<DnsOutcome> {
    const key = questionKey(name, type, options.checkingDisabled === true);
    const kept = answers.get(key);
    if (kept !== undefined && holds(kept, now())) return kept.outcome;
    const under = flights.get(key);
    if (under !== undefined) {
      const outcome = await under.outcome;
      const givenUp = outcome.status === 'failed' && under.signal.aborted && !signal.aborted;
      return givenUp ? shared(name, type, signal, options) : outcome;
    }
    const flight = { outcome: query(name, type, signal, options), signal };
    flights.set(key, flight);
    try {
      const outcome = await flight.outcome;
      keep(key, outcome, answerHoldsUntil(name, type, outcome));
      return outcome;
    } finally {
      flights.delete(key);
    }
  };
}

/** An answer from the future was got before the clock was turned back. */
function holds({ outcome, until }: Kept, now: number): boolean {
  return outcome.at <= now && now < until;
}

function questionKey(text: string, type: RrTypeName, checkingDisabled: boolean): string {
  const name = parseName(text);
  return `${checkingDisabled ? 'CD ' : ''}${type} ${name === null ? text : nameKey(name)}`;
}

function answerHoldsUntil(text: string, type: RrTypeName, outcome: DnsOutcome): number {
  const name = parseName(text);
  if (outcome.status === 'failed' || name === null) return -Infinity;
  return outcomeHoldsUntil(outcome, readAnswer(outcome.message, name, RR_TYPE[type]).ttl);
}
