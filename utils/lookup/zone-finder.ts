/**
 * Goes down the tree from the trust anchor to the zone a name lies in (RFC 4035 §5): for each label the
 * question whether a zone begins there (DS), and for each zone its keys (DNSKEY).
 */
import { ROOT, nameKey, type Name } from '@/utils/dns/name';
import type { DnsMessage, RrTypeName } from '@/utils/dns/message';
import { labelCount, parentOf } from '@/utils/dnssec/ancestors';
import type { DnssecCrypto } from '@/utils/dnssec/crypto';
import { judgeCut } from '@/utils/dnssec/judge-cut';
import { judgeKeys, usableDigests, type TrustedDigest } from '@/utils/dnssec/judge-keys';
import type { ChainStep } from '@/utils/dnssec/security';
import type { TrustAnchor } from '@/utils/dnssec/trust-anchor';
import type { Tools } from '@/utils/dnssec/verify-set';
import { allowWork } from '@/utils/dnssec/work';
import { endOf, type ZoneFinding } from '@/utils/dnssec/zone-finding';
import type { QueryDns } from './effects';
import type { ZoneKeyCache } from './zone-key-cache';

/** Mail has no names of more labels; each may cost a question. */
const MAX_LABELS = 20;
/** Seconds for which a chain that does not hold is not tried again (RFC 4035 §4.7). */
const BOGUS_TTL = 30;
/** Seconds for which a question that got no answer is not asked again (RFC 9520 §3.2). */
const FAILED_TTL = 5;

export interface ZoneFinderOptions {
  /** Asks with DO set. */
  readonly query: QueryDns;
  readonly anchors: readonly TrustAnchor[];
  readonly crypto: DnssecCrypto;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly zoneKeys: ZoneKeyCache;
}

/** `signed`: the name is said to be the top of a signed zone, so all questions may go out at once. */
export type FindZone = (name: Name, signed: boolean, signal: AbortSignal) => Promise<ZoneFinding>;

/** Makes the function that finds the zone a name lies in. It never rejects. */
export function makeZoneFinder(options: ZoneFinderOptions): FindZone {
  const find: FindZone = async (name, signed, signal) => {
    const search = { ...options, find, signed, signal };
    const make = (): Promise<ZoneFinding> => (name === ROOT ? findRoot(search) : findBelow(search, name));
    const { finding, joined } = await options.zoneKeys.find(nameKey(name), make);
    // Whoever made it may have run out of time; we have not.
    const retry = joined && isUnanswered(finding) && !signal.aborted;
    return retry ? (await options.zoneKeys.find(nameKey(name), make)).finding : finding;
  };
  return find;
}

interface Search extends ZoneFinderOptions {
  readonly find: FindZone;
  readonly signed: boolean;
  readonly signal: AbortSignal;
}

function isUnanswered(finding: ZoneFinding): boolean {
  return finding.kind === 'unsigned' && finding.because === 'no-answer';
}

async function findRoot(search: Search): Promise<ZoneFinding> {
  const anchors = search.anchors.filter(({ owner }) => owner === ROOT);
  const digests = await usableDigests(anchors, search.crypto);
  if (digests.length === 0) return endOf([], ROOT, 'insecure', 'unsupported-algorithm');
  return findKeys(search, ROOT, digests, [], Infinity, ask(search, ROOT, 'DNSKEY'));
}

async function findBelow(search: Search, name: Name): Promise<ZoneFinding> {
  const { find, signed, signal } = search;
  const early = signed ? { cut: ask(search, name, 'DS'), keys: ask(search, name, 'DNSKEY') } : null;
  const parent = parentOf(name);
  // A name of one label is always a zone.
  const above = await find(parent, signed && labelCount(parent) === 1, signal);
  if (above.kind === 'unsigned' || above.isEmpty) return above;
  if (labelCount(name) > MAX_LABELS) return endOf(above.chain, name, 'bogus', 'too-much-work', BOGUS_TTL);
  const message = await (early?.cut ?? ask(search, name, 'DS'));
  if (message === null) return unanswered(above.chain, name, signal);
  const cut = await judgeCut(name, message, above.zone, tools(search));
  const ttl = Math.min(above.ttl, cut.ttl);
  switch (cut.kind) {
    case 'no-cut':
      return { ...above, isEmpty: cut.isEmpty, ttl };
    case 'end':
      return endOf(above.chain, name, cut.result, cut.because, cut.result === 'insecure' ? ttl : BOGUS_TTL);
    case 'signed':
      return findKeys(
        search,
        name,
        cut.digests,
        above.chain,
        ttl,
        early?.keys ?? ask(search, name, 'DNSKEY'),
      );
  }
}

async function findKeys(
  search: Search,
  name: Name,
  digests: readonly TrustedDigest[],
  above: readonly ChainStep[],
  ttl: number,
  answer: Promise<DnsMessage | null>,
): Promise<ZoneFinding> {
  const message = await answer;
  if (message === null) return unanswered(above, name, search.signal);
  const verdict = await judgeKeys(name, message, digests, tools(search));
  if (!verdict.ok) return endOf(above, name, verdict.result, verdict.because, BOGUS_TTL);
  const because = name === ROOT ? 'anchored' : 'delegated';
  return {
    kind: 'signed',
    zone: verdict.zone,
    isEmpty: false,
    chain: [...above, { zone: name, result: 'secure', because }],
    ttl: Math.min(ttl, verdict.ttl),
  };
}

function unanswered(above: readonly ChainStep[], name: Name, signal: AbortSignal): ZoneFinding {
  return endOf(above, name, 'indeterminate', 'no-answer', signal.aborted ? 0 : FAILED_TTL);
}

async function ask({ query, signal }: Search, name: Name, type: RrTypeName): Promise<DnsMessage | null> {
  const outcome = await query(name, type, signal, { checkingDisabled: true });
  return outcome.status === 'answered' ? outcome.message : null;
}

/** Each step has an allowance of its own: it is made once for all who need it. */
function tools({ crypto, now }: Search): Tools {
  return { crypto, now: Math.floor(now() / 1000), work: allowWork() };
}
