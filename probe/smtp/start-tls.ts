/** The TLS handshake after STARTTLS. Old versions and weak ciphers are spoken too: they are to be seen. */
import type { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import type { HandshakeOutcome, TlsVersion } from '@/utils/evidence/look';
import { TLS_VERSIONS } from '@/utils/evidence/look';
import { presentedChain } from './presented-chain';

export interface Secured {
  readonly socket: TLSSocket;
  readonly version: TlsVersion | null;
  /** As presented, the leaf first. */
  readonly chain: readonly X509Certificate[];
  /** Code of OpenSSL's verification against the trusted roots, names aside; null if it holds. */
  readonly chainFault: string | null;
}

export type Securing =
  | ({ readonly ok: true } & Secured)
  | { readonly ok: false; readonly outcome: Exclude<HandshakeOutcome, 'done' | 'refused'> };

/** Performs the handshake on a connected socket, with the host's name as SNI (RFC 8461 §4, RFC 7672 §8.1). Never rejects. */
export function startTls(socket: Socket, host: string, timeoutMs: number): Promise<Securing> {
  return new Promise((resolve) => {
    const secure = connect({
      socket,
      servername: host,
      rejectUnauthorized: false,
      // Names are judged apart, by the rules of RFC 8461.
      checkServerIdentity: () => undefined,
      minVersion: 'TLSv1',
      ciphers: 'DEFAULT:@SECLEVEL=0',
    });
    const fail = (outcome: 'failed' | 'timed-out' | 'closed') => (): void => {
      clearTimeout(timer);
      resolve({ ok: false, outcome });
    };
    const timer = setTimeout(() => {
      fail('timed-out')();
      secure.destroy();
    }, timeoutMs);
    secure.once('secureConnect', () => {
      clearTimeout(timer);
      resolve({ ok: true, ...secured(secure) });
    });
    secure.on('error', (error: NodeJS.ErrnoException) => {
      fail(error.code === 'ECONNRESET' ? 'closed' : 'failed')();
    });
    secure.once('close', fail('closed'));
  });
}

function secured(socket: TLSSocket): Secured {
  const protocol = socket.getProtocol();
  return {
    socket,
    version: TLS_VERSIONS.find((version) => version === protocol) ?? null,
    chain: presentedChain(socket),
    chainFault: socket.authorized ? null : faultCode(socket),
  };
}

/** The typing says Error, Node gives the code as a text. */
function faultCode({ authorizationError }: TLSSocket): string {
  return String(authorizationError);
}
