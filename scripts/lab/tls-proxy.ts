import { connect } from 'node:net';
import { createSecureContext, createServer, type TLSSocket } from 'node:tls';
import type { Certificate } from './certificates';
import { listenOnLoopback, type LoopbackServer } from './loopback-server';

/**
 * A TLS front for plain local ports: chooses certificate and target by the SNI name and passes the
 * bytes on. Unknown names are refused. HTTP/1.1 only.
 */
export function startTlsProxy(
  fronts: ReadonlyMap<string, { readonly certificate: Certificate; readonly targetPort: number }>,
): Promise<LoopbackServer> {
  const contexts = new Map(
    [...fronts].map(([host, { certificate }]) => [host, createSecureContext(certificate)]),
  );
  const server = createServer({
    ALPNProtocols: ['http/1.1'],
    SNICallback: (name, answer) => {
      const context = contexts.get(name.toLowerCase());
      if (context === undefined) answer(new Error(`no certificate for ${name}`));
      else answer(null, context);
    },
  });
  server.on('secureConnection', (socket) => {
    const front = fronts.get(String(socket.servername).toLowerCase());
    if (front === undefined) socket.destroy();
    else passOn(socket, front.targetPort);
  });
  return listenOnLoopback(server);
}

function passOn(socket: TLSSocket, port: number): void {
  const target = connect(port, '127.0.0.1');
  socket.pipe(target).pipe(socket);
  socket.on('error', () => target.destroy());
  target.on('error', () => socket.destroy());
  socket.on('close', () => target.destroy());
  target.on('close', () => socket.destroy());
}
