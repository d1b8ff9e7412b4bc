import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { listenOnLoopback, type LoopbackServer } from '../../scripts/lab/loopback-server';

/** A name server that takes every question, over UDP and TCP on one port, and never answers. */
export async function startSilentNameServer(): Promise<LoopbackServer> {
  const tcp = await listenOnLoopback(createServer(() => undefined));
  const udp = createSocket('udp4');
  await new Promise<void>((resolve, reject) => {
    udp.once('error', reject);
    udp.bind(tcp.port, '127.0.0.1', resolve);
  });
  const stop = async (): Promise<void> => {
    udp.close();
    await tcp.stop();
  };
  return { port: tcp.port, stop };
}
