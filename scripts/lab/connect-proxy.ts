import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { portOf, type HostMap } from './host-map';
import { listenOnLoopback, type LoopbackServer } from './loopback-server';

export interface ConnectProxy extends LoopbackServer {
  /** Every `host:port` the browser wanted to reach, in order, those that do not exist included. */
  readonly contacted: () => readonly string[];
}

/**
 * An HTTP proxy that leads each mapped https host to its own loopback port and refuses everything else,
 * so that a browser behind it reaches nothing outside.
 */
export async function startConnectProxy(map: HostMap): Promise<ConnectProxy> {
  const contacted: string[] = [];
  const server = createServer((request, response) => {
    contacted.push(request.headers.host ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket: Socket, head: Buffer) => {
    const target = request.url ?? '';
    contacted.push(target);
    const port = target.endsWith(':443') ? portOf(map, target.slice(0, -':443'.length)) : null;
    if (port === null) socket.end('HTTP/1.1 502 No such host\r\n\r\n');
    else openTunnel(socket, port, head);
  });
  return { ...(await listenOnLoopback(server)), contacted: () => contacted };
}

function openTunnel(socket: Socket, port: number, head: Buffer): void {
  const target = connect(port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connected\r\n\r\n');
    target.write(head);
    target.pipe(socket).pipe(target);
  });
  target.on('error', () => socket.destroy());
  socket.on('error', () => target.destroy());
  socket.on('close', () => target.destroy());
  target.on('close', () => socket.destroy());
}
