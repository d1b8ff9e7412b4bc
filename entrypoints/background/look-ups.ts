/** Look-ups wired to the real network. Whether one may be made is decided before. */
import type { Cache } from '@/utils/cache/cache';
import { makeLookUp } from '@/utils/lookup/look-up';
import { makeDohClient } from '@/utils/network/doh-client';
import type { Fetch } from '@/utils/network/fetch';
import { makePolicyFetcher } from '@/utils/network/policy-fetcher';
import { makeTokenBucket, QUERY_LIMIT } from '@/utils/network/token-bucket';
import { mayFetch } from '@/utils/permissions/held-permissions';
import type { LookedUp } from '@/utils/verdict/evidence';
import { after, now } from './clock';

/** One question to a resolver; RFC 1035 §4.2.1 waits about as long. */
const QUERY_TIMEOUT_MS = 5_000;
const POLICY_TIMEOUT_MS = 8_000;
/** For everything about one domain: whoever writes a message waits for it. */
const DEADLINE_MS = 12_000;

/** What makes two look-ups of a domain different, so that they do not share a flight. */
export interface LookUpKind {
  /** URLs, the first asked first; at least one. */
  readonly resolvers: readonly [string, ...string[]];
  readonly readPolicies: boolean;
  readonly incognito: boolean;
}

/** Looks one domain up and remembers what was found. Never rejects. */
export type LookUp = (domain: string) => Promise<LookedUp>;

/** Gives the look-up of a kind, always the same one, so that a domain is never looked up twice at once. */
export function makeLookUps(o: {
  fetch: Fetch;
  cacheFor: (incognito: boolean) => Cache;
}): (kind: LookUpKind) => LookUp {
  const bucket = makeTokenBucket({ ...QUERY_LIMIT, now });
  const made = new Map<string, LookUp>();
  return (kind) => {
    const key = JSON.stringify([kind.resolvers, kind.readPolicies, kind.incognito]);
    const lookUp = made.get(key) ?? wire(kind, o.fetch, o.cacheFor(kind.incognito), () => bucket.take());
    made.set(key, lookUp);
    return lookUp;
  };
}

function wire(kind: LookUpKind, fetch: Fetch, cache: Cache, takeToken: () => boolean): LookUp {
  const edge = { fetch, now, after, hasPermission: mayFetch };
  const { resolvers } = kind;
  const lookUp = makeLookUp(
    {
      query: makeDohClient({ ...edge, resolvers, timeoutMs: QUERY_TIMEOUT_MS, takeToken }),
      fetchPolicy: kind.readPolicies ? makePolicyFetcher({ ...edge, timeoutMs: POLICY_TIMEOUT_MS }) : null,
      recallPolicy: cache.recallPolicy,
      rememberPolicy: cache.rememberPolicy,
      now,
      after,
      resolver: resolvers[0],
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
export function wasRateLimited({ mx }: LookedUp): boolean {
  return mx.reading.kind === 'failed' && mx.reading.failure.code === 'rate-limited';
}
