/**
 * The answer to the MX question of a domain: which hosts take its mail (RFC 5321 §5.1).
 *
 * "Takes no mail", "does not exist", "has no MX" and "could not find out" are four different answers. A
 * failed look-up is never the end of a domain: a sender queues the mail and asks again (RFC 5321 §5.1).
 */
import { readAnswer } from '@/utils/dns/answer';
import type { DnsAnswer } from '@/utils/dns/answer';
import { RR_TYPE } from '@/utils/dns/message';
import { hostText, parseName } from '@/utils/dns/name';
import type { DnsFailure, DnsOutcome } from '@/utils/dns/outcome';
import { filterError, isWithheld } from '@/utils/dns/withheld-answer';
import type { MxAnswer, MxReading } from './mx-reading';
import { readExchanges } from './read-exchanges';

/** Reads the outcome of asking for MX at `domain` (A-labels, no final dot). CNAMEs are followed (RFC 5321 §5.1). */
export function readMx(domain: string, outcome: DnsOutcome): MxAnswer {
  if (outcome.status === 'failed') return unanswered(outcome.failure);
  const name = parseName(domain);
  if (name === null) return unanswered({ code: 'malformed' });
  const answer = readAnswer(outcome.message, name, RR_TYPE.MX);
  return {
    reading: readAnswered(answer),
    expanded: answer.expanded === null ? null : hostText(answer.expanded),
    authenticData: outcome.message.authenticData,
    ttl: answer.ttl,
  };
}

/** A resolver that refuses because it filters says so beside its error code (RFC 8914 §4.16–4.19). */
function unanswered(failure: DnsFailure): MxAnswer {
  const extendedError = filterError(failure.extendedErrors ?? []);
  const reading: MxReading =
    extendedError === null ? { kind: 'failed', failure } : { kind: 'filtered', extendedError };
  return { reading, expanded: null, authenticData: null, ttl: 0 };
}

function readAnswered(answer: DnsAnswer): MxReading {
  if (isWithheld(answer)) return { kind: 'filtered', extendedError: filterError(answer.extendedErrors) };
  switch (answer.kind) {
    case 'records':
      return readExchanges(answer.records);
    case 'no-data':
      return { kind: 'absent' };
    case 'no-such-name':
      return { kind: 'no-such-domain' };
    case 'cname-loop':
      return { kind: 'cname-loop' };
  }
}
