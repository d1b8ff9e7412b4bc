/** The MX hosts of a domain with their addresses and TLSA records. */
import type { Security } from '@/utils/dnssec/security';
import type { MxHost, MxReading } from '@/utils/mx/mx-reading';
import type { HostEvidence } from '@/utils/verdict/evidence';
import type { Deadline } from './deadline';
import type { LookupEffects } from './effects';
import type { GatheredAddress } from './gather-address';
import { confirmAddress, gatherAddress } from './gather-address';
import { gatherDane } from './gather-dane';
import type { Timed } from './validity';

/** One host, and the answers about its address in case they have to be validated; null where none was asked for. */
export interface GatheredHost extends Timed<HostEvidence> {
  readonly address: GatheredAddress | null;
}

/**
 * Looks up the first `maxHosts` hosts, all at once; the rest are named but not asked for, so that a domain
 * cannot make us send any number of queries.
 */
export function gatherHosts(
  effects: LookupEffects,
  deadline: Deadline,
  hosts: readonly MxHost[],
  maxHosts: number,
): Promise<GatheredHost[]> {
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

/** A host said to have no address, with that validated here; any other as it is. */
export async function confirmAbsence(
  effects: LookupEffects,
  deadline: Deadline,
  host: GatheredHost,
): Promise<GatheredHost> {
  if (host.address === null || host.value.address.kind !== 'none') return host;
  const address = await confirmAddress(effects, deadline, host.address);
  const value = { ...host.value, address: address.evidence };
  return { value, address, until: Math.min(host.until, address.until) };
}

async function gatherHost(effects: LookupEffects, deadline: Deadline, host: MxHost): Promise<GatheredHost> {
  const said = await gatherAddress(effects, deadline, host.name);
  const dane = await gatherDane(effects, deadline, host.name, said);
  if (dane.value.kind !== 'found') return gathered(host, said, dane);
  // Now it matters whether the address is signed indeed, or only by the resolver's word.
  const address = await confirmAddress(effects, deadline, said);
  const holds = stateOf(address) === stateOf(said);
  return gathered(host, address, holds ? dane : await gatherDane(effects, deadline, host.name, address));
}

function gathered(host: MxHost, address: GatheredAddress, dane: Timed<HostEvidence['dane']>): GatheredHost {
  const value = { ...host, address: address.evidence, dane: dane.value };
  return { value, address, until: Math.min(address.until, dane.until) };
}

function stateOf({ evidence }: GatheredAddress): Security | null {
  return 'security' in evidence ? evidence.security.state : null;
}

function unasked(host: MxHost): GatheredHost {
  const value: HostEvidence = { ...host, address: { kind: 'not-asked' }, dane: { kind: 'not-asked' } };
  return { value, address: null, until: Number.POSITIVE_INFINITY };
}
