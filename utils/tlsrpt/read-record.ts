/**
 * The answer to the TXT question at `_smtp._tls.DOMAIN` (RFC 8460 §3). As with policies, "there is none",
 * "there is one nobody can use" and "could not find out" stay three answers.
 */
import { readAnswer } from '@/utils/dns/answer';
import type { DnsAnswer } from '@/utils/dns/answer';
import { RR_TYPE } from '@/utils/dns/message';
import { parseName } from '@/utils/dns/name';
import type { DnsFailure, DnsOutcome } from '@/utils/dns/outcome';
import { soleText } from '@/utils/dns/sole-text';
import { parseReportRecord } from './parse-record';
import type { ReportAnswer, ReportReading } from './record';

/** Reads the outcome of asking for TXT at `_smtp._tls.` + domain; `domain` in A-labels without final dot. */
export function readReportRecord(domain: string, outcome: DnsOutcome): ReportAnswer {
  if (outcome.status === 'failed') return unanswered(outcome.failure);
  const name = parseName(`_smtp._tls.${domain}`);
  if (name === null) return unanswered({ code: 'malformed' });
  const answer = readAnswer(outcome.message, name, RR_TYPE.TXT);
  return { reading: readAnswered(answer), ttl: answer.ttl };
}

function unanswered(failure: DnsFailure): ReportAnswer {
  return { reading: { kind: 'failed', failure }, ttl: 0 };
}

function readAnswered(answer: DnsAnswer): ReportReading {
  const sole = soleText(answer, 'v=TLSRPTv1');
  if (sole.kind === 'several') return { kind: 'malformed', fault: { code: 'several-records' } };
  if (sole.kind !== 'text') return sole;
  const parse = parseReportRecord(sole.text);
  return parse.ok ? { kind: 'found', rua: parse.rua } : { kind: 'malformed', fault: parse.fault };
}
