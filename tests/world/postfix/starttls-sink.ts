/**
 * The one mail server that every mail host of the world leads to. How it behaves is for its client to
 * choose, by the name it greets with: without STARTTLS, with a certificate nobody asked for, or with the right one.
 */
import { createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { createSecureContext, TLSSocket, type SecureContext } from 'node:tls';
import type { Certificate } from '../../../scripts/lab/certificates';
import { listenOn, type LoopbackServer } from '../../../scripts/lab/loopback-server';
import type { Sink } from '../domain-row';

export const SMTP_PORT = 25;

type Identities = Readonly<Record<Exclude<Sink, 'no-starttls'>, Certificate>>;
type Contexts = Readonly<Record<Sink, SecureContext | null>>;

/** The name a client greets with to get a behaviour. */
export function heloName(sink: Sink): string {
  return `${sink}.sender.invalid`;
}

/** Starts it on port 25 of every IPv4 address and of ::1; it takes every message and keeps none. */
export async function startStartTlsSink(identities: Identities): Promise<LoopbackServer> {
  const contexts: Contexts = {
    'no-starttls': null,
    'wrong-certificate': createSecureContext(identities['wrong-certificate']),
    'right-certificate': createSecureContext(identities['right-certificate']),
  };
  const [first, second] = await Promise.all(
    ['0.0.0.0', '::1'].map((host) => listenOn(makeServer(contexts), host, SMTP_PORT)),
  );
  const stop = async (): Promise<void> => {
    await Promise.all([first?.stop(), second?.stop()]);
  };
  return { port: SMTP_PORT, stop };
}

function makeServer(contexts: Contexts): Server {
  return createServer((socket) => {
    socket.write('220 sink.invalid ESMTP\r\n');
    converse(socket, contexts);
  });
}

/** Talks until the client leaves, or until it wants TLS: then anew inside (RFC 3207 §4.2). */
function converse(socket: Socket, contexts: Contexts): void {
  let sink: Sink | null = null;
  let inMessage = false;
  const secured = socket instanceof TLSSocket;
  const lines = createInterface({ input: socket, crlfDelay: Infinity });
  // The interface passes errors of the socket on. A client may go away at any time.
  lines.on('error', () => socket.destroy());
  lines.on('line', (line) => {
    if (inMessage) {
      inMessage = line !== '.';
      if (!inMessage) socket.write('250 2.0.0 taken\r\n');
      return;
    }
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') sink = sinkFor(line);
    const context = sink === null ? null : contexts[sink];
    inMessage = verb === 'DATA';
    socket.write(reply(verb, !secured && context !== null));
    if (verb === 'STAR' && context !== null && !secured) {
      lines.close();
      converse(secure(socket, context), contexts);
    }
    if (verb === 'QUIT') socket.end();
  });
}

function secure(socket: Socket, secureContext: SecureContext): TLSSocket {
  socket.removeAllListeners('data');
  return new TLSSocket(socket, { isServer: true, secureContext });
}

function sinkFor(greeting: string): Sink | null {
  const sinks: readonly Sink[] = ['no-starttls', 'wrong-certificate', 'right-certificate'];
  return sinks.find((sink) => greeting.includes(heloName(sink))) ?? null;
}

function reply(verb: string, offersTls: boolean): string {
  if (verb === 'EHLO') return `250-sink.invalid\r\n${offersTls ? '250-STARTTLS\r\n' : ''}250 8BITMIME\r\n`;
  if (verb === 'STAR') return offersTls ? '220 2.0.0 go ahead\r\n' : '502 5.5.1 not offered\r\n';
  if (verb === 'DATA') return '354 go ahead\r\n';
  return verb === 'QUIT' ? '221 2.0.0 bye\r\n' : '250 2.0.0 ok\r\n';
}
