/** `--resolve HOST:PORT:ADDRESS[:PORT]`: where to connect instead of asking the system, as with curl. */
import { isIP } from 'node:net';

export interface ResolveRule {
  /** Lower case; "*." in front stands for any labels, "*" alone for any host. */
  readonly host: string;
  readonly port: number;
  /** IP address without brackets. */
  readonly address: string;
  readonly toPort: number;
}

const FORM =
  /^(?<host>\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*):(?<port>\d{1,5}):(?<address>\[[^\]]+\]|[^:[\]]+)(?::(?<toPort>\d{1,5}))?$/i;

/** Reads the value of one `--resolve`; null if it has not that form. An IPv6 address stands in brackets. */
export function parseResolveRule(text: string): ResolveRule | null {
  const parts = FORM.exec(text)?.groups;
  if (parts === undefined) return null;
  const port = Number(parts['port']);
  const toPort = Number(parts['toPort'] ?? port);
  const address = (parts['address'] ?? '').replace(/^\[|\]$/g, '');
  if (!isPort(port) || !isPort(toPort) || isIP(address) === 0) return null;
  return { host: (parts['host'] ?? '').toLowerCase(), port, address, toPort };
}

/** The first rule for this host and port; null if the system is to be asked. */
export function findResolveRule(
  rules: readonly ResolveRule[],
  host: string,
  port: number,
): ResolveRule | null {
  const name = host.toLowerCase();
  return rules.find((rule) => rule.port === port && covers(rule.host, name)) ?? null;
}

function covers(pattern: string, name: string): boolean {
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : name === pattern;
}

function isPort(port: number): boolean {
  return port >= 1 && port <= 65_535;
}
