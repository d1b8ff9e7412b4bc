/**
 * A small DNS-over-HTTPS resolver (RFC 8484) that answers from the demo zone: GET with `?dns=`, over
 * HTTP/1.1 and HTTP/2. It asks nobody.
 */
import { decode, encode, RECURSION_AVAILABLE, RECURSION_DESIRED } from 'dns-packet';
import type { OptAnswer, Packet } from 'dns-packet';
import type { DemoDomain } from './domain';
import { send } from './site';
import type { Handle, Request } from './site';
import { answerFrom } from './zone-answers';
import type { DemoRcode, DemoReply } from './zone-answers';

const RCODE_NUMBER: Readonly<Record<DemoRcode, number>> = {
  NOERROR: 0,
  SERVFAIL: 2,
  NXDOMAIN: 3,
  REFUSED: 5,
};

/** Says that EDNS is understood (RFC 6891 §6.1.1), as a resolver must that was asked with it. */
const EDNS: OptAnswer = {
  type: 'OPT',
  name: '.',
  udpPayloadSize: 1232,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: 0,
  flag_do: false,
  options: [],
};

/**
 * Makes the handler of the resolver.
 * @param zone what it answers from
 * @param onQuestion called with "name TYPE" for each question, for a log
 */
export function dohHandler(zone: readonly DemoDomain[], onQuestion: (question: string) => void): Handle {
  return (request, response) => {
    const query = readQuery(request);
    if ('status' in query) {
      send(response, query.status, 'text/plain', query.text);
      return;
    }
    for (const question of query.packet.questions ?? []) onQuestion(`${question.name} ${question.type}`);
    const reply = replyTo(zone, query.packet);
    if (reply !== 'stalled') send(response, 200, 'application/dns-message', encodeReply(query.packet, reply));
  };
}

type Query =
  | { readonly packet: Packet }
  /** HTTP status and a word on what was wrong (RFC 8484 §4.2.1). */
  | { readonly status: number; readonly text: string };

function readQuery(request: Request): Query {
  const url = new URL(request.url, 'https://resolver.invalid');
  if (url.pathname !== '/dns-query') return { status: 404, text: 'The resolver is at /dns-query' };
  if (request.method !== 'GET') return { status: 405, text: 'Only GET is answered' };
  const message = url.searchParams.get('dns');
  if (!message) return { status: 400, text: 'The parameter dns is missing' };
  try {
    return { packet: decode(Buffer.from(message, 'base64url')) };
  } catch {
    return { status: 400, text: 'The parameter dns holds no DNS message' };
  }
}

function replyTo(zone: readonly DemoDomain[], { questions = [] }: Packet): DemoReply | 'stalled' {
  const [question] = questions;
  if (!question || questions.length > 1) return { rcode: 'REFUSED', answers: [], authorities: [] };
  return answerFrom(zone, question);
}

function encodeReply(query: Packet, reply: DemoReply): Buffer {
  return encode({
    type: 'response',
    id: query.id ?? 0,
    flags: RECURSION_DESIRED | RECURSION_AVAILABLE | RCODE_NUMBER[reply.rcode],
    questions: query.questions ?? [],
    answers: [...reply.answers],
    authorities: [...reply.authorities],
    additionals: [EDNS],
  });
}
