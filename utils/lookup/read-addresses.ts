/** From the A and AAAA answers of an MX host to whether it can be reached at all (RFC 7672 §2.1.2, §2.2.2). */
import type { DnsAnswer } from '@/utils/dns/answer';
import { readAnswer } from '@/utils/dns/answer';
import type { RecordData } from '@/utils/dns/message';
import { RR_TYPE } from '@/utils/dns/message';
import { parseName } from '@/utils/dns/name';
import type { DnsFailure, DnsOutcome } from '@/utils/dns/outcome';
import { isWithheld } from '@/utils/dns/withheld-answer';
import type { AddressEvidence } from '@/utils/verdict/evidence';
import type { Timed } from './validity';
import { outcomeHoldsUntil } from './validity';

type AddressType = 'A' | 'AAAA';

interface Side {
  /** null: could not find out. */
  readonly addresses: readonly string[] | null;
  readonly failure: DnsFailure | null;
  readonly authenticData: boolean;
  readonly until: number;
}

/**
 * One address is enough to be reachable; "none" takes two answers that say so. A failure beside an
 * empty answer stays a failure.
 */
export function readAddresses(host: string, a: DnsOutcome, aaaa: DnsOutcome): Timed<AddressEvidence> {
  const sides = [readSide(host, 'A', a), readSide(host, 'AAAA', aaaa)];
  const until = Math.min(...sides.map((side) => side.until));
  const addresses = sides.flatMap((side) => side.addresses ?? []);
  const failure = sides.find((side) => side.failure !== null)?.failure ?? null;
  if (addresses.length > 0) {
    const used = sides.filter((side) => (side.addresses?.length ?? 0) > 0);
    const authenticData = used.every((side) => side.authenticData);
    return { value: { kind: 'found', addresses, authenticData }, until };
  }
  if (failure !== null) return { value: { kind: 'failed', failure }, until };
  return { value: { kind: 'none', authenticData: sides.every((side) => side.authenticData) }, until };
}

function readSide(host: string, type: AddressType, outcome: DnsOutcome): Side {
  if (outcome.status === 'failed') {
    return unanswered(outcome.failure, outcomeHoldsUntil(outcome, 0));
  }
  const name = parseName(host);
  if (name === null) return unanswered({ code: 'malformed' }, outcomeHoldsUntil(outcome, 0));
  const answer = readAnswer(outcome.message, name, RR_TYPE[type]);
  const until = outcomeHoldsUntil(outcome, answer.ttl);
  const failure = whyUnusable(answer);
  if (failure !== null) return unanswered(failure, until);
  const addresses = answer.records.flatMap((record) => addressOf(record.data));
  return { addresses, failure: null, authenticData: outcome.message.authenticData, until };
}

/** A filtering resolver's own "does not exist", or aliases that lead nowhere, prove nothing about the host. */
function whyUnusable(answer: DnsAnswer): DnsFailure | null {
  if (isWithheld(answer)) return { code: 'refused', extendedErrors: answer.extendedErrors };
  return answer.kind === 'cname-loop' ? { code: 'malformed' } : null;
}

function unanswered(failure: DnsFailure, until: number): Side {
  return { addresses: null, failure, authenticData: false, until };
}

function addressOf(data: RecordData): string[] {
  return data.type === 'A' || data.type === 'AAAA' ? [data.address] : [];
}
