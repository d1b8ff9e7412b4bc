/**
 * Until when a look-up holds: as long as the shortest-lived answer it used (RFC 1035 §3.2.1, RFC 2308 §5),
 * within bounds that keep a domain with a TTL of 0 from being asked at every keystroke and one with a TTL
 * of weeks from never being asked again.
 */
import type { DnsFailureCode, DnsOutcome } from '@/utils/dns/outcome';

/** One piece of evidence with the moment until which it holds, in milliseconds since the epoch. */
export interface Timed<T> {
  readonly value: T;
  readonly until: number;
}

const SECOND_MS = 1000;
const SHORTEST_MS = 10 * SECOND_MS;
const LONGEST_MS = 24 * 60 * 60 * SECOND_MS;

/** Troubles between us and the resolver pass quickly, and the user waits for them to. */
const OUR_FAILURE_MS = 30 * SECOND_MS;
/** What the resolver could not find out it remembers itself for a while; RFC 2308 §7 allows five minutes at most. */
const THEIR_FAILURE_MS = 2 * 60 * SECOND_MS;
const THEIR_FAILURES: readonly DnsFailureCode[] = ['servfail', 'refused'];

/** When a DNS outcome stops holding; `ttl` in seconds counts from the answer, not from now. */
export function outcomeHoldsUntil(outcome: DnsOutcome, ttl: number): number {
  if (outcome.status === 'answered') return outcome.at + ttl * SECOND_MS;
  return outcome.at + failureHolds(outcome.failure.code);
}

function failureHolds(code: DnsFailureCode): number {
  return THEIR_FAILURES.includes(code) ? THEIR_FAILURE_MS : OUR_FAILURE_MS;
}

/** The earliest of several ends, at least ten seconds and at most a day after `gatheredAt`. */
export function validUntil(ends: readonly number[], gatheredAt: number): number {
  const earliest = Math.min(...ends, gatheredAt + LONGEST_MS);
  return Math.max(earliest, gatheredAt + SHORTEST_MS);
}
