/** From a domain to mail hosts, addresses and TLSA records, by the engine's own DNS-over-HTTPS. */
import { Agent, fetch as undiciFetch } from 'undici';
import { readAnswer } from '@/utils/dns/answer';
import { RR_TYPE } from '@/utils/dns/message';
import { parseName } from '@/utils/dns/name';
import type { QueryDns } from '@/utils/lookup/effects';
import { resolversWord, UNKNOWN_SECURITY } from '@/utils/lookup/judge-security';
import { readAddresses, type AddressSide } from '@/utils/lookup/read-addresses';
import { readMx } from '@/utils/mx/read-mx';
import type { MxReading } from '@/utils/mx/mx-reading';
import { makeDohClient } from '@/utils/network/doh-client';
import type { TlsaRecord } from './smtp/match-tlsa';

export interface Addresses {
  readonly addresses: readonly string[];
  /** DNSSEC protects them, says the resolver. */
  readonly secure: boolean;
}

export interface Names {
  /** MX hosts of a domain; the domain itself where it has no MX (RFC 5321 §5.1). A text is why there are none. */
  readonly mailHosts: (domain: string) => Promise<readonly string[] | MxReading['kind']>;
  /** null: could not find out. */
  readonly addresses: (host: string) => Promise<Addresses | null>;
  /** TLSA records that DNSSEC protects; none if there are none or it does not (RFC 7672 §2.2). */
  readonly tlsa: (host: string) => Promise<readonly TlsaRecord[]>;
  readonly close: () => Promise<void>;
}

const TIMEOUT_MS = 10_000;
/** Queries in flight on the one connection. */
const STREAMS = 100;

/** Opens names through one resolver. Certificates are checked; NODE_EXTRA_CA_CERTS adds roots. */
export function openNames(resolver: string, now: () => number, stop: AbortSignal): Names {
  const agent = new Agent({ allowH2: true, connections: 1, pipelining: STREAMS });
  const query = makeDohClient({
    fetch: (url, init) => undiciFetch(url, { ...init, dispatcher: agent }),
    resolvers: [resolver],
    now,
    timeoutMs: TIMEOUT_MS,
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
  });
  return { ...namesBy(query, stop), close: () => agent.destroy() };
}

/** The same by any function that asks one question. */
export function namesBy(query: QueryDns, stop: AbortSignal): Omit<Names, 'close'> {
  return {
    mailHosts: async (domain) => {
      const { reading } = readMx(domain, await query(domain, 'MX', stop));
      if (reading.kind === 'hosts') return reading.hosts.map(({ name }) => name);
      return reading.kind === 'absent' ? [domain] : reading.kind;
    },
    addresses: async (host) => {
      const sides = await Promise.all((['A', 'AAAA'] as const).map((type) => side(query, host, type, stop)));
      const addresses = sides.flatMap(({ reading }) => (reading.kind === 'found' ? reading.addresses : []));
      const failed = sides.some(({ reading }) => reading.kind === 'failed' || reading.kind === 'bogus');
      if (addresses.length === 0 && failed) return null;
      const found = sides.filter(({ reading }) => reading.kind === 'found');
      return { addresses, secure: (found.length > 0 ? found : sides).every(({ secure }) => secure) };
    },
    tlsa: async (host) => {
      const base = `_25._tcp.${host}`;
      const name = parseName(base);
      const outcome = await query(base, 'TLSA', stop);
      if (name === null || outcome.status === 'failed' || !outcome.message.authenticData) return [];
      const { records } = readAnswer(outcome.message, name, RR_TYPE.TLSA);
      return records.flatMap(({ data }) => (data.type === 'TLSA' ? [data] : []));
    },
  };
}

/** One family of addresses; `secure`: DNSSEC protects the answer, says the resolver. */
async function side(
  query: QueryDns,
  host: string,
  type: 'A' | 'AAAA',
  stop: AbortSignal,
): Promise<{ reading: AddressSide; secure: boolean }> {
  const outcome = await query(host, type, stop);
  const security = outcome.status === 'answered' ? resolversWord(outcome) : UNKNOWN_SECURITY;
  const reading = readAddresses({ question: { name: host, type }, outcome, security, until: Infinity });
  return { reading, secure: security.state === 'secure' };
}
