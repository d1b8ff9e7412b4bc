/** Evidence for tests, from the few words that matter in a row. */
import type { MxReading } from '@/utils/mx/mx-reading';
import type { PolicyMode } from '@/utils/mta-sts/policy';
import type { RecordReading } from '@/utils/mta-sts/record';
import type { Answer, SenderContext, SenderFact } from '@/utils/senders/sender';
import type {
  AddressEvidence,
  AnswerSecurity,
  CachedPolicy,
  DaneEvidence,
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

const security = (state: AnswerSecurity['state'], by: AnswerSecurity['by']): AnswerSecurity => ({
  state,
  by,
  chain: [],
  confirmed: false,
});
/** Validated here. */
export const PROVEN = security('secure', 'local');
/** Only the resolver says so. */
export const VOUCHED = security('secure', 'resolver');
/** The resolver refuses it too. */
export const REFUSED: AnswerSecurity = { ...security('bogus', 'local'), confirmed: true };
/** The resolver handed it out. */
export const DOUBTED = security('bogus', 'local');

export const FOUND: AddressEvidence = { kind: 'found', addresses: ['192.0.2.1'], security: UNSIGNED };
export const NO_ADDRESS: AddressEvidence = { kind: 'none', security: UNSIGNED };
export const ADDRESS_FAILED: AddressEvidence = { kind: 'failed', failure: { code: 'servfail' } };
export const NOT_ASKED: AddressEvidence = { kind: 'not-asked' };

/** An MX host; with an unsigned address unless told otherwise. */
export function host(
  name: string,
  preference = 10,
  address: AddressEvidence = FOUND,
  dane: DaneEvidence = { kind: address.kind === 'found' ? 'unsigned' : 'not-asked' },
): HostEvidence {
  return { name, preference, address, dane };
}

/** A signed host, as far as `by` can tell, with what its TLSA records say. */
export function daneHost(
  name: string,
  dane: DaneEvidence,
  preference = 10,
  by: AnswerSecurity = PROVEN,
): HostEvidence {
  return host(name, preference, { kind: 'found', addresses: ['192.0.2.1'], security: by }, dane);
}

/** TLSA records of a host; `usable` of them can be used. */
export function tlsa(usable = 1, by: AnswerSecurity = PROVEN): DaneEvidence {
  const unusable = usable === 0 ? ('usage' as const) : null;
  const record = { usage: 3, selector: 1, matchingType: 1, association: '00'.repeat(32), unusable };
  return { kind: 'found', base: 'mx.example', records: [record], usable, security: by };
}

export const NO_TLSA: DaneEvidence = { kind: 'absent', security: VOUCHED };
export const TLSA_REFUSED: DaneEvidence = { kind: 'bogus', base: 'mx.example', security: REFUSED };
export const TLSA_DOUBTED: DaneEvidence = { kind: 'bogus', base: 'mx.example', security: DOUBTED };
export const TLSA_FAILED: DaneEvidence = {
  kind: 'failed',
  base: 'mx.example',
  failure: { code: 'servfail' },
  at: NOW,
  since: NOW,
  resolvers: 1,
};
export const TLSA_FAILING: DaneEvidence = { ...TLSA_FAILED, since: NOW - HOUR };

/** Evidence about a domain with these hosts; its MX answer is not signed. */
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

/** The same with a signed MX answer, as far as `by` can tell. */
export function signed(evidence: LookedUp, by: AnswerSecurity = PROVEN): LookedUp {
  return { ...evidence, mx: { ...evidence.mx, security: by } };
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

/** A provider that uses STARTTLS, checks MTA-STS and does not check DANE unless told otherwise. */
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
/** As Gmail: checks policies, not DANE. */
export const DANE_BLIND = provider();
