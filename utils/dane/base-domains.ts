/**
 * Where the TLSA records of a mail host stand (RFC 7672 §2.2.2, §2.2.3): below its own name or, if that
 * is an alias, below the name it stands for; never below a name in between.
 */
import type { Security } from '@/utils/dnssec/security';

/** What the address look-up of a host says of its name. */
export interface HostName {
  /** The name in the MX record. */
  readonly host: string;
  /** The name at the end of its aliases; null if it is none. */
  readonly expanded: string | null;
  /** Of the whole answer: the address and every alias that leads to it. */
  readonly address: Security;
  /** Of the alias at `host` alone; null if the name is none, or if nobody has looked. */
  readonly alias: Security | null;
}

/**
 * TLSA base domains, the first to be tried first; none where DANE does not apply to the host.
 *
 * Signed to the end: the expanded name, then the initial one. Signed only at the first alias: the initial
 * name. Otherwise none, and TLSA records are not even looked up (RFC 7672 §2.2.2 SHOULD NOT).
 */
export function tlsaBases({ host, expanded, address, alias }: HostName): string[] {
  if (address === 'secure') return expanded === null ? [host] : [expanded, host];
  return address === 'insecure' && alias === 'secure' ? [host] : [];
}

/** The name to ask for TLSA records: port 25 over TCP, whatever the sender's own port (RFC 7672 §2.2.3). */
export function tlsaName(base: string): string {
  return `_25._tcp.${base}`;
}
