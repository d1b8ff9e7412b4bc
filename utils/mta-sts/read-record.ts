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
import { txtText } from '@/utils/dns/txt-text';
import { isWithheld } from '@/utils/dns/withheld-answer';
import { parseRecord } from './parse-record';
import type { RecordAnswer, RecordReading } from './record';

/** Records that begin otherwise are discarded (RFC 8461 §3.1). */
const CANDIDATE = /^v=STSv1;/;

/** Erratum 6285: the ABNF also allows blanks before the ";". */
const LOOSE_CANDIDATE = /^v=STSv1[ \t]+;/;

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
    reading: isWithheld(answer) ? withheld(answer) : readAnswered(answer),
    authenticData: outcome.message.authenticData,
    ttl: answer.ttl,
  };
}

function unanswered(failure: DnsFailure): RecordAnswer {
  return { reading: { kind: 'failed', failure }, authenticData: null, ttl: 0 };
}

/** Such a "does not exist" is the resolver's own, not the domain's. */
function withheld(answer: DnsAnswer): RecordReading {
  return { kind: 'failed', failure: { code: 'refused', extendedErrors: answer.extendedErrors } };
}

function readAnswered(answer: DnsAnswer): RecordReading {
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

/** If not exactly one candidate remains, there is no policy (RFC 8461 §3.1 MUST). */
function readTexts(texts: readonly string[]): RecordReading {
  const strict = texts.filter((text) => CANDIDATE.test(text));
  const candidates = strict.length > 0 ? strict : texts.filter((text) => LOOSE_CANDIDATE.test(text));
  const [only, ...others] = candidates;
  if (only === undefined) return { kind: 'absent' };
  if (others.length > 0) return { kind: 'malformed', fault: { code: 'several-records' } };
  const parse = parseRecord(only);
  return parse.ok
    ? { kind: 'found', id: parse.id, lowConfidence: parse.lowConfidence }
    : { kind: 'malformed', fault: parse.fault };
}
