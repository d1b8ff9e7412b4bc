/**
 * What a message says about one name and type: the records at the end of the chain of aliases, or that
 * there are none, and for how long that holds (RFC 1034 §3.6.2, RFC 2308 §2, §5).
 */
import { followAliases } from './alias-chain';
import { RCODE, type DnsMessage, type ExtendedError, type ResourceRecord } from './message';
import { isAtOrBelow, type Name } from './name';

const CLASS_IN = 1;
/** RFC 2308 §5 calls one to three hours sensible for a negative answer. */
const LONGEST_NEGATIVE_TTL = 3 * 60 * 60;

export interface DnsAnswer {
  readonly kind: 'records' | 'no-data' | 'no-such-name' | 'cname-loop';
  /** Records of the asked name and type; empty unless `kind` is `records`. */
  readonly records: readonly ResourceRecord[];
  /** The name at the end of the aliases; null if the asked name is no alias. */
  readonly expanded: Name | null;
  /** Seconds for which the whole holds: the smallest TTL met; for a negative answer without SOA, 0. */
  readonly ttl: number;
  /** Whether a negative answer came with the SOA record of a zone the name lies in. */
  readonly hasSoa: boolean;
  readonly extendedErrors: readonly ExtendedError[];
}

/**
 * Reads the answer to (name, type, IN) out of a NOERROR or NXDOMAIN message. Aliases are followed within
 * the answer section only; the RCODE speaks of the last name of the chain (RFC 6604 §3).
 */
export function readAnswer(message: DnsMessage, name: Name, type: number): DnsAnswer {
  const { extendedErrors } = message;
  const chain = followAliases(message.answers, name, type);
  const expanded = chain.aliases === 0 ? null : chain.end;
  const nothing = { records: [], expanded, hasSoa: false, extendedErrors };
  if (chain.broken) return { ...nothing, kind: 'cname-loop', ttl: chain.ttl };
  if (chain.records.length > 0) {
    const ttl = Math.min(chain.ttl, ...chain.records.map((record) => record.ttl));
    return { kind: 'records', records: chain.records, expanded, ttl, hasSoa: false, extendedErrors };
  }
  const negative = negativeTtl(message.authorities, chain.end);
  return {
    ...nothing,
    kind: message.rcode === RCODE.NXDOMAIN ? 'no-such-name' : 'no-data',
    ttl: Math.min(chain.ttl, negative ?? 0),
    hasSoa: negative !== null,
  };
}

/**
 * Seconds for which a negative answer may be kept: the smaller of the SOA record's own TTL and its
 * MINIMUM field (RFC 2308 §5), at most three hours; null without a SOA record of a zone that `name` lies
 * in. Where several such zones speak, the shortest time counts.
 */
export function negativeTtl(authorities: readonly ResourceRecord[], name: Name): number | null {
  const ttls = authorities
    .filter((record) => record.class === CLASS_IN && isAtOrBelow(name, record.name))
    .flatMap(({ ttl, data }) => (data.type === 'SOA' ? [Math.min(ttl, data.minimum)] : []));
  return ttls.length === 0 ? null : Math.min(LONGEST_NEGATIVE_TTL, ...ttls);
}
