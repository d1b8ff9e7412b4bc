/**
 * Asks resolvers over HTTPS, by GET and with as little said as can be (RFC 8484 §4.1, §8). Another
 * resolver is asked only after one failed, and only one that the user chose.
 */
import { encodeQuery } from '@/utils/dns/encode-query';
import { RR_TYPE, type RrTypeName } from '@/utils/dns/message';
import { parseName } from '@/utils/dns/name';
import type { DnsFailure, DnsFailureCode, DnsOutcome } from '@/utils/dns/outcome';
import { OUT_OF_TIME, withDeadline } from './deadline';
import { dohUrl } from './doh-url';
import { plainGet, type After, type Fetch, type HasPermission } from './fetch';
import { isPermitted } from './permission';
import { readResponse, type Question, type ResponseReading } from './read-response';

/** Asks one DNS question of class IN. Never rejects; an aborted signal gives a `timeout` failure. */
export type AskDns = (
  name: string,
  type: RrTypeName,
  signal: AbortSignal,
  /** `checkingDisabled`: the resolver shall hand out even what it holds for bogus (RFC 4035 §3.2.2). */
  how?: { readonly checkingDisabled?: boolean },
) => Promise<DnsOutcome>;

export interface DohClientOptions {
  readonly fetch: Fetch;
  /** https URLs, in the order in which they are tried. */
  readonly resolvers: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly after: After;
  /** For each resolver that is tried. */
  readonly timeoutMs: number;
  /** Asked before every request; false: nothing is sent (`rate-limited`). */
  readonly takeToken?: () => boolean;
  /** Asked before every request; false: nothing is sent (`no-permission`). */
  readonly hasPermission?: HasPermission;
}

interface AskedQuestion extends Question {
  readonly checkingDisabled: boolean;
}

/** Nothing was sent: such a failure never hides one of a resolver that was asked. */
const UNSENT: ReadonlySet<DnsFailureCode> = new Set<DnsFailureCode>(['rate-limited', 'no-permission']);
/** Failures that may lie with the domain's name servers. */
const THEIRS: ReadonlySet<DnsFailureCode> = new Set<DnsFailureCode>(['servfail', 'timeout']);

/**
 * Makes the function that asks one question. It never rejects; of several resolvers that failed the last
 * one that was asked is reported. A text that is no DNS name is `malformed` without being sent.
 */
export function makeDohClient(options: DohClientOptions): AskDns {
  return async (text, type, signal, { checkingDisabled = false } = {}) => {
    const name = parseName(text);
    if (name === null) return failed(options, options.resolvers[0] ?? '', { code: 'malformed' });
    let outcome = failed(options, options.resolvers[0] ?? '', { code: 'network' });
    let asked = false;
    let failing = 0;
    for (const resolver of options.resolvers) {
      const next = await ask(options, resolver, { name, type: RR_TYPE[type], checkingDisabled }, signal);
      if (next.status === 'answered') return next;
      const sent = !UNSENT.has(next.failure.code);
      if (sent || !asked) outcome = next;
      asked ||= sent;
      if (THEIRS.has(next.failure.code)) failing += 1;
      if (signal.aborted || next.failure.code === 'rate-limited') break;
    }
    return failing > 1 ? { ...outcome, failing } : outcome;
  };
}

async function ask(
  options: DohClientOptions,
  resolver: string,
  question: AskedQuestion,
  signal: AbortSignal,
): Promise<DnsOutcome> {
  const limit = { signal, after: options.after, milliseconds: options.timeoutMs };
  const reading = await withDeadline(limit, (inner) => send(options, resolver, question, inner));
  if (reading === OUT_OF_TIME) return failed(options, resolver, { code: 'timeout' });
  if (!reading.ok) return failed(options, resolver, reading.failure);
  const { message, servedAt } = reading;
  return {
    status: 'answered',
    message,
    resolver,
    at: options.now(),
    ...(servedAt !== null && { servedAt }),
  };
}

async function send(
  { fetch, takeToken, hasPermission }: DohClientOptions,
  resolver: string,
  question: AskedQuestion,
  signal: AbortSignal,
): Promise<ResponseReading> {
  if (!(await isPermitted(hasPermission, resolver))) return { ok: false, failure: { code: 'no-permission' } };
  if (signal.aborted) return { ok: false, failure: { code: 'timeout' } };
  if (takeToken?.() === false) return { ok: false, failure: { code: 'rate-limited' } };
  try {
    const url = dohUrl(resolver, encodeQuery(question));
    const response = await fetch(url, plainGet({ accept: 'application/dns-message' }, signal));
    return await readResponse(response, question);
  } catch {
    return { ok: false, failure: { code: 'network' } };
  }
}

function failed(
  options: DohClientOptions,
  resolver: string,
  failure: DnsFailure,
): DnsOutcome & { status: 'failed' } {
  return { status: 'failed', failure, resolver, at: options.now() };
}
