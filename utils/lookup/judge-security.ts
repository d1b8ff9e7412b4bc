/**
 * From the resolver's word and our own validation to what is known of an answer's signatures. Our own
 * validation outranks the AD bit in both directions (RFC 4035 §4.9.3); where it could not be made, the
 * resolver's word is passed on as no more than that.
 */
import type { DnsOutcome } from '@/utils/dns/outcome';
import type { ChainReason, ChainStep, Validation } from '@/utils/dnssec/security';
import type { AnswerSecurity } from '@/utils/verdict/evidence';

type Answered = Extract<DnsOutcome, { readonly status: 'answered' }>;

/** "Its HTTP Date is within an hour of ours." */
const SAME_TIME_MS = 60 * 60 * 1000;
const ABOUT_TIME: readonly ChainReason[] = ['expired', 'not-yet-valid'];

/** No answer, so nothing to say about its signatures. */
export const UNKNOWN_SECURITY: AnswerSecurity = {
  state: 'indeterminate',
  by: null,
  chain: [],
  confirmed: false,
};

/** What the AD bit says (RFC 6840 §5.8). */
export function resolversWord({ message }: Answered): AnswerSecurity {
  const state = message.authenticData ? 'secure' : 'insecure';
  return { state, by: 'resolver', chain: [], confirmed: false };
}

/** `refused`: the resolver gave this answer only without checking it; checked, it said SERVFAIL. */
export function judgeSecurity(
  outcome: Answered,
  { security, chain }: Validation,
  refused: boolean,
): AnswerSecurity {
  if (security === 'secure' || security === 'insecure') {
    return { state: security, by: 'local', chain, confirmed: false };
  }
  if (security === 'bogus' && isAboutDomain(chain) && (refused || isTimeKnown(outcome, chain))) {
    return { state: 'bogus', by: 'local', chain, confirmed: refused };
  }
  return { ...resolversWord(outcome), chain };
}

/** A chain broken at the root's own keys tells of our anchors, our clock or the resolver, not of a domain. */
function isAboutDomain([root]: readonly ChainStep[]): boolean {
  return root?.result === 'secure';
}

/** A wrong clock makes sound signatures look out of date: theirs is to show that ours is right. */
function isTimeKnown({ at, servedAt }: Answered, chain: readonly ChainStep[]): boolean {
  const because = chain.at(-1)?.because;
  if (because === undefined || !ABOUT_TIME.includes(because)) return true;
  return servedAt !== undefined && Math.abs(at - servedAt) <= SAME_TIME_MS;
}
