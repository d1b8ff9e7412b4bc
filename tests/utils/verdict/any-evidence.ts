/** Arbitrary evidence and senders for fast-check: everything the types allow, over a few names and moments. */
import fc from 'fast-check';
import type { MxReading } from '@/utils/mx/mx-reading';
import type { RecordReading } from '@/utils/mta-sts/record';
import type { SenderContext } from '@/utils/senders/sender';
import type {
  AddressEvidence,
  CachedPolicy,
  DaneEvidence,
  HostEvidence,
  LookedUp,
  PolicyEvidence,
} from '@/utils/verdict/evidence';
import {
  ADDRESS_FAILED,
  DOUBTED,
  FOUND,
  HOUR,
  NOT_ASKED,
  NOW,
  NO_ADDRESS,
  NO_TLSA,
  PROVEN,
  REFUSED,
  TLSA_DOUBTED,
  TLSA_FAILED,
  TLSA_FAILING,
  TLSA_REFUSED,
  UNSIGNED,
  VOUCHED,
  domain,
  provider,
  signed,
  sts,
  tlsa,
} from './sample-evidence';

const NAMES = ['a.mx.example', 'b.mx.example', 'c.example', 'recipient.example'];
const PATTERNS = [...NAMES, '*.mx.example'];
const failure = fc.constantFrom(
  { code: 'timeout' as const },
  { code: 'servfail' as const, status: 2, extendedErrors: [{ code: 22, text: '' }] },
);

export const anySecurity = fc.constantFrom(PROVEN, VOUCHED, UNSIGNED, REFUSED, DOUBTED);

export const anyAddress = fc.constantFrom<AddressEvidence>(
  FOUND,
  { kind: 'found', addresses: ['192.0.2.1'], security: VOUCHED },
  { kind: 'found', addresses: ['192.0.2.1'], security: PROVEN },
  NO_ADDRESS,
  { kind: 'none', security: PROVEN },
  ADDRESS_FAILED,
  { kind: 'bogus', security: REFUSED },
  { kind: 'bogus', security: DOUBTED },
  NOT_ASKED,
);

export const anyDane = fc.constantFrom<DaneEvidence>(
  { kind: 'unsigned' },
  NO_TLSA,
  tlsa(),
  tlsa(1, VOUCHED),
  tlsa(0),
  TLSA_REFUSED,
  TLSA_DOUBTED,
  TLSA_FAILED,
  TLSA_FAILING,
);

const anyHost: fc.Arbitrary<HostEvidence> = fc
  .record({
    name: fc.constantFrom(...NAMES),
    preference: fc.constantFrom(0, 10, 20),
    address: anyAddress,
    dane: anyDane,
  })
  .map((host) => (host.address.kind === 'found' ? host : { ...host, dane: { kind: 'not-asked' } }));

export const anyHosts = fc.uniqueArray(anyHost, { minLength: 1, maxLength: 4, selector: ({ name }) => name });

export const anyCached: fc.Arbitrary<CachedPolicy> = fc
  .record({
    id: fc.constantFrom('a1', 'a2', null),
    mode: fc.constantFrom('enforce' as const, 'testing' as const, 'none' as const),
    mx: fc.subarray(PATTERNS, { minLength: 1 }),
    fetchedAt: fc.integer({ min: NOW - 48 * HOUR, max: NOW + HOUR }),
    maxAge: fc.constantFrom(0, 3600, 86_400, 604_800),
  })
  .map(({ id, mode, mx, fetchedAt, maxAge }) => ({
    id,
    policy: { mode, mx: mode === 'none' ? [] : mx, maxAge },
    fetchedAt,
    expiresAt: fetchedAt + maxAge * 1000,
  }));

const anyReading: fc.Arbitrary<RecordReading> = fc.oneof(
  fc.record({ kind: fc.constant('found' as const), id: fc.constant('a1'), lowConfidence: fc.boolean() }),
  fc.constant({ kind: 'absent' as const }),
  fc.constant({ kind: 'malformed' as const, fault: { code: 'several-records' as const } }),
  failure.map((reading) => ({ kind: 'failed' as const, failure: reading })),
);

export const anyPolicyEvidence: fc.Arbitrary<PolicyEvidence> = fc.oneof(
  fc.constantFrom<PolicyEvidence>(
    { kind: 'not-needed' },
    { kind: 'unread' },
    { kind: 'malformed', fault: { code: 'bad-line', line: 2 } },
    { kind: 'unreachable', failure: 'status', httpStatus: 404, at: NOW },
  ),
  anyCached.map((cached) => ({ kind: 'read' as const, cached, warnings: [] })),
);

const anyMx: fc.Arbitrary<MxReading> = fc.oneof(
  fc.constantFrom<MxReading>(
    { kind: 'absent' },
    { kind: 'null-mx' },
    { kind: 'no-such-domain' },
    { kind: 'unusable', unusable: ['.'] },
    { kind: 'filtered', extendedError: null },
    { kind: 'cname-loop' },
  ),
  failure.map((reading) => ({ kind: 'failed' as const, failure: reading })),
);

/** A domain whose hosts are known. */
export const anyHostedDomain: fc.Arbitrary<LookedUp> = fc
  .tuple(anyHosts, anyReading, anyPolicyEvidence, fc.option(anyCached), anySecurity)
  .map(([hosts, reading, policy, live, security]) =>
    signed(domain(hosts, sts(reading, policy, live)), security),
  );

/** Any domain, evidence that does not fit together included. */
export const anyDomain: fc.Arbitrary<LookedUp> = fc.oneof(
  anyHostedDomain,
  fc.tuple(anyHostedDomain, anyMx, fc.boolean()).map(([hosted, reading, bare]) => ({
    ...hosted,
    mx: { ...hosted.mx, reading },
    hosts: bare ? [] : hosted.hosts,
  })),
);

const anyAnswer = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const);

export const anyProvider: fc.Arbitrary<SenderContext> = fc
  .record({
    startTls: anyAnswer,
    checksMtaSts: anyAnswer,
    checksDane: anyAnswer,
    requiresTls: anyAnswer,
    lazyPolicies: anyAnswer,
  })
  .map((habits) => provider(habits));

export const anySender: fc.Arbitrary<SenderContext> = fc.oneof(
  fc.constantFrom<SenderContext>({ kind: 'checking' }, { kind: 'unknown' }),
  anyProvider,
);

export const anyMoment = fc.integer({ min: NOW - 72 * HOUR, max: NOW + 24 * 14 * HOUR });
