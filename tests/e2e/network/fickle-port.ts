import { connect, createServer, type Server, type Socket } from 'node:net';

/** Passes connections on; accepts them and never says a word; or refuses them. */
export type PortMood = 'passes-on' | 'silent' | 'closed';

export interface FicklePort {
  readonly port: number;
  /** From now on; connections of before are cut. */
  readonly become: (mood: PortMood) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A port of 127.0.0.1 in front of another one, to take that away and give it back. Passes on at first. */
export async function startFicklePort(target: number): Promise<FicklePort> {
  const open = new Set<Socket>();
  let mood: PortMood = 'passes-on';
  const server = createServer((socket) => {
    keep(open, socket);
    if (mood === 'passes-on') passOn(socket, target);
  });
  const port = await listen(server, 0);
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
      cut();
    });
  return {
    port,
    become: async (next) => {
      mood = next;
      cut();
      if (next === 'closed') await close();
      else if (!server.listening) await listen(server, port);
    },
    stop: () => (server.listening ? close() : Promise.resolve()),
  };
}

function keep(open: Set<Socket>, socket: Socket): void {
  open.add(socket);
  socket.on('error', () => socket.destroy());
  socket.once('close', () => open.delete(socket));
}

function passOn(socket: Socket, port: number): void {
  const target = connect(port, '127.0.0.1');
  target.pipe(socket).pipe(target);
  target.on('error', () => socket.destroy());
  target.on('close', () => socket.destroy());
  socket.on('close', () => target.destroy());
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      resolve(address.port);
    });
  });
}
