/** Look-ups wired to the real network. Whether one may be made is decided before. */
import type { Cache } from '@/utils/cache/cache';
import { makeLookUp } from '@/utils/lookup/look-up';
import type { Fetch } from '@/utils/network/fetch';
import { makePolicyFetcher } from '@/utils/network/policy-fetcher';
import { mayFetch } from '@/utils/permissions/held-permissions';
import type { LookedUp } from '@/utils/verdict/evidence';
import type { AnswerKind, Answers } from './answers';
import { after, now } from './clock';

const POLICY_TIMEOUT_MS = 8_000;
/** For everything about one domain: whoever writes a message waits for it. */
const DEADLINE_MS = 12_000;

/** What makes two look-ups of a domain different, so that they do not share a flight. */
export interface LookUpKind extends AnswerKind {
  readonly readPolicies: boolean;
}

/** Looks one domain up and remembers what was found. Never rejects. */
export type LookUp = (domain: string) => Promise<LookedUp>;

export interface LookUpParts {
  /** Reads policy files. */
  readonly fetch: Fetch;
  readonly answersFor: (kind: AnswerKind) => Answers;
  readonly cacheFor: (incognito: boolean) => Cache;
}

/** Gives the look-up of a kind, always the same one, so that a domain is never looked up twice at once. */
export function makeLookUps(parts: LookUpParts): (kind: LookUpKind) => LookUp {
  const made = new Map<string, LookUp>();
  return (kind) => {
    const key = JSON.stringify([kind.resolvers, kind.readPolicies, kind.incognito]);
    const lookUp = made.get(key) ?? wire(kind, parts);
    made.set(key, lookUp);
    return lookUp;
  };
}

function wire(kind: LookUpKind, { fetch, answersFor, cacheFor }: LookUpParts): LookUp {
  const cache = cacheFor(kind.incognito);
  const [resolver] = kind.resolvers;
  const edge = { fetch, now, after, hasPermission: mayFetch, timeoutMs: POLICY_TIMEOUT_MS };
  const lookUp = makeLookUp(
    {
      ...answersFor(kind),
      fetchPolicy: kind.readPolicies ? makePolicyFetcher(edge) : null,
      recallPolicy: cache.recallPolicy,
      rememberPolicy: cache.rememberPolicy,
      recallEvidence: async (domain) => (await cache.getEvidence(domain, resolver))?.evidence ?? null,
      now,
      after,
      resolver,
    },
    { deadlineMs: DEADLINE_MS },
  );
  return async (domain) => {
    const evidence = await lookUp(domain);
    if (!wasRateLimited(evidence)) await cache.putEvidence(evidence);
    return evidence;
  };
}

/** Whether our own limit kept us from asking: that says nothing about the domain and is not remembered. */
export function wasRateLimited({ mx, hosts }: LookedUp): boolean {
  const parts = [mx.reading, ...hosts.flatMap(({ address, dane }) => [address, dane])];
  return parts.some((part) => part.kind === 'failed' && part.failure.code === 'rate-limited');
}
