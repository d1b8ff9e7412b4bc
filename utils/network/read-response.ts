/** From an HTTP response of a resolver to what became of the question (RFC 8484 §4.2). */
import { MAX_MESSAGE_OCTETS, decodeMessage } from '@/utils/dns/decode-message';
import { RCODE, type DnsMessage } from '@/utils/dns/message';
import { sameName, type Name } from '@/utils/dns/name';
import type { DnsFailure } from '@/utils/dns/outcome';
import { aged, ageSeconds } from './age';
import type { FetchResponse } from './fetch';
import { discardBody, readBody } from './read-body';

export interface Question {
  readonly name: Name;
  readonly type: number;
}
export type ResponseReading =
  | {
      readonly ok: true;
      readonly message: DnsMessage;
      /** The resolver's clock (RFC 9110 §6.6.1), in milliseconds since the epoch; null if it does not say. */
      readonly servedAt: number | null;
    }
  | { readonly ok: false; readonly failure: DnsFailure };

const MALFORMED: ResponseReading = { ok: false, failure: { code: 'malformed' } };
const CLASS_IN = 1;

/** Reads the response to one question. Rejects only where the network fails while the body arrives. */
export async function readResponse(response: FetchResponse, question: Question): Promise<ResponseReading> {
  const { status, headers } = response;
  // RFC 8484 §4.2.1: any 2xx carries a DNS response, whatever its RCODE; other statuses carry none.
  if (status < 200 || status > 299) {
    discardBody(response);
    return { ok: false, failure: { code: 'http', status } };
  }
  if (!isDnsMessage(headers.get('content-type'))) {
    discardBody(response);
    return MALFORMED;
  }
  const body = await readBody(response, MAX_MESSAGE_OCTETS);
  const decoded = body === null ? null : decodeMessage(body);
  if (decoded?.ok !== true) return MALFORMED;
  const message = aged(decoded.message, ageSeconds(headers.get('age')));
  return judge(message, question, readDate(headers.get('date')));
}

/** RFC 8484 §6; parameters say nothing, case does not matter (RFC 9110 §8.3.1). */
function isDnsMessage(contentType: string | null): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/dns-message';
}

/** The one form that is sent today (RFC 9110 §5.6.7); anything else tells nothing. */
function readDate(text: string | null): number | null {
  const time = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text ?? '')
    ? Date.parse(text ?? '')
    : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

function judge(message: DnsMessage, question: Question, servedAt: number | null): ResponseReading {
  // The query's id was 0; a truncated answer has no reason to exist over HTTPS (RFC 8484 §6).
  if (!message.response || message.id !== 0 || message.truncated) return MALFORMED;
  const failed = message.rcode !== RCODE.NOERROR && message.rcode !== RCODE.NXDOMAIN;
  // A server that could not even read the question may leave it out of its error.
  if (!answers(message, question) && !(failed && message.question === null)) return MALFORMED;
  if (!failed) return { ok: true, message, servedAt };
  const code = message.rcode === RCODE.SERVFAIL ? 'servfail' : 'refused';
  return {
    ok: false,
    failure: { code, status: message.rcode, extendedErrors: message.extendedErrors },
  };
}

function answers({ question: echoed }: DnsMessage, { name, type }: Question): boolean {
  return echoed !== null && sameName(echoed.name, name) && echoed.type === type && echoed.class === CLASS_IN;
}
