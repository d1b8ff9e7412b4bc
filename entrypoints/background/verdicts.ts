/**
 * Answers "how does mail to this domain travel?": from the cache at once where it can, else by looking up.
 * Every answer can be given again: the worker may die over it, and whoever asked asks once more.
 */
import { parseRecipient } from '@/utils/address/parse-recipient';
import type { Recipient } from '@/utils/address/recipient';
import type { Cache } from '@/utils/cache/cache';
import { readInput } from '@/utils/lookup/read-input';
import { senderFor, type Writing } from '@/utils/senders/find-sender';
import { decide } from '@/utils/verdict/decide';
import type { Evidence, LookedUp } from '@/utils/verdict/evidence';
import { withHistory } from '@/utils/verdict/history-rules';
import type { LevelHistory } from '@/utils/verdict/level-history';
import type { Verdict } from '@/utils/verdict/verdict';
import { now } from './clock';
import { wasRateLimited, type LookUp } from './look-ups';
import type { ComposeWindow, NewDomainLimit } from './new-domain-limit';

/** What may be done for one question, as the settings and permissions are now. */
export interface Means {
  /** URL of the resolver asked first, under which evidence is kept. */
  readonly resolver: string;
  readonly cache: Cache;
  /** With or without reading policy files, as is allowed for this domain. */
  readonly lookUp: LookUp;
  readonly readsPolicies: boolean;
  readonly limit: NewDomainLimit;
}

export interface Question {
  /** A-labels, or an address literal in brackets. */
  readonly domain: string;
  /** Where and as whom the message is written. */
  readonly writing: Writing;
  readonly window: ComposeWindow;
}

export interface Answer {
  readonly recipient: Recipient;
  readonly verdict: Verdict;
  /** How the domain's level changed; empty where nothing is remembered. */
  readonly history: LevelHistory;
  /** Set where a limit of ours kept us from looking. */
  readonly limited: boolean;
  /** Under way because the cache was due; resolves when it is renewed, never rejects. null: nothing was due. */
  readonly refresh: Promise<unknown> | null;
}

/** Answers at once from the cache where there is anything, else looks up. */
export async function answer(question: Question, means: Means): Promise<Answer> {
  const { recipient, input } = read(question.domain);
  if (input.kind !== 'look-up') return conclude(question, recipient, input, means);
  const { domain } = input;
  const cached = await means.cache.getEvidence(domain, means.resolver);
  if (cached !== null) {
    const isDue = !cached.fresh || leftUnread(cached.evidence, means);
    const refresh = isDue ? means.lookUp(domain) : null;
    return { ...(await conclude(question, recipient, cached.evidence, means)), refresh };
  }
  const admitted = await means.limit.admits(question.window, domain);
  const evidence = admitted ? await look(domain, means) : limitedBy('compose', domain);
  return conclude(question, recipient, evidence, means);
}

/** Looks up although the cache may still hold: the user asked for it. */
export async function answerAnew(question: Question, means: Means): Promise<Answer> {
  const { recipient, input } = read(question.domain);
  const evidence = input.kind === 'look-up' ? await look(input.domain, means) : input;
  return conclude(question, recipient, evidence, means);
}

function read(domain: string): { recipient: Recipient; input: ReturnType<typeof readInput> } {
  // The page sends domains only; a local part makes an address of it for the reader of addresses.
  const recipient = parseRecipient(`x@${domain}`);
  return { recipient, input: readInput(recipient, now()) };
}

async function look(domain: string, means: Means): Promise<Evidence> {
  const evidence = await means.lookUp(domain);
  return wasRateLimited(evidence) ? limitedBy('rate', domain) : evidence;
}

function limitedBy(limit: 'compose' | 'rate', domain: string): Evidence {
  return { kind: 'limited', domain, limit, gatheredAt: now() };
}

/** A policy was announced but not read, and now it may be. */
function leftUnread(evidence: LookedUp, means: Means): boolean {
  return means.readsPolicies && evidence.mtaSts.policy.kind === 'unread';
}

async function conclude(
  { writing }: Question,
  recipient: Recipient,
  evidence: Evidence,
  { cache }: Means,
): Promise<Answer> {
  const history = evidence.kind === 'domain' ? await cache.recallHistory(evidence.domain) : [];
  const verdict = withHistory(decide(evidence, senderFor(writing), now()), history, now());
  return { recipient, verdict, history, limited: evidence.kind === 'limited', refresh: null };
}
