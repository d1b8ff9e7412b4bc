/**
 * A host that is an alias to a name without signatures may still be signed itself: then its TLSA records
 * stand below its own name (RFC 7672 §2.2.2).
 */
import type { AnswerSecurity } from '@/utils/verdict/evidence';
import type { Deadline } from './deadline';
import type { LookupEffects } from './effects';
import type { GatheredAddress } from './gather-address';
import { confirm } from './secured-answer';

/**
 * What is known of the host's own alias; null where it is none, or where the whole answer is signed or
 * carries no signature that could be validated.
 */
export async function confirmAlias(
  effects: LookupEffects,
  deadline: Deadline,
  { evidence, answers, expanded }: GatheredAddress,
): Promise<AnswerSecurity | null> {
  const [answer] = answers;
  if (evidence.kind !== 'found' || answer === undefined || expanded === null) return null;
  const { state, chain } = evidence.security;
  // Without signatures nothing was validated, so there is no chain.
  if (state !== 'insecure' || chain.length === 0) return null;
  const question = { name: answer.question.name, type: 'CNAME' as const };
  const security = { ...answer.security, chain: [] };
  return (await confirm(effects, deadline, { ...answer, question, security })).security;
}
