/**
 * Looks a domain up: MX and `_mta-sts` at once, the addresses of the hosts as soon as they are known, the
 * policy file as soon as its record is. It gathers and judges nothing; what fails becomes evidence.
 */
import { readMx } from '@/utils/mx/read-mx';
import type { MxAnswer } from '@/utils/mx/mx-reading';
import type { HostEvidence, LookedUp } from '@/utils/verdict/evidence';
import { ask } from './ask';
import type { Deadline } from './deadline';
import { startDeadline } from './deadline';
import type { LookupEffects } from './effects';
import { gatherHosts, hostsOf } from './gather-hosts';
import { gatherPolicy } from './gather-policy';
import type { Timed } from './validity';
import { outcomeHoldsUntil, validUntil } from './validity';

const DEFAULT_MAX_HOSTS = 20;

export interface LookUpOptions {
  /** Milliseconds after which nothing is waited for any more. */
  readonly deadlineMs: number;
  /** MX hosts whose addresses are looked up; 20 unless told. */
  readonly maxHosts?: number;
}

/**
 * Makes the look-up of one domain (A-labels, lower case, no final dot). It never rejects and answers
 * soon after the deadline at the latest. Whoever asks for a domain that is being looked up gets that flight.
 */
export function makeLookUp(
  effects: LookupEffects,
  options: LookUpOptions,
): (domain: string) => Promise<LookedUp> {
  const flights = new Map<string, Promise<LookedUp>>();
  return (domain) => {
    const under = flights.get(domain);
    if (under !== undefined) return under;
    const flight = gather(effects, options, domain).finally(() => {
      flights.delete(domain);
    });
    flights.set(domain, flight);
    return flight;
  };
}

async function gather(effects: LookupEffects, options: LookUpOptions, domain: string): Promise<LookedUp> {
  const deadline = startDeadline(effects.after, options.deadlineMs);
  const [{ mx, hosts }, mtaSts] = await Promise.all([
    gatherMail(effects, deadline, domain, options.maxHosts ?? DEFAULT_MAX_HOSTS),
    gatherPolicy(effects, deadline, domain),
  ]);
  deadline.close();
  const gatheredAt = effects.now();
  const ends = [mx.until, mtaSts.until, ...hosts.map((host) => host.until)];
  return {
    kind: 'domain',
    domain,
    mx: mx.value,
    hosts: hosts.map((host) => host.value),
    mtaSts: mtaSts.value,
    observations: [],
    resolver: effects.resolver,
    gatheredAt,
    validUntil: validUntil(ends, gatheredAt),
  };
}

interface Mail {
  readonly mx: Timed<MxAnswer>;
  readonly hosts: readonly Timed<HostEvidence>[];
}

async function gatherMail(
  effects: LookupEffects,
  deadline: Deadline,
  domain: string,
  maxHosts: number,
): Promise<Mail> {
  const outcome = await ask(effects, deadline, domain, 'MX');
  const value = readMx(domain, outcome);
  const mx = { value, until: outcomeHoldsUntil(outcome, value.ttl) };
  return { mx, hosts: await gatherHosts(effects, deadline, hostsOf(domain, value.reading), maxHosts) };
}
