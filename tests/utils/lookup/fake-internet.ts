/**
 * A tiny internet for tests of the look-up: a zone of records, failures and delays, policy files, and a
 * virtual clock. What a test does not mention does not exist.
 */
import { RCODE, RR_TYPE } from '@/utils/dns/message';
import type { DnsMessage, RecordData, ResourceRecord, RrTypeName } from '@/utils/dns/message';
import type { Name } from '@/utils/dns/name';
import type { DnsFailure, DnsOutcome } from '@/utils/dns/outcome';
import type { LookupEffects } from '@/utils/lookup/effects';
import type { PolicyFetchOutcome } from '@/utils/mta-sts/fetch-outcome';
import type { PolicyMemory } from '@/utils/verdict/policy-memory';
import { EMPTY_MEMORY } from '@/utils/verdict/policy-memory';
import type { VirtualClock } from './virtual-clock';
import { makeVirtualClock } from './virtual-clock';

export const START = Date.UTC(2026, 0, 15, 12);
export const RESOLVER = 'https://resolver.example/dns-query';

export interface Answer {
  /** "10 mx.example" for MX, text for TXT, an address for A and AAAA, a name for CNAME. */
  readonly records?: readonly string[];
  /** NXDOMAIN or NOERROR where there are no records; NXDOMAIN unless told. */
  readonly exists?: boolean;
  readonly withoutSoa?: boolean;
  readonly ttl?: number;
  readonly authentic?: boolean;
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
  const fetches: string[] = [];
  const memory = new Map<string, PolicyMemory>();
  const effects: LookupEffects = {
    query: async (name, type) => {
      questions.push(`${type} ${name}`);
      const answer = zone[`${type} ${name}`] ?? {};
      if (answer.delay !== undefined) await clock.sleep(answer.delay);
      return outcome(name, type, answer, clock.now());
    },
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
  return { effects, clock, questions, fetches, memory, zone, files };
}

function fetched({ text, fails }: PolicyFile, at: number): PolicyFetchOutcome {
  if (fails !== undefined) return { status: 'failed', failure: fails, at };
  return { status: 'fetched', body: new TextEncoder().encode(text ?? ''), at };
}

function outcome(name: string, type: RrTypeName, answer: Answer, at: number): DnsOutcome {
  if (answer.fails !== undefined) return { status: 'failed', failure: answer.fails, resolver: RESOLVER, at };
  return { status: 'answered', message: message(name, type, answer), resolver: RESOLVER, at };
}

function message(name: string, type: RrTypeName, answer: Answer): DnsMessage {
  const { records = [], exists = false, withoutSoa = false, ttl = 300, authentic = false } = answer;
  const answers = records.map((text) => resourceRecord(name, type, ttl, data(type, text)));
  const soa = resourceRecord('example', 'SOA', ttl, soaData(ttl));
  return {
    id: 0,
    response: true,
    truncated: false,
    authenticData: authentic,
    checkingDisabled: false,
    rcode: records.length > 0 || exists ? RCODE.NOERROR : RCODE.NXDOMAIN,
    question: { name: name as Name, type: RR_TYPE[type], class: 1 },
    answers,
    authorities: records.length > 0 || withoutSoa ? [] : [soa],
    additionals: [],
    extendedErrors: [],
  };
}

function resourceRecord(name: string, type: RrTypeName, ttl: number, read: RecordData): ResourceRecord {
  return { name: name as Name, type: RR_TYPE[type], class: 1, ttl, rdata: new Uint8Array(), data: read };
}

function data(type: RrTypeName, text: string): RecordData {
  if (type === 'A' || type === 'AAAA') return { type, address: text };
  if (type === 'TXT') return { type, strings: [new TextEncoder().encode(text)] };
  const [preference = '', exchange = ''] = text.split(' ');
  return { type: 'MX', preference: Number(preference), exchange: exchange as Name };
}

function soaData(minimum: number): RecordData {
  const name = 'example' as Name;
  return { type: 'SOA', mname: name, rname: name, serial: 1, refresh: 1, retry: 1, expire: 1, minimum };
}
