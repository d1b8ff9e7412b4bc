/** Looks targets up and judges them: the same engine as in the browser, but without memory. */
import type { TrustAnchor } from '@/utils/dnssec/trust-anchor';
import { shareAnswers } from '@/utils/lookup/answer-cache';
import type { LookupEffects, QueryDns } from '@/utils/lookup/effects';
import { makeLookUp } from '@/utils/lookup/look-up';
import { readInput } from '@/utils/lookup/read-input';
import { makeValidator } from '@/utils/lookup/validate-chain';
import { makeZoneKeyCache } from '@/utils/lookup/zone-key-cache';
import { makeDohClient } from '@/utils/network/doh-client';
import type { After } from '@/utils/network/fetch';
import { makePolicyFetcher } from '@/utils/network/policy-fetcher';
import { decide } from '@/utils/verdict/decide';
import { withDeliveryRemark } from '@/utils/verdict/delivery-remark';
import { EMPTY_MEMORY } from '@/utils/verdict/policy-memory';
import type { Verdict } from '@/utils/verdict/verdict';
import type { CheckOptions } from './arguments';
import type { Http } from './http';
import type { Target } from './target';

export interface Judgement {
  readonly target: Target;
  readonly verdict: Verdict;
}

export interface Judgements {
  /** In the order of the targets. */
  readonly judgements: readonly Judgement[];
  /** Questions were sent, and the resolver gave no DNS answer to any. */
  readonly silent: boolean;
}

interface JudgeOptions extends Pick<CheckOptions, 'doh' | 'readPolicies' | 'sender' | 'timeoutMs'> {
  readonly anchors: readonly TrustAnchor[];
}

/** Domains looked up at a time, so that each has its time for itself. */
const AT_A_TIME = 16;

/** Judges every target. Never rejects: what fails becomes part of a verdict. */
export async function judge(
  targets: readonly Target[],
  options: JudgeOptions,
  http: Http,
): Promise<Judgements> {
  const resolver = listening(
    makeDohClient({ ...edge(options), fetch: http.resolverFetch, resolvers: [options.doh] }),
  );
  const lookUp = makeLookUp(effectsOver(shareAnswers(resolver.query, Date.now), options, http), {
    deadlineMs: options.timeoutMs,
  });
  const judgements = await inTurns(targets, AT_A_TIME, async (target) => {
    const input = readInput(target.recipient, Date.now());
    const evidence = input.kind === 'look-up' ? await lookUp(input.domain) : input;
    const verdict = decide(evidence, options.sender, Date.now());
    return { target, verdict: withDeliveryRemark(verdict, target.recipient.internationalLocalPart) };
  });
  return { judgements, silent: resolver.isSilent() };
}

/** Without memory: every run finds everything out anew. */
function effectsOver(query: QueryDns, options: JudgeOptions, http: Http): LookupEffects {
  const now = Date.now;
  const zoneKeys = makeZoneKeyCache({ now });
  const { anchors, doh, readPolicies } = options;
  return {
    query,
    validate: makeValidator({ query, anchors, crypto: crypto.subtle, now, zoneKeys }).validate,
    fetchPolicy: readPolicies ? makePolicyFetcher({ ...edge(options), fetch: http.policyFetch }) : null,
    recallPolicy: () => Promise.resolve(EMPTY_MEMORY),
    rememberPolicy: () => Promise.resolve(),
    recallEvidence: () => Promise.resolve(null),
    now,
    after,
    resolver: doh,
  };
}

function edge({ timeoutMs }: JudgeOptions): {
  readonly now: () => number;
  readonly after: After;
  readonly timeoutMs: number;
} {
  return { now: Date.now, after, timeoutMs };
}

/** Notes whether the resolver ever answered in DNS, be it with an error code. */
function listening(query: QueryDns): { readonly query: QueryDns; readonly isSilent: () => boolean } {
  let asked = false;
  let heard = false;
  return {
    query: async (...question) => {
      asked = true;
      const outcome = await query(...question);
      heard ||=
        outcome.status === 'answered' ||
        outcome.failure.code === 'servfail' ||
        outcome.failure.code === 'refused';
      return outcome;
    },
    isSilent: () => asked && !heard,
  };
}

/** Runs `work` on every item, so many at a time; results in the order of the items. */
async function inTurns<Item, Result>(
  items: readonly Item[],
  atATime: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: [index: number, result: Result][] = [];
  // One iterator for all workers: each takes the next item when it is free.
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results.push([index, await work(item)]);
  };
  await Promise.all(Array.from({ length: Math.min(atATime, items.length) }, worker));
  return results.sort(([a], [b]) => a - b).map(([, result]) => result);
}

const after: After = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};
