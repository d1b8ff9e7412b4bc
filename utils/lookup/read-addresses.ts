/** From the A and AAAA answers of an MX host to whether it can be reached at all (RFC 7672 §2.1.2, §2.2.2). */
import type { DnsAnswer } from '@/utils/dns/answer';
import { readAnswer } from '@/utils/dns/answer';
import type { RecordData } from '@/utils/dns/message';
import { RR_TYPE } from '@/utils/dns/message';
import { hostText, parseName } from '@/utils/dns/name';
import type { DnsFailure } from '@/utils/dns/outcome';
import { isWithheld } from '@/utils/dns/withheld-answer';
import type { SecuredAnswer } from './secured-answer';
import { outcomeHoldsUntil } from './validity';

/** What one of the two answers says. */
export type AddressSide = {
  /** Milliseconds since the epoch: until when it holds. */
  readonly until: number;
} & (
  | {
      readonly kind: 'found';
      readonly addresses: readonly string[];
      /** The name at the end of the host's aliases; null if it is none. */
      readonly expanded: string | null;
    }
  | { readonly kind: 'none' }
  /** The signatures do not hold. */
  | { readonly kind: 'bogus' }
  /** Could not find out. */
  | { readonly kind: 'failed'; readonly failure: DnsFailure }
);

/** Reads an answer to A or AAAA of a host. */
export function readAddresses({ question, outcome, security, until: proof }: SecuredAnswer): AddressSide {
  const held = (ttl: number): number => Math.min(proof, outcomeHoldsUntil(outcome, ttl));
  if (security.state === 'bogus') return { kind: 'bogus', until: held(0) };
  if (outcome.status === 'failed') return { kind: 'failed', failure: outcome.failure, until: held(0) };
  const name = parseName(question.name);
  if (name === null) return { kind: 'failed', failure: { code: 'malformed' }, until: held(0) };
  const answer = readAnswer(outcome.message, name, RR_TYPE[question.type]);
  const until = held(answer.ttl);
  const failure = whyUnusable(answer);
  if (failure !== null) return { kind: 'failed', failure, until };
  const addresses = answer.records.flatMap((record) => addressOf(record.data));
  if (addresses.length === 0) return { kind: 'none', until };
  const expanded = answer.expanded === null ? null : hostText(answer.expanded);
  return { kind: 'found', addresses, expanded, until };
}

/** A filtering resolver's own "does not exist", or aliases that lead nowhere, prove nothing about the host. */
function whyUnusable(answer: DnsAnswer): DnsFailure | null {
  if (isWithheld(answer)) return { code: 'refused', extendedErrors: answer.extendedErrors };
  return answer.kind === 'cname-loop' ? { code: 'malformed' } : null;
}

function addressOf(data: RecordData): string[] {
  return data.type === 'A' || data.type === 'AAAA' ? [data.address] : [];
}
