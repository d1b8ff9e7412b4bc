/**
 * The answer to the TXT question at `_smtp._tls.DOMAIN` (RFC 8460 §3). As with policies, "there is none",
 * "there is one nobody can use" and "could not find out" stay three answers.
 */
import { readAnswer } from '@/utils/dns/answer';
import type { DnsAnswer } from '@/utils/dns/answer';
import { RR_TYPE } from '@/utils/dns/message';
import { parseName } from '@/utils/dns/name';
import type { DnsFailure, DnsOutcome } from '@/utils/dns/outcome';
import { txtText } from '@/utils/dns/txt-text';
import { isWithheld } from '@/utils/dns/withheld-answer';
import { parseReportRecord } from './parse-record';
import type { ReportAnswer, ReportReading } from './record';

/** Records that begin otherwise are discarded (RFC 8460 §3). */
const CANDIDATE = /^v=TLSRPTv1;/;

/** The grammar also allows blanks before the ";"; such a record counts where it is the only one. */
const LOOSE_CANDIDATE = /^v=TLSRPTv1[ \t]+;/;

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
  if (isWithheld(answer)) {
    return { kind: 'failed', failure: { code: 'refused', extendedErrors: answer.extendedErrors } };
  }
  switch (answer.kind) {
    case 'records':
      return readTexts(answer.records.map(txtText));
    case 'no-data':
    case 'no-such-name':
      return { kind: 'absent' };
    case 'cname-loop':
      return { kind: 'failed', failure: { code: 'malformed' } };
  }
}

/** "If the number of resulting records is not one", the domain does not implement TLSRPT (RFC 8460 §3 MUST). */
function readTexts(texts: readonly string[]): ReportReading {
  const strict = texts.filter((text) => CANDIDATE.test(text));
  const candidates = strict.length > 0 ? strict : texts.filter((text) => LOOSE_CANDIDATE.test(text));
  const [only, ...others] = candidates;
  if (only === undefined) return { kind: 'absent' };
  if (others.length > 0) return { kind: 'malformed', fault: { code: 'several-records' } };
  const parse = parseReportRecord(only);
  return parse.ok ? { kind: 'found', rua: parse.rua } : { kind: 'malformed', fault: parse.fault };
}
