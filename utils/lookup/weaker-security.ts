/** What is known of something that rests on two answers: no more than of the weaker one. */
import type { Security } from '@/utils/dnssec/security';
import type { AnswerSecurity } from '@/utils/verdict/evidence';

/** Weakest first. */
const STATES: readonly Security[] = ['bogus', 'indeterminate', 'insecure', 'secure'];
const WORDS: readonly AnswerSecurity['by'][] = [null, 'resolver', 'local'];

/** By state first; of equal states the resolver's word is weaker than our own validation. */
export function weakerSecurity(a: AnswerSecurity, b: AnswerSecurity): AnswerSecurity {
  const by = STATES.indexOf(a.state) - STATES.indexOf(b.state) || WORDS.indexOf(a.by) - WORDS.indexOf(b.by);
  return by <= 0 ? a : b;
}
