/** What became of each message, from Postfix's own log. */

/** Delivered in clear, encrypted, encrypted to somebody identified; or not delivered. */
export type Fate = 'clear' | 'encrypted' | 'verified' | 'deferred' | 'bounced';

export interface Delivery {
  readonly fate: Fate;
  /** Postfix's words for it. */
  readonly words: string;
}

/** The first fate of every recipient that has one so far. */
export function readMailLog(log: string): Map<string, Delivery> {
  const deliveries = new Map<string, Delivery>();
  /** The connection each process has last made safe, as `host[address]:port`. */
  const secured = new Map<string, { readonly relay: string; readonly how: string }>();
  for (const line of log.split('\n')) {
    const process = /postfix\/\S+\[(\d+)\]: /.exec(line)?.[1] ?? '';
    const tls = /: (\S+) TLS connection established to (\S+): /.exec(line);
    if (tls) secured.set(process, { how: tls[1] ?? '', relay: tls[2] ?? '' });
    const status = /to=<([^>]*)>.* relay=([^,]*),.* status=(\S+) (.*)$/.exec(line);
    if (!status) continue;
    const [, recipient = '', relay = '', state = '', words = ''] = status;
    const connection = secured.get(process);
    secured.delete(process);
    const how = connection?.relay === relay ? connection.how : null;
    if (!deliveries.has(recipient)) deliveries.set(recipient, { fate: fateOf(state, how), words });
  }
  return deliveries;
}

function fateOf(state: string, tls: string | null): Fate {
  if (state === 'bounced' || state === 'deferred') return state;
  if (state !== 'sent') throw new Error(`Postfix says ${state}`);
  if (tls === null) return 'clear';
  return tls === 'Verified' ? 'verified' : 'encrypted';
}
