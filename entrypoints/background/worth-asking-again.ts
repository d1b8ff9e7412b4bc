import type { ReasonCode } from '@/utils/verdict/reason';
import type { Verdict } from '@/utils/verdict/verdict';

/** What may pass by itself: an outage, a resolver or name server that does not answer now. */
const PASSING: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'mx-lookup-failed',
  'address-lookup-failed',
  'sts-lookup-failed',
]);

/**
 * Milliseconds after which looking again may find out more: when an answer that only says "could not find out"
 * has run out. null where the answer says something, or says what will not change by waiting.
 */
export function worthAskingAgain(verdict: Verdict, now: number): number | null {
  const passing = verdict.level === 'unknown' && verdict.reasons.some(({ code }) => PASSING.has(code));
  return passing ? Math.max(0, verdict.validUntil - now) : null;
}
