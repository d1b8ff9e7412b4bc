/** DNS answers over the real network, shared by all look-ups, and validated from the real root. */
import type { TrustAnchor } from '@/utils/dnssec/trust-anchor';
import { ROOT_ANCHORS } from '@/utils/dnssec/trust-anchor';
import { shareAnswers } from '@/utils/lookup/answer-cache';
import type { LookupEffects } from '@/utils/lookup/effects';
import { makeValidator } from '@/utils/lookup/validate-chain';
import type { ZoneKeyCache } from '@/utils/lookup/zone-key-cache';
import { makeZoneKeyCache } from '@/utils/lookup/zone-key-cache';
import { makeDohClient } from '@/utils/network/doh-client';
import type { Fetch } from '@/utils/network/fetch';
import { makeTokenBucket, QUERY_LIMIT } from '@/utils/network/token-bucket';
import { mayFetch } from '@/utils/permissions/held-permissions';
import { after, now } from './clock';

/** One question to a resolver; RFC 1035 §4.2.1 waits about as long. */
const QUERY_TIMEOUT_MS = 5_000;

export type Answers = Pick<LookupEffects, 'query' | 'validate'>;

/** Who is asked, and whether private windows ask: they share nothing with the others. */
export interface AnswerKind {
  /** URLs, the first asked first; at least one. */
  readonly resolvers: readonly [string, ...string[]];
  readonly incognito: boolean;
}

export interface AnswerOptions {
  readonly fetch: Fetch;
  /** Keys of the root that are trusted: those of the real root, but for a test with a root of its own. */
  readonly anchors?: readonly TrustAnchor[];
}

/** Gives the answers of a kind, always the same ones. */
export function makeAnswers({ fetch, anchors = ROOT_ANCHORS }: AnswerOptions): (kind: AnswerKind) => Answers {
  const bucket = makeTokenBucket({ ...QUERY_LIMIT, now });
  const edge = { fetch, now, after, hasPermission: mayFetch, takeToken: () => bucket.take() };
  const ordinary = makeZoneKeyCache({ now });
  const hidden = makeZoneKeyCache({ now });
  const wire = ({ resolvers }: AnswerKind, zoneKeys: ZoneKeyCache): Answers => {
    const query = shareAnswers(makeDohClient({ ...edge, resolvers, timeoutMs: QUERY_TIMEOUT_MS }), now);
    const { validate } = makeValidator({ query, anchors, crypto: crypto.subtle, now, zoneKeys });
    return { query, validate };
  };
  const made = new Map<string, Answers>();
  return (kind) => {
    const key = JSON.stringify([kind.resolvers, kind.incognito]);
    const answers = made.get(key) ?? wire(kind, kind.incognito ? hidden : ordinary);
    made.set(key, answers);
    return answers;
  };
}
