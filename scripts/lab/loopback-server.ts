import type { Server, Socket } from 'node:net';

export interface LoopbackServer {
  readonly port: number;
  /** Ends the server and every connection it still has. */
  readonly stop: () => Promise<void>;
}

/** Lets a server (net, tls, http, https) listen on a free port of 127.0.0.1. */
export function listenOnLoopback(server: Server): Promise<LoopbackServer> {
  return listenOn(server, '127.0.0.1', 0);
}

/** The same with an address and a port of one's own choice; port 0 for a free one. */
export function listenOn(server: Server, host: string, port: number): Promise<LoopbackServer> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    // A client may go away at any time; that is no fault of the server.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
  });
  // Failed TLS handshakes are what some clients are tested for.
  server.on('tlsClientError', () => undefined);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      resolve({ port: address.port, stop: () => close(server, open) });
    });
  });
}

function close(server: Server, open: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    for (const socket of open) socket.destroy();
  });
}
