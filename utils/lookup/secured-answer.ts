/**
 * Answers with what is known of their signatures. The resolver is asked first and believed where its answer
 * can only lower the level; what would raise it is validated here, by `confirm`.
 */
import type { DnsMessage, RrTypeName } from '@/utils/dns/message';
import { RR_TYPE } from '@/utils/dns/message';
import type { DnsFailure, DnsOutcome } from '@/utils/dns/outcome';
import type { Validation } from '@/utils/dnssec/security';
import type { AnswerSecurity } from '@/utils/verdict/evidence';
import { ask } from './ask';
import type { Deadline } from './deadline';
import type { DnsQuestion, LookupEffects } from './effects';
import { judgeSecurity, resolversWord, UNKNOWN_SECURITY } from './judge-security';

export interface SecuredAnswer {
  readonly question: DnsQuestion;
  readonly outcome: DnsOutcome;
  readonly security: AnswerSecurity;
  /** Milliseconds since the epoch until when our proof holds; Infinity without one. */
  readonly until: number;
}

/** Extended DNS Errors about signatures (RFC 8914 §4.2–4.13; 27: too many NSEC3 iterations). */
const DNSSEC_ERRORS: readonly number[] = [1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 27];

/**
 * Asks for (name, type). A SERVFAIL that may be about signatures is looked into; a signed answer of a
 * resolver that does not vouch for it is validated. Never rejects.
 */
export async function askSecured(
  effects: LookupEffects,
  deadline: Deadline,
  name: string,
  type: RrTypeName,
): Promise<SecuredAnswer> {
  const question = { name, type };
  const outcome = await ask(effects, deadline, name, type);
  if (outcome.status === 'failed') {
    const answer = { question, outcome, security: UNKNOWN_SECURITY, until: Infinity };
    return mayBeBogus(outcome.failure) ? lookInto(effects, deadline, answer) : answer;
  }
  const answer = { question, outcome, security: resolversWord(outcome), until: Infinity };
  const unvouched = !outcome.message.authenticData && isSigned(outcome.message);
  return unvouched ? confirm(effects, deadline, answer) : answer;
}

/** Validates the answer here, unless that was done or there is none. Never rejects. */
export async function confirm(
  effects: LookupEffects,
  deadline: Deadline,
  answer: SecuredAnswer,
): Promise<SecuredAnswer> {
  const { question, outcome, security } = answer;
  if (outcome.status === 'failed' || security.chain.length > 0) return answer;
  const validation = await validate(effects, deadline, question, outcome);
  return {
    question,
    outcome,
    security: judgeSecurity(outcome, validation, false),
    until: proofHoldsUntil(validation, effects.now()),
  };
}

/** Asks once more without checking: shows whether the resolver refuses bogus data, or refuses sound data. */
async function lookInto(
  effects: LookupEffects,
  deadline: Deadline,
  answer: SecuredAnswer,
): Promise<SecuredAnswer> {
  const { question } = answer;
  const outcome = await ask(effects, deadline, question.name, question.type, { checkingDisabled: true });
  if (outcome.status === 'failed') return answer;
  const validation = await validate(effects, deadline, question, outcome);
  const security = judgeSecurity(outcome, validation, true);
  if (security.state === 'bogus') return { ...answer, security };
  const sound = security.state === 'secure' && security.by === 'local';
  return sound
    ? { question, outcome, security, until: proofHoldsUntil(validation, effects.now()) }
    : { ...answer, security: { ...UNKNOWN_SECURITY, chain: security.chain } };
}

function validate(
  effects: LookupEffects,
  deadline: Deadline,
  question: DnsQuestion,
  outcome: DnsOutcome,
): Promise<Validation> {
  return deadline.within(
    () => effects.validate(question, outcome, deadline.signal),
    () => ({ security: 'indeterminate', chain: [], ttl: 0 }),
  );
}

function proofHoldsUntil({ security, ttl }: Validation, now: number): number {
  return security === 'secure' ? now + ttl * 1000 : Infinity;
}

/** Some resolvers give no reason; one that gives another reason need not be asked again. */
function mayBeBogus({ code, extendedErrors = [] }: DnsFailure): boolean {
  const aboutSignatures = extendedErrors.some((error) => DNSSEC_ERRORS.includes(error.code));
  return code === 'servfail' && (extendedErrors.length === 0 || aboutSignatures);
}

function isSigned({ answers }: DnsMessage): boolean {
  return answers.some(({ type }) => type === RR_TYPE.RRSIG);
}
