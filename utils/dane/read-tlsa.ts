/** The answer to the TLSA question of one base domain (RFC 6698 §2.1, RFC 7672 §2.2.3). */
import { readAnswer } from '@/utils/dns/answer';
import type { RecordData } from '@/utils/dns/message';
import { RR_TYPE } from '@/utils/dns/message';
import { parseName } from '@/utils/dns/name';
import type { DnsFailure, DnsOutcome } from '@/utils/dns/outcome';
import { isWithheld } from '@/utils/dns/withheld-answer';
import { tlsaName } from './base-domains';
import { tlsaFault } from './tlsa-fault';
import type { TlsaRecord } from './tlsa-record';

export type TlsaAnswer = {
  /** Seconds for which the answer holds; 0 where there was none. */
  readonly ttl: number;
} & (
  | { readonly kind: 'records'; readonly records: readonly TlsaRecord[] }
  /** Neither there nor behind an alias. */
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly failure: DnsFailure }
);

/** Reads the outcome of asking for TLSA below `base`. Aliases are followed; the base stays the base. */
export function readTlsa(base: string, outcome: DnsOutcome): TlsaAnswer {
  if (outcome.status === 'failed') return { kind: 'failed', failure: outcome.failure, ttl: 0 };
  const name = parseName(tlsaName(base));
  if (name === null) return { kind: 'failed', failure: { code: 'malformed' }, ttl: 0 };
  const answer = readAnswer(outcome.message, name, RR_TYPE.TLSA);
  const { ttl, extendedErrors } = answer;
  // A resolver's own "does not exist" says nothing about the host.
  if (isWithheld(answer)) return { kind: 'failed', failure: { code: 'refused', extendedErrors }, ttl };
  if (answer.kind === 'cname-loop') return { kind: 'failed', failure: { code: 'malformed' }, ttl };
  const records = answer.records.flatMap(({ data }) => recordOf(data));
  return records.length === 0 ? { kind: 'none', ttl } : { kind: 'records', records, ttl };
}

function recordOf(data: RecordData): TlsaRecord[] {
  if (data.type !== 'TLSA') return [];
  const { usage, selector, matchingType } = data;
  const association = Array.from(data.association, (octet) => octet.toString(16).padStart(2, '0')).join('');
  return [{ usage, selector, matchingType, association, unusable: tlsaFault(data) }];
}
