/** From MX records to mail hosts (RFC 5321 §5.1, RFC 7505). */
import type { ResourceRecord } from '@/utils/dns/message';
import type { Name } from '@/utils/dns/name';
import { ROOT, hostText } from '@/utils/dns/name';
import type { MxHost, MxReading } from './mx-reading';

interface Exchange {
  readonly preference: number;
  readonly name: Name;
}

/**
 * Sorts out the MX records of a domain, of which there is at least one.
 *
 * A lone "." is the null MX. RFC 7505 §3 wants preference 0 with it; another preference is taken for the
 * same, because it can mean nothing else. Beside other records "." is a publisher's error (RFC 7505 §3
 * MUST NOT) and only that record is unusable. Unusable records never lead to the implicit MX: that is for
 * domains without any (RFC 5321 §5.1 MUST NOT).
 */
export function readExchanges(records: readonly ResourceRecord[]): MxReading {
  const exchanges = records.flatMap(({ data }): Exchange[] =>
    data.type === 'MX' ? [{ preference: data.preference, name: data.exchange }] : [],
  );
  if (exchanges.length > 0 && exchanges.every(({ name }) => name === ROOT)) return { kind: 'null-mx' };
  const unusable = new Set<string>();
  const best = new Map<string, number>();
  for (const { name, preference } of exchanges) {
    const host = mailHost(name);
    if (host === null) unusable.add(name);
    else best.set(host, Math.min(best.get(host) ?? preference, preference));
  }
  if (best.size === 0) return { kind: 'unusable', unusable: [...unusable] };
  return { kind: 'hosts', hosts: byPreference(best), unusable: [...unusable] };
}

/**
 * The exchange as host name in lower case, so that names differing only in case are one (RFC 4343). Null
 * if no sender can use it: no host name (RFC 5321 §5.1), dotted digits in the place of one, or the
 * sender's own loopback (RFC 6761 §6.3).
 */
function mailHost(exchange: Name): string | null {
  const host = hostText(exchange);
  return host === null || /(?:^|\.)localhost$/.test(host) ? null : host;
}

/** Lower numbers are preferred (RFC 5321 §5.1); the name only makes the order steady. */
function byPreference(best: ReadonlyMap<string, number>): MxHost[] {
  return Array.from(best, ([name, preference]) => ({ name, preference })).sort(
    (a, b) => a.preference - b.preference || (a.name < b.name ? -1 : 1),
  );
}
