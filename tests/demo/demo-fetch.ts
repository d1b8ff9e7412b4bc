/** A fetch for which every host lies on one loopback port, with certificates checked under the host's own name. */
import { Agent, buildConnector, fetch } from 'undici';
import type { Fetch } from '@/utils/network/fetch';

export interface DemoFetch {
  readonly fetch: Fetch;
  readonly stop: () => Promise<void>;
}

/** `ca` is the PEM text of the authority to trust. */
export function makeDemoFetch(port: number, ca: string): DemoFetch {
  const connect = buildConnector({ ca, allowH2: true });
  const dispatcher = new Agent({
    allowH2: true,
    connect: (options, callback) => {
      connect(
        { ...options, servername: options.hostname, hostname: '127.0.0.1', port: String(port) },
        callback,
      );
    },
  });
  return {
    fetch: (url, init) => fetch(url, { ...init, dispatcher }),
    stop: () => dispatcher.destroy(),
  };
}
