/**
 * The answer to the TXT question at `_mta-sts.DOMAIN` (RFC 8461 §3.1).
 *
 * Three answers are kept apart: there is no record; there is one nobody can use; we could not find out.
 * The last never becomes "no policy" (RFC 8461 §3.3, RFC 5321 §5.1).
 */
import { readAnswer } from '@/utils/dns/answer';
import type { DnsAnswer } from '@/utils/dns/answer';
import { RR_TYPE } from '@/utils/dns/message';
import { parseName } from '@/utils/dns/name';
import type { DnsFailure, DnsOutcome } from '@/utils/dns/outcome';
import { soleText } from '@/utils/dns/sole-text';
import { parseRecord } from './parse-record';
import type { RecordAnswer, RecordReading } from './record';

/**
 * Reads the outcome of asking for TXT at `_mta-sts.` + domain; `domain` is in A-labels without final dot.
 * CNAMEs are followed (RFC 8461 §3.1 MUST). The parent's record is never consulted (RFC 8461 §3.4 MUST NOT).
 */
export function readRecord(domain: string, outcome: DnsOutcome): RecordAnswer {
  if (outcome.status === 'failed') return unanswered(outcome.failure);
  const name = parseName(`_mta-sts.${domain}`);
  if (name === null) return unanswered({ code: 'malformed' });
  const answer = readAnswer(outcome.message, name, RR_TYPE.TXT);
  return {
    reading: readAnswered(answer),
    authenticData: outcome.message.authenticData,
    ttl: answer.ttl,
  };
}

function unanswered(failure: DnsFailure): RecordAnswer {
  return { reading: { kind: 'failed', failure }, authenticData: null, ttl: 0 };
}

function readAnswered(answer: DnsAnswer): RecordReading {
  const sole = soleText(answer, 'v=STSv1');
  if (sole.kind === 'several') return { kind: 'malformed', fault: { code: 'several-records' } };
  if (sole.kind !== 'text') return sole;
  const parse = parseRecord(sole.text);
  return parse.ok
    ? { kind: 'found', id: parse.id, lowConfidence: parse.lowConfidence }
    : { kind: 'malformed', fault: parse.fault };
}
