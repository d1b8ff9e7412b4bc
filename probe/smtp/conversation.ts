/** The line-by-line talk with one server, each step with a limit of time and of size. */
import type { Socket } from 'node:net';
import type { Reply } from './reply';
import { takeReply } from './reply';

/** What came instead of a reply. */
export type Silence =
  /** Nothing whole in time. */
  | 'timed-out'
  | 'closed'
  /** More than 64 KiB without an end. */
  | 'too-long'
  | 'not-smtp';

export type Step =
  | {
      readonly kind: 'reply';
      readonly reply: Reply;
      /** Milliseconds until the reply was whole. */
      readonly took: number;
      /** It dripped in a few octets at a time, as traps for spammers do. */
      readonly stuttered: boolean;
    }
  | { readonly kind: Silence };

export interface Conversation {
  /** Waits for the next reply. Never rejects. */
  readonly hear: () => Promise<Step>;
  /** Sends a command line and waits for its reply. */
  readonly say: (line: string) => Promise<Step>;
  /** Hands the connection over, as for TLS: what is heard from now on is not for this conversation. */
  readonly release: () => void;
}

/** A reply may be no longer than that; RFC 5321 §4.5.3.1.5 asks for 512 octets a line. */
const LONGEST_REPLY = 65_536;
/** So many pieces of so few octets are no accident of the network. */
const STUTTER_PIECES = 10;
const STUTTER_OCTETS = 4;

interface State {
  text: string;
  pieces: number;
  octets: number;
  closed: boolean;
  wake: () => void;
}

/** Starts to listen on a connected socket. */
export function converse(socket: Socket, stepMs: number): Conversation {
  const state: State = { text: '', pieces: 0, octets: 0, closed: false, wake: () => undefined };
  const stop = listen(socket, state);
  const hear = (): Promise<Step> => {
    const started = performance.now();
    return new Promise((resolve) => {
      const settle = (step: Step): void => {
        clearTimeout(timer);
        state.wake = () => undefined;
        resolve(step);
      };
      const timer = setTimeout(settle, stepMs, { kind: 'timed-out' });
      state.wake = () => {
        const step = nextStep(state, started);
        if (step !== null) settle(step);
      };
      state.wake();
    });
  };
  return {
    hear,
    say: (line) => {
      state.pieces = 0;
      state.octets = 0;
      if (socket.writable) socket.write(`${line}\r\n`);
      return hear();
    },
    release: stop,
  };
}

function listen(socket: Socket, state: State): () => void {
  const onData = (chunk: Buffer): void => {
    state.pieces += 1;
    state.octets += chunk.length;
    // Beyond the limit nothing is kept: the step below ends at the first octet too many.
    if (state.text.length <= LONGEST_REPLY) state.text += chunk.toString('latin1');
    state.wake();
  };
  const onClose = (): void => {
    state.closed = true;
    state.wake();
  };
  socket.on('data', onData).on('end', onClose).on('close', onClose).on('error', onClose);
  return () => {
    socket.off('data', onData).off('end', onClose).off('close', onClose);
  };
}

/** What the octets so far amount to; null if more are to be waited for. */
function nextStep(state: State, started: number): Step | null {
  if (state.text.length > LONGEST_REPLY) return { kind: 'too-long' };
  const reading = takeReply(state.text);
  if (reading.kind === 'not-smtp') return reading;
  if (reading.kind === 'incomplete') return state.closed ? { kind: 'closed' } : null;
  state.text = reading.rest;
  const stuttered = state.pieces >= STUTTER_PIECES && state.octets / state.pieces < STUTTER_OCTETS;
  return { kind: 'reply', reply: reading.reply, took: performance.now() - started, stuttered };
}
