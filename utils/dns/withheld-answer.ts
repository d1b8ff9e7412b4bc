/**
 * Resolvers that filter. Some answer for names they think harmful with a "does not exist" of their own.
 * Such an answer says nothing about the domain and must never be taken for one that does.
 */
import type { DnsAnswer } from './answer';
import type { ExtendedError } from './message';

/** "Blocked", "Censored", "Filtered", "Prohibited" (RFC 8914 §4.16–4.19). */
const FIRST_FILTER_ERROR = 15;
const LAST_FILTER_ERROR = 18;

/** The first Extended DNS Error that says the resolver withholds the true answer; null if none does. */
export function filterError(errors: readonly ExtendedError[]): number | null {
  const found = errors.find(({ code }) => code >= FIRST_FILTER_ERROR && code <= LAST_FILTER_ERROR);
  return found?.code ?? null;
}

/**
 * Whether the resolver withheld the true answer: it says so, or it says NXDOMAIN without the SOA record
 * that a true one carries (RFC 2308 §2.1).
 */
export function isWithheld(answer: DnsAnswer): boolean {
  return filterError(answer.extendedErrors) !== null || (answer.kind === 'no-such-name' && !answer.hasSoa);
}
