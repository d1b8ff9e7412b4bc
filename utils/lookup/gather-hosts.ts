/** The MX hosts of a domain with their addresses. */
import type { MxHost, MxReading } from '@/utils/mx/mx-reading';
import type { HostEvidence } from '@/utils/verdict/evidence';
import { ask } from './ask';
import type { Deadline } from './deadline';
import type { LookupEffects } from './effects';
import { readAddresses } from './read-addresses';
import type { Timed } from './validity';

/**
 * Looks up the addresses of the first `maxHosts` hosts, all at once; the rest are named but not asked
 * for, so that a domain cannot make us send any number of queries.
 */
export function gatherHosts(
  effects: LookupEffects,
  deadline: Deadline,
  hosts: readonly MxHost[],
  maxHosts: number,
): Promise<Timed<HostEvidence>[]> {
  return Promise.all(
    hosts.map((host, index) =>
      index < maxHosts ? gatherHost(effects, deadline, host) : Promise.resolve(unasked(host)),
    ),
  );
}

/** Hosts to look at; without MX the domain itself, with preference 0 (RFC 5321 §5.1). */
export function hostsOf(domain: string, reading: MxReading): readonly MxHost[] {
  if (reading.kind === 'hosts') return reading.hosts;
  return reading.kind === 'absent' ? [{ name: domain, preference: 0 }] : [];
}

async function gatherHost(
  effects: LookupEffects,
  deadline: Deadline,
  host: MxHost,
): Promise<Timed<HostEvidence>> {
  const [a, aaaa] = await Promise.all([
    ask(effects, deadline, host.name, 'A'),
    ask(effects, deadline, host.name, 'AAAA'),
  ]);
  const address = readAddresses(host.name, a, aaaa);
  return { value: { ...host, address: address.value, dane: { kind: 'not-asked' } }, until: address.until };
}

function unasked(host: MxHost): Timed<HostEvidence> {
  const value: HostEvidence = { ...host, address: { kind: 'not-asked' }, dane: { kind: 'not-asked' } };
  return { value, until: Number.POSITIVE_INFINITY };
}
