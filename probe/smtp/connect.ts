/** Opens a TCP connection to a mail server. */
import { connect, type Socket } from 'node:net';
import type { InconclusiveReason } from '@/utils/evidence/look';

export type Connected =
  | { readonly ok: true; readonly socket: Socket }
  | { readonly ok: false; readonly reason: InconclusiveReason };

export interface Endpoint {
  /** IP address. */
  readonly address: string;
  readonly port: number;
}

const REASONS: Readonly<Record<string, InconclusiveReason>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'closed',
  ETIMEDOUT: 'timed-out',
  // A firewall of this machine.
  EACCES: 'blocked-here',
  EPERM: 'blocked-here',
};

/** Connects within the time; an aborted signal ends the connection at any later moment too. Never rejects. */
export function openConnection(
  { address, port }: Endpoint,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Connected> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, noDelay: true, signal });
    const timer = setTimeout(() => {
      resolve({ ok: false, reason: 'timed-out' });
      socket.destroy();
    }, timeoutMs);
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve({ ok: true, socket });
    });
    // Stays for the life of the socket: errors later on are seen as its end.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      resolve({ ok: false, reason: REASONS[error.code ?? ''] ?? 'unreachable' });
    });
  });
}
