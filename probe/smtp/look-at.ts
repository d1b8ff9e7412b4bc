/**
 * One polite visit to a mail server: greeting, EHLO, STARTTLS, TLS handshake, EHLO again, QUIT. Never MAIL
 * FROM: nobody's mail is touched (RFC 5321 §3.1–§3.3, RFC 3207 §4).
 */
import type { Handshake, InconclusiveReason, Look } from '@/utils/evidence/look';
import { certificateFinding } from './certificate-finding';
import type { Endpoint } from './connect';
import { openConnection } from './connect';
import type { Conversation, Step } from './conversation';
import { converse } from './conversation';
import { bannerText, isMasked, isSpamTrap, softwareOf } from './greeting';
import type { TlsaRecord } from './match-tlsa';
import { matchTlsa, tlsaText } from './match-tlsa';
import { keywordsOf } from './reply';
import type { Secured } from './start-tls';
import { startTls } from './start-tls';
import type { Socket } from 'node:net';

export interface Visit extends Endpoint {
  /** MX host: for SNI and the certificate. */
  readonly host: string;
  /** Who we say we are; null: the address of the connection as a literal (RFC 5321 §4.1.1.1, §4.1.4). */
  readonly ehloName: string | null;
  /** Milliseconds for each step. */
  readonly stepMs: number;
  /** A server slower than that is no witness against itself. */
  readonly slowMs: number;
  /** Protected by DNSSEC; empty if there are none. */
  readonly tlsa: readonly TlsaRecord[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** What a visit saw. */
export type Sight = Pick<Look, 'banner' | 'software' | 'startTls' | 'reason' | 'extensions' | 'handshake'>;

/** Extensions that matter here; others are nobody's business. */
const NOTED: readonly string[] = ['REQUIRETLS', 'SMTPUTF8', 'STARTTLS'];

/** Visits the server. Never rejects; an aborted signal ends it early, and then what it returns means nothing. */
export async function lookAt(visit: Visit, signal: AbortSignal): Promise<Sight> {
  const connected = await openConnection(visit, visit.stepMs, signal);
  if (!connected.ok) return nothing(connected.reason);
  const { socket } = connected;
  try {
    return await greet(socket, { ...visit, ehloName: visit.ehloName ?? ownLiteral(socket) });
  } finally {
    socket.destroy();
  }
}

/** A visit under a name. */
type NamedVisit = Visit & { readonly ehloName: string };

function ownLiteral({ localAddress = '127.0.0.1' }: Socket): string {
  return localAddress.includes(':') ? `[IPv6:${localAddress}]` : `[${localAddress}]`;
}

async function greet(socket: Socket, visit: NamedVisit): Promise<Sight> {
  const talk = converse(socket, visit.stepMs);
  const greeting = await talk.hear();
  if (greeting.kind !== 'reply') return nothing(silenceReason(greeting.kind));
  const banner = bannerText(greeting.reply.lines[0] ?? '');
  const refused = refusal(greeting.reply.code);
  if (refused !== null) {
    await talk.say('QUIT');
    return nothing(refused, banner);
  }
  return introduce(socket, talk, visit, banner, isSlow([greeting], visit));
}

async function introduce(
  socket: Socket,
  talk: Conversation,
  visit: NamedVisit,
  banner: string | null,
  slow: InconclusiveReason | null,
): Promise<Sight> {
  const answer = await talk.say(`EHLO ${visit.ehloName}`);
  if (answer.kind !== 'reply') return nothing(silenceReason(answer.kind), banner);
  if (answer.reply.code !== 250) return nothing(await tryHelo(talk, visit, answer.reply.code), banner);
  const keywords = keywordsOf(answer.reply);
  const seen = { banner, software: softwareOf(banner), extensions: noted(keywords) };
  if (keywords.includes('STARTTLS')) {
    const upgraded = await upgrade(socket, talk, visit);
    return {
      ...seen,
      startTls: 'offered',
      reason: null,
      ...upgraded,
      extensions: upgraded.extensions ?? seen.extensions,
    };
  }
  await talk.say('QUIT');
  const reason = doubt(banner, keywords) ?? slow ?? isSlow([answer], visit);
  return { ...seen, startTls: reason === null ? 'not-offered' : 'inconclusive', reason, handshake: null };
}

/** Whoever refuses EHLO may know HELO: then it has no extensions, or does not want to show us any. */
async function tryHelo(
  talk: Conversation,
  { ehloName }: NamedVisit,
  code: number,
): Promise<InconclusiveReason> {
  if (code < 500) {
    await talk.say('QUIT');
    return refusal(code) ?? 'rejected';
  }
  const answer = await talk.say(`HELO ${ehloName}`);
  if (answer.kind !== 'reply') return silenceReason(answer.kind);
  await talk.say('QUIT');
  return answer.reply.code === 250 ? 'helo-only' : (refusal(answer.reply.code) ?? 'rejected');
}

interface Upgraded {
  readonly handshake: Handshake;
  /** Named over TLS, which is what counts (RFC 3207 §4.2); null if it was not reached. */
  readonly extensions: readonly string[] | null;
}

async function upgrade(socket: Socket, talk: Conversation, visit: NamedVisit): Promise<Upgraded> {
  const ready = await talk.say('STARTTLS');
  if (ready.kind !== 'reply') {
    return broken(ready.kind === 'timed-out' || ready.kind === 'closed' ? ready.kind : 'failed');
  }
  if (ready.reply.code !== 220) {
    await talk.say('QUIT');
    return broken('refused');
  }
  // Whatever came unencrypted behind that reply is dropped: it could be anybody's.
  talk.release();
  const securing = await startTls(socket, visit.host, visit.stepMs);
  if (!securing.ok) return broken(securing.outcome);
  const inside = converse(securing.socket, visit.stepMs);
  const answer = await inside.say(`EHLO ${visit.ehloName}`);
  const saidEhlo = answer.kind === 'reply' && answer.reply.code === 250;
  if (answer.kind === 'reply') await inside.say('QUIT');
  // STARTTLS is not named again inside (RFC 3207 §4.2), but it was outside.
  const words = saidEhlo ? noted(['STARTTLS', ...keywordsOf(answer.reply)]) : null;
  return { handshake: { ...describe(securing, visit), saidEhlo }, extensions: words };
}

function describe(secured: Secured, visit: Visit): Omit<Handshake, 'saidEhlo'> {
  const [leaf] = secured.chain;
  const now = visit.now();
  return {
    outcome: 'done',
    version: secured.version,
    certificate: certificateFinding(leaf, secured.chainFault, visit.host),
    notAfter: leaf === undefined ? null : Date.parse(leaf.validTo),
    tlsa:
      visit.tlsa.length === 0
        ? null
        : {
            outcome: matchTlsa(secured.chain, visit.tlsa, visit.host, now),
            records: visit.tlsa.map(tlsaText).sort(),
          },
  };
}

function broken(outcome: Exclude<Handshake['outcome'], 'done'>): Upgraded {
  const nothingSeen = { version: null, certificate: null, notAfter: null, tlsa: null, saidEhlo: false };
  return { handshake: { outcome, ...nothingSeen }, extensions: null };
}

function nothing(reason: InconclusiveReason, banner: string | null = null): Sight {
  const software = softwareOf(banner);
  return { banner, software, startTls: 'inconclusive', reason, extensions: [], handshake: null };
}

/** Connected but silent is a tarpit to us, whatever it is to itself. */
function silenceReason(kind: Exclude<Step['kind'], 'reply'>): InconclusiveReason {
  return kind === 'timed-out' ? 'tarpit' : kind;
}

function refusal(code: number): InconclusiveReason | null {
  if (code >= 400 && code < 500) return 'greylisted';
  return code >= 500 ? 'rejected' : null;
}

function doubt(banner: string | null, keywords: readonly string[]): InconclusiveReason | null {
  if (isMasked(banner, keywords)) return 'masked';
  if (isSpamTrap(banner)) return 'spamd';
  return keywords.length === 0 ? 'helo-only' : null;
}

function isSlow(steps: readonly Step[], { slowMs }: Visit): InconclusiveReason | null {
  for (const step of steps) {
    if (step.kind !== 'reply') continue;
    if (step.stuttered) return 'stutter';
    if (step.took > slowMs) return 'tarpit';
  }
  return null;
}

function noted(keywords: readonly string[]): string[] {
  return NOTED.filter((word) => keywords.includes(word));
}
