/** The mail side of a look-up: MX, then each host; then whatever must be validated before it may raise the level. */
import { readMx } from '@/utils/mx/read-mx';
import type { HostEvidence, MxEvidence } from '@/utils/verdict/evidence';
import { carryFailures } from './carry-failures';
import type { Deadline } from './deadline';
import type { LookupEffects } from './effects';
import type { GatheredHost } from './gather-hosts';
import { confirmAbsence, gatherHosts, hostsOf } from './gather-hosts';
import type { SecuredAnswer } from './secured-answer';
import { askSecured, confirm } from './secured-answer';
import type { Timed } from './validity';
import { outcomeHoldsUntil } from './validity';

export interface Mail {
  readonly mx: MxEvidence;
  readonly hosts: readonly HostEvidence[];
  /** Milliseconds since the epoch: until when all of it holds. */
  readonly until: number;
}

/** Gathers it for a domain. Never rejects. */
export async function gatherMail(
  effects: LookupEffects,
  deadline: Deadline,
  domain: string,
  maxHosts: number,
): Promise<Mail> {
  const said = await askSecured(effects, deadline, domain, 'MX');
  const { reading } = readMx(domain, said.outcome);
  const found = await gatherHosts(effects, deadline, hostsOf(domain, reading), maxHosts);
  // Nothing rests on signatures where no host has TLSA records.
  const matters = found.some(({ value }) => value.dane.kind === 'found');
  const mx = readSecured(domain, matters ? await confirm(effects, deadline, said) : said);
  const hosts = matters ? await confirmAbsences(effects, deadline, found) : found;
  const evidence = hosts.map(({ value }) => value);
  return {
    mx: mx.value,
    hosts: carryFailures(evidence, await lastTime(effects, deadline, domain, evidence)),
    until: Math.min(mx.until, ...hosts.map(({ until }) => until)),
  };
}

function readSecured(domain: string, { outcome, security, until }: SecuredAnswer): Timed<MxEvidence> {
  const answer = readMx(domain, outcome);
  return {
    value: { ...answer, security },
    until: Math.min(until, outcomeHoldsUntil(outcome, answer.ttl)),
  };
}

function confirmAbsences(
  effects: LookupEffects,
  deadline: Deadline,
  hosts: readonly GatheredHost[],
): Promise<GatheredHost[]> {
  return Promise.all(hosts.map((host) => confirmAbsence(effects, deadline, host)));
}

/** What was known before matters only to somebody who failed now. */
async function lastTime(
  effects: LookupEffects,
  deadline: Deadline,
  domain: string,
  hosts: readonly HostEvidence[],
): ReturnType<LookupEffects['recallEvidence']> {
  if (!hosts.some(({ dane }) => dane.kind === 'failed')) return null;
  return deadline.within(
    () => effects.recallEvidence(domain),
    () => null,
  );
}
