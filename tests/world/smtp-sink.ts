import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { listenOnLoopback, type LoopbackServer } from '../../scripts/lab/loopback-server';

/** A message somebody sent, with its envelope (RFC 5321 §2.3.1). */
export interface SentMessage {
  readonly from: string;
  readonly to: readonly string[];
  /** Header and body, lines ending in LF. */
  readonly text: string;
}

/** A submission server that accepts everything and keeps each message as a file in the directory. */
export async function startSmtpSink(directory: string): Promise<LoopbackServer> {
  mkdirSync(directory, { recursive: true });
  let count = 0;
  const keep = (message: SentMessage): void => {
    count += 1;
    writeFileSync(join(directory, `${String(count).padStart(4, '0')}.json`), JSON.stringify(message));
  };
  return listenOnLoopback(
    createServer((socket) => {
      void converse(socket, keep);
    }),
  );
}

/** The messages in the directory, oldest first; works in any process. */
export function sentMessages(directory: string): SentMessage[] {
  const files = readdirSync(directory).sort();
  return files.map((file) => JSON.parse(readFileSync(join(directory, file), 'utf8')) as SentMessage);
}

async function converse(socket: Socket, keep: (message: SentMessage) => void): Promise<void> {
  const say = (line: string): boolean => socket.write(`${line}\r\n`);
  let from = '';
  let to: string[] = [];
  let data: string[] | null = null;
  say('220 sink.test ESMTP');
  for await (const line of createInterface({ input: socket, crlfDelay: Infinity })) {
    if (data !== null) {
      if (line !== '.') {
        data.push(line.startsWith('.') ? line.slice(1) : line);
        continue;
      }
      keep({ from, to, text: data.join('\n') });
      data = null;
      say('250 2.0.0 kept');
      continue;
    }
    const path = /<(.*?)>/.exec(line)?.[1] ?? '';
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'MAIL') [from, to] = [path, []];
    if (verb === 'RCPT') to.push(path);
    if (verb === 'DATA') data = [];
    say(REPLIES[verb] ?? '250 2.0.0 ok');
    if (verb === 'QUIT') socket.end();
  }
}

const REPLIES: Readonly<Record<string, string>> = {
  EHLO: '250-sink.test\r\n250-8BITMIME\r\n250 SMTPUTF8',
  DATA: '354 go on',
  QUIT: '221 2.0.0 bye',
};
