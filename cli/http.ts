/** HTTPS for the terminal, by undici: HTTP/2 and HTTP/1.1, with `--resolve`. */
import { Agent, buildConnector, fetch as undiciFetch } from 'undici';
import type { Fetch } from '@/utils/network/fetch';
import type { ResolveRule } from '@/utils/terminal/resolve-rule';
import { findResolveRule } from '@/utils/terminal/resolve-rule';

export interface Http {
  /** For one resolver: many questions at once over as few connections as can be. */
  readonly resolverFetch: Fetch;
  /** For policy files: each from another host. */
  readonly policyFetch: Fetch;
  /** Closes every connection, also those in use. */
  readonly close: () => Promise<void>;
}

/** Queries in flight on the one connection of HTTP/2. */
const STREAMS = 100;

/** Connections to a resolver that speaks HTTP/1.1, where a slow answer holds up whatever is behind it. */
const CONNECTIONS = 12;

/** Makes the two functions. Certificates are always checked against the host's own name (RFC 8461 §3.3). */
export function openHttp(rules: readonly ResolveRule[], connectTimeoutMs: number): Http {
  const noted = firstProtocol(makeConnector(rules, connectTimeoutMs));
  const multiplexed = new Agent({
    allowH2: true,
    connections: 1,
    pipelining: STREAMS,
    connect: noted.connect,
  });
  const serial = new Agent({
    connections: CONNECTIONS,
    pipelining: 1,
    connect: makeConnector(rules, connectTimeoutMs, false),
  });
  const policies = new Agent({ allowH2: true, connect: makeConnector(rules, connectTimeoutMs) });
  let first = true;
  return {
    resolverFetch: async (url, init) => {
      // The first question opens the connection; the others wait to hear which protocol it speaks.
      const protocol = first ? 'h2' : await noted.protocol;
      first = false;
      try {
        return await undiciFetch(url, { ...init, dispatcher: protocol === 'h2' ? multiplexed : serial });
      } catch (error) {
        // Some ports are never connected to at all (Fetch standard, "bad port"): nobody must wait for that.
        noted.giveUp();
        throw error;
      }
    },
    policyFetch: (url, init) => undiciFetch(url, { ...init, dispatcher: policies }),
    close: async () => {
      await Promise.all([multiplexed, serial, policies].map((agent) => agent.destroy()));
    },
  };
}

function makeConnector(
  rules: readonly ResolveRule[],
  timeout: number,
  allowH2 = true,
): buildConnector.connector {
  const connect = buildConnector({ allowH2, timeout });
  return (options, callback) => {
    const rule = findResolveRule(rules, options.hostname, Number(options.port || 443));
    // The name that is verified and sent as SNI stays the host's own.
    const servername = options.servername ?? options.hostname;
    connect(
      rule === null ? options : { ...options, servername, hostname: rule.address, port: String(rule.toPort) },
      callback,
    );
  };
}

/** A connector that tells which protocol its first connection agreed on; "h1" also if there was none. */
function firstProtocol(connector: buildConnector.connector): {
  readonly connect: buildConnector.connector;
  readonly protocol: Promise<'h2' | 'h1'>;
  /** There will be no first connection. */
  readonly giveUp: () => void;
} {
  let settle: (protocol: 'h2' | 'h1') => void = () => undefined;
  const protocol = new Promise<'h2' | 'h1'>((resolve) => {
    settle = resolve;
  });
  const connect: buildConnector.connector = (options, callback) => {
    connector(options, (...args) => {
      const [error, socket] = args;
      const agreed = error === null && 'alpnProtocol' in socket ? socket.alpnProtocol : null;
      settle(agreed === 'h2' ? 'h2' : 'h1');
      callback(...args);
    });
  };
  const giveUp = (): void => {
    settle('h1');
  };
  return { connect, protocol, giveUp };
}
