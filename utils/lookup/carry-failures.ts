/** Since when the TLSA look-up of a host has been failing: one failure proves nothing, two that are far apart do. */
import type { HostEvidence, LookedUp } from '@/utils/verdict/evidence';

/** The hosts of a new look-up, with the beginning of failures that the last one knew already. */
export function carryFailures(hosts: readonly HostEvidence[], before: LookedUp | null): HostEvidence[] {
  return hosts.map((host) => {
    const { dane } = host;
    if (dane.kind !== 'failed') return host;
    const last = before?.hosts.find(({ name }) => name === host.name)?.dane;
    // A failure from the future was met before the clock was turned back.
    if (last?.kind !== 'failed' || last.since > dane.at) return host;
    return { ...host, dane: { ...dane, since: last.since } };
  });
}
