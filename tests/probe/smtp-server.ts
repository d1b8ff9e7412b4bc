/** A mail server for tests, in one of many tempers. Real ones stand in tests/integration. */
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { createSecureContext, TLSSocket, type SecureContextOptions } from 'node:tls';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Temper {
  readonly greeting?: string;
  /** Keywords beside the greeting line of EHLO; null refuses EHLO with 502. */
  readonly keywords?: readonly string[] | null;
  /** Whole replies by verb, instead of the usual ones. */
  readonly replies?: Readonly<Record<string, string>>;
  /** Certificate and versions; without it STARTTLS is not offered. */
  readonly tls?: SecureContextOptions | undefined;
  /** Hangs up when it hears this verb. */
  readonly hangUpAt?: string;
  /** Says 220 to STARTTLS, then something that is no TLS. */
  readonly breaksTls?: boolean;
  /** Never says anything. */
  readonly silent?: boolean;
  /** Sends its greeting in single octets, so many milliseconds apart. */
  readonly dripMs?: number;
  /** Names STARTTLS only on every second connection. */
  readonly fickle?: boolean;
}

export interface TestServer {
  readonly port: number;
  /** Every line each connection sent, before TLS and in it. */
  readonly heard: readonly (readonly string[])[];
  readonly stop: () => Promise<void>;
}

/** Starts the server on a free port of 127.0.0.1, or of ::1. */
export async function startSmtp(temper: Temper, address = '127.0.0.1'): Promise<TestServer> {
  const heard: string[][] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
    const lines: string[] = [];
    heard.push(lines);
    const strips = temper.fickle === true && heard.length % 2 === 0;
    const mood = strips ? { ...temper, tls: undefined } : temper;
    // A client may go away in the middle of a line.
    welcome(socket, mood, lines).catch(() => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('no port');
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
      for (const socket of open) socket.destroy();
    });
  return { port: place.port, heard, stop };
}

async function welcome(socket: Socket, temper: Temper, heard: string[]): Promise<void> {
  if (temper.silent === true) return;
  const greeting = `${temper.greeting ?? '220 mx.example ESMTP Test'}\r\n`;
  if (temper.dripMs === undefined) socket.write(greeting);
  else for (const octet of greeting) await drip(socket, octet, temper.dripMs);
  await converse(socket, temper, heard, false);
}

async function drip(socket: Socket, octet: string, milliseconds: number): Promise<void> {
  if (socket.writable) socket.write(octet);
  await sleep(milliseconds);
}

async function converse(socket: Socket, temper: Temper, heard: string[], secure: boolean): Promise<void> {
  const lines = createInterface({ input: socket, crlfDelay: Infinity });
  for await (const line of lines) {
    heard.push(secure ? `TLS ${line}` : line);
    const verb = line.slice(0, 8).split(' ')[0]?.toUpperCase() ?? '';
    if (temper.hangUpAt === verb) {
      socket.end();
      return;
    }
    const own = temper.replies?.[verb];
    if (own === undefined && verb === 'STARTTLS' && temper.tls !== undefined) {
      lines.close();
      socket.write('220 2.0.0 go on\r\n');
      if (temper.breaksTls === true) socket.write('this is no TLS at all, whatever you make of it\r\n');
      else secureAgain(socket, temper, heard);
      return;
    }
    socket.write(`${own ?? usualReply(verb, temper, secure)}\r\n`);
    if (verb === 'QUIT') socket.end();
  }
}

function secureAgain(socket: Socket, temper: Temper, heard: string[]): void {
  const secureContext = createSecureContext(temper.tls);
  const inside = new TLSSocket(socket, { isServer: true, secureContext });
  inside.on('error', () => socket.destroy());
  void converse(inside, temper, heard, true).catch(() => undefined);
}

function usualReply(
  verb: string,
  { keywords = ['PIPELINING', 'SMTPUTF8'], tls }: Temper,
  secure: boolean,
): string {
  if (verb === 'QUIT') return '221 2.0.0 bye';
  if (verb === 'HELO') return '250 mx.example';
  if (verb !== 'EHLO' || keywords === null) return '502 5.5.1 what?';
  const offered = [...keywords, ...(tls !== undefined && !secure ? ['STARTTLS'] : [])];
  const lines = ['mx.example at your service', ...offered];
  return lines.map((line, index) => `250${index === lines.length - 1 ? ' ' : '-'}${line}`).join('\r\n');
}
