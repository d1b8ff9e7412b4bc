/** What a program of this folder gets of the terminal it runs in. */
import { setMaxListeners } from 'node:events';
import type { Words } from '@/components/words/format';
import { terminalWords } from '@/utils/terminal/terminal-words';

export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly words: Words;
  /** Standard error is a terminal, so that a line may be drawn over. */
  readonly live: boolean;
  /** Where relative paths start. */
  readonly directory: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Aborted when the user wants the program to stop. */
  readonly stop: AbortSignal;
}

/** The terminal of this process. The first interrupt asks the program to stop, the second ends it. */
export function processTerminal(): Terminal {
  // Whoever reads only the first lines closes the pipe; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const stop = new AbortController();
  // Every visit and every pause listens to it.
  setMaxListeners(0, stop.signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, makeStopper(stop));
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    words: terminalWords(process.env),
    live: process.stderr.isTTY && process.env['TERM'] !== 'dumb',
    // npm changes into the project's folder and says here where it was called.
    directory: process.env['INIT_CWD'] ?? process.cwd(),
    now: Date.now,
    stop: stop.signal,
  };
}

/** One key press can arrive twice: from the terminal, and from the program that started this one. */
const ONE_PRESS_MS = 500;

function makeStopper(stop: AbortController): () => void {
  let first: number | null = null;
  return () => {
    first ??= performance.now();
    if (performance.now() - first > ONE_PRESS_MS) process.exit(130);
    stop.abort();
  };
}
