/**
 * A tiny internet for tests of the look-up: a zone of records, failures and delays, policy files, and a
 * virtual clock. What a test does not mention does not exist.
 */
import type { ChainReason, ChainStep, Security, Validation } from '@/utils/dnssec/security';
import type { RrTypeName } from '@/utils/dns/message';
import type { DnsFailure, DnsOutcome } from '@/utils/dns/outcome';
import type { LookupEffects } from '@/utils/lookup/effects';
import type { PolicyFetchOutcome } from '@/utils/mta-sts/fetch-outcome';
import type { PolicyMemory } from '@/utils/verdict/policy-memory';
import { EMPTY_MEMORY } from '@/utils/verdict/policy-memory';
import { message } from './fake-message';
import type { VirtualClock } from './virtual-clock';
import { makeVirtualClock } from './virtual-clock';

export const START = Date.UTC(2026, 0, 15, 12);
export const RESOLVER = 'https://resolver.example/dns-query';

export interface Answer {
  /** "10 mx.example" for MX, text for TXT, an address for A and AAAA, "3 1 1 <hex>" for TLSA. */
  readonly records?: readonly string[];
  /** NXDOMAIN or NOERROR where there are no records; NXDOMAIN unless told. */
  readonly exists?: boolean;
  readonly withoutSoa?: boolean;
  readonly ttl?: number;
  /** The resolver's AD bit. */
  readonly authentic?: boolean;
  /** The asked name is an alias of this one, where the records stand. */
  readonly alias?: string;
  /** What our own validation says; as the AD bit unless told. `bogus` with `refused`: SERVFAIL without CD. */
  readonly local?: Security;
  readonly because?: ChainReason;
  readonly refused?: boolean;
  /** RRSIG records come with it; if the validation says secure or bogus, unless told. */
  readonly signed?: boolean;
  /** The resolver's clock, in milliseconds since the epoch. */
  readonly servedAt?: number;
  readonly fails?: DnsFailure;
  readonly delay?: number;
}

export interface PolicyFile {
  readonly text?: string;
  readonly fails?: Extract<PolicyFetchOutcome, { status: 'failed' }>['failure'];
  readonly delay?: number;
}

export interface FakeInternet {
  readonly effects: LookupEffects;
  readonly clock: VirtualClock;
  /** "MX a.example", in the order asked. */
  readonly questions: string[];
  /** The same of what was validated. */
  readonly validations: string[];
  /** Domains whose policy file was fetched. */
  readonly fetches: string[];
  readonly memory: Map<string, PolicyMemory>;
  readonly zone: Record<string, Answer>;
  readonly files: Record<string, PolicyFile>;
}

/** `zone` by "TYPE name"; `files` by domain. */
export function makeInternet(
  zone: Record<string, Answer>,
  files: Record<string, PolicyFile> = {},
): FakeInternet {
  const clock = makeVirtualClock(START);
  const questions: string[] = [];
  const validations: string[] = [];
  const fetches: string[] = [];
  const memory = new Map<string, PolicyMemory>();
  const effects: LookupEffects = {
    query: async (name, type, _signal, { checkingDisabled = false } = {}) => {
      questions.push(`${checkingDisabled ? 'CD ' : ''}${type} ${name}`);
      const answer = zone[`${type} ${name}`] ?? {};
      if (answer.delay !== undefined) await clock.sleep(answer.delay);
      const refused = answer.refused === true && !checkingDisabled;
      const given: Answer = refused ? { fails: { code: 'servfail', extendedErrors: BOGUS } } : answer;
      return outcome(name, type, given, clock.now());
    },
    validate: ({ name, type }) => {
      validations.push(`${type} ${name}`);
      return Promise.resolve(validation(zone[`${type} ${name}`] ?? {}));
    },
    recallEvidence: () => Promise.resolve(null),
    fetchPolicy: async (domain) => {
      fetches.push(domain);
      const file = files[domain] ?? { fails: { code: 'unreachable' } };
      if (file.delay !== undefined) await clock.sleep(file.delay);
      return fetched(file, clock.now());
    },
    recallPolicy: (domain) => Promise.resolve(memory.get(domain) ?? EMPTY_MEMORY),
    rememberPolicy: (domain, kept) => {
      memory.set(domain, kept);
      return Promise.resolve();
    },
    now: clock.now,
    after: clock.after,
    resolver: RESOLVER,
  };
  return { effects, clock, questions, validations, fetches, memory, zone, files };
}

/** EDE 6, "DNSSEC Bogus" (RFC 8914 §4.7). */
const BOGUS = [{ code: 6, text: '' }];

/** The root holds, and the last step says what came of it. */
function validation({ local, authentic = false, because, ttl = 300 }: Answer): Validation {
  const security = local ?? (authentic ? 'secure' : 'insecure');
  const last: ChainStep = { zone: 'example', result: security, because: because ?? BECAUSE[security] };
  const root: ChainStep = { zone: '.', result: 'secure', because: 'anchored' };
  return { security, chain: [root, last], ttl };
}

const BECAUSE: Readonly<Record<Security, ChainReason>> = {
  secure: 'signed',
  insecure: 'unsigned-delegation',
  bogus: 'bad-signature',
  indeterminate: 'no-answer',
};

function fetched({ text, fails }: PolicyFile, at: number): PolicyFetchOutcome {
  if (fails !== undefined) return { status: 'failed', failure: fails, at };
  return { status: 'fetched', body: new TextEncoder().encode(text ?? ''), at };
}

function outcome(name: string, type: RrTypeName, answer: Answer, at: number): DnsOutcome {
  if (answer.fails !== undefined) return { status: 'failed', failure: answer.fails, resolver: RESOLVER, at };
  const { servedAt } = answer;
  const answered = {
    status: 'answered' as const,
    message: message(name, type, answer),
    resolver: RESOLVER,
    at,
  };
  return servedAt === undefined ? answered : { ...answered, servedAt };
}
