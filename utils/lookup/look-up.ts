/**
 * Looks a domain up: MX and `_mta-sts` at once, each host's address as soon as it is known and its TLSA
 * records after that, the policy file as soon as its record is. It gathers and judges nothing; what fails
 * becomes evidence.
 */
import type { LookedUp } from '@/utils/verdict/evidence';
import { startDeadline } from './deadline';
import type { LookupEffects } from './effects';
import { gatherMail } from './gather-mail';
import { gatherPolicy } from './gather-policy';
import { validUntil } from './validity';

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
  const [mail, mtaSts] = await Promise.all([
    gatherMail(effects, deadline, domain, options.maxHosts ?? DEFAULT_MAX_HOSTS),
    gatherPolicy(effects, deadline, domain),
  ]);
  deadline.close();
  const gatheredAt = effects.now();
  return {
    kind: 'domain',
    domain,
    mx: mail.mx,
    hosts: mail.hosts,
    mtaSts: mtaSts.value,
    observations: [],
    resolver: effects.resolver,
    gatheredAt,
    validUntil: validUntil([mail.until, mtaSts.until], gatheredAt),
  };
}
