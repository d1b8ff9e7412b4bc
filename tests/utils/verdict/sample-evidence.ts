/** Evidence for tests, from the few words that matter in a row. */
import type { MxReading } from '@/utils/mx/mx-reading';
import type { PolicyMode } from '@/utils/mta-sts/policy';
import type { RecordReading } from '@/utils/mta-sts/record';
import type { Answer, SenderContext, SenderFact } from '@/utils/senders/sender';
import type {
  AddressEvidence,
  AnswerSecurity,
  CachedPolicy,
  HostEvidence,
  LookedUp,
  MtaStsEvidence,
  PolicyEvidence,
} from '@/utils/verdict/evidence';

export const NOW = Date.UTC(2026, 0, 15, 12);
export const HOUR = 3_600_000;
export const DOMAIN = 'recipient.example';

/** Not signed, by the word of the resolver. */
export const UNSIGNED: AnswerSecurity = { state: 'insecure', by: 'resolver', chain: [], confirmed: false };

export const FOUND: AddressEvidence = { kind: 'found', addresses: ['192.0.2.1'], security: UNSIGNED };
export const NO_ADDRESS: AddressEvidence = { kind: 'none', security: UNSIGNED };
export const ADDRESS_FAILED: AddressEvidence = { kind: 'failed', failure: { code: 'servfail' } };
export const NOT_ASKED: AddressEvidence = { kind: 'not-asked' };

/** An MX host; with an address unless told otherwise. */
export function host(name: string, preference = 10, address: AddressEvidence = FOUND): HostEvidence {
  return { name, preference, address, dane: { kind: 'not-asked' } };
}

/** Evidence about a domain with these hosts; signed or not by the word of the resolver. */
export function domain(
  hosts: readonly HostEvidence[],
  mtaSts: MtaStsEvidence = NO_STS,
  reading: MxReading = { kind: 'hosts', hosts, unusable: [] },
): LookedUp {
  return {
    kind: 'domain',
    domain: DOMAIN,
    mx: { reading, expanded: null, authenticData: false, ttl: 300, security: UNSIGNED },
    hosts,
    mtaSts,
    observations: [],
    resolver: 'https://resolver.example/dns-query',
    gatheredAt: NOW,
    validUntil: NOW + HOUR,
  };
}

/** The MX answer settles it, no host was looked at. */
export function mxOnly(reading: MxReading): LookedUp {
  return domain([], NO_STS, reading);
}

export function policy(mode: PolicyMode, mx: readonly string[], id = 'a1'): CachedPolicy {
  return {
    id,
    policy: { mode, mx, maxAge: 604_800 },
    fetchedAt: NOW - HOUR,
    expiresAt: NOW - HOUR + 604_800_000,
  };
}

/** A record with this id, and what came of the policy file. */
export function record(
  policyEvidence: PolicyEvidence,
  live: CachedPolicy | null = null,
  id = 'a1',
): MtaStsEvidence {
  return sts({ kind: 'found', id, lowConfidence: false }, policyEvidence, live);
}

export function sts(
  reading: RecordReading,
  policyEvidence: PolicyEvidence = { kind: 'not-needed' },
  live: CachedPolicy | null = null,
): MtaStsEvidence {
  return { record: { reading, authenticData: false, ttl: 300 }, policy: policyEvidence, live };
}

export function read(mode: PolicyMode, ...mx: readonly string[]): MtaStsEvidence {
  return record({ kind: 'read', cached: policy(mode, mx), warnings: [] });
}

export const NO_STS = sts({ kind: 'absent' });
export const UNREAD: PolicyEvidence = { kind: 'unread' };
export const UNREACHABLE: PolicyEvidence = {
  kind: 'unreachable',
  failure: 'status',
  httpStatus: 404,
  at: NOW,
};
export const MALFORMED: PolicyEvidence = {
  kind: 'malformed',
  fault: { code: 'mode-missing' },
};

export const CHECKING: SenderContext = { kind: 'checking' };
export const UNKNOWN_SENDER: SenderContext = { kind: 'unknown' };

export interface Habits {
  readonly startTls?: Answer;
  readonly checksMtaSts?: Answer;
  readonly checksDane?: Answer;
  readonly requiresTls?: Answer;
  readonly lazyPolicies?: Answer;
  readonly domains?: readonly string[];
}

/** A provider that uses STARTTLS and checks MTA-STS unless told otherwise. */
export function provider(habits: Habits = {}): SenderContext {
  const { startTls = 'yes', checksMtaSts = 'yes', checksDane = 'no' } = habits;
  const { requiresTls = 'no', lazyPolicies = 'no' } = habits;
  const fact = (value: Answer): SenderFact => ({
    value,
    kind: 'documented',
    source: 'test',
    asOf: '2026-01',
  });
  return {
    kind: 'known',
    sender: {
      id: 'postbox',
      name: 'Postbox',
      domains: habits.domains ?? ['postbox.example'],
      startTls: fact(startTls),
      checksMtaSts: fact(checksMtaSts),
      checksDane: fact(checksDane),
      requiresTls: fact(requiresTls),
      lazyPolicies: fact(lazyPolicies),
    },
  };
}

export const IGNORING = provider({ checksMtaSts: 'no' });
