/** The address of one MX host, with what the answer says of its name (RFC 7672 §2.2.2). */
import type { DnsFailure } from '@/utils/dns/outcome';
import type { AddressEvidence } from '@/utils/verdict/evidence';
import type { Deadline } from './deadline';
import type { LookupEffects } from './effects';
import type { AddressSide } from './read-addresses';
import { readAddresses } from './read-addresses';
import type { SecuredAnswer } from './secured-answer';
import { askSecured, confirm } from './secured-answer';
import { weakerSecurity } from './weaker-security';

export interface GatheredAddress {
  readonly evidence: AddressEvidence;
  /** What it rests on: the answer with the addresses, or every answer without. */
  readonly answers: readonly SecuredAnswer[];
  /** The name at the end of the host's aliases; null if it is none. */
  readonly expanded: string | null;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** AAAA is asked for only where A says nothing: whether a host can be reached, and is signed, shows in one. */
export async function gatherAddress(
  effects: LookupEffects,
  deadline: Deadline,
  host: string,
): Promise<GatheredAddress> {
  const a = await askSecured(effects, deadline, host, 'A');
  const isSettled = ['found', 'bogus'].includes(readAddresses(a).kind);
  const answers = isSettled ? [a] : [a, await askSecured(effects, deadline, host, 'AAAA')];
  return concludeAddress(answers);
}

/** The same with every answer validated here. */
export async function confirmAddress(
  effects: LookupEffects,
  deadline: Deadline,
  { answers }: GatheredAddress,
): Promise<GatheredAddress> {
  return concludeAddress(await Promise.all(answers.map((answer) => confirm(effects, deadline, answer))));
}

/**
 * One address is enough to be reachable; "none" takes two answers that say so. A failure beside an empty
 * answer stays a failure.
 */
export function concludeAddress(answers: readonly SecuredAnswer[]): GatheredAddress {
  const read = answers.map((answer) => ({ answer, side: readAddresses(answer) }));
  const until = Math.min(...read.map(({ side }) => side.until));
  const nothing = { answers, expanded: null, until };
  for (const { answer, side } of read) {
    if (side.kind !== 'found') continue;
    const { addresses, expanded } = side;
    const { security } = answer;
    return { evidence: { kind: 'found', addresses, security }, answers: [answer], expanded, until };
  }
  const bogus = read.find(({ side }) => side.kind === 'bogus');
  if (bogus !== undefined)
    return { ...nothing, evidence: { kind: 'bogus', security: bogus.answer.security } };
  const failure = firstFailure(read.map(({ side }) => side));
  if (failure !== null) return { ...nothing, evidence: { kind: 'failed', failure } };
  const security = answers.map((answer) => answer.security).reduce(weakerSecurity);
  return { ...nothing, evidence: { kind: 'none', security } };
}

function firstFailure(sides: readonly AddressSide[]): DnsFailure | null {
  return sides.flatMap((side) => (side.kind === 'failed' ? [side.failure] : []))[0] ?? null;
}
