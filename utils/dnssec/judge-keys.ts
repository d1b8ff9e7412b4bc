/** Whether a zone's keys are those that the zone above, or the trust anchor, means (RFC 4035 §5.2). */
import { RR_TYPE, type DnsMessage } from '@/utils/dns/message';
import { canonicalNameWire } from '@/utils/dns/name-wire';
import { ROOT, type Name } from '@/utils/dns/name';
import { DIGESTS } from './algorithms';
import type { DnssecCrypto } from './crypto';
import { hexText, joined } from './octets';
import { recordSet } from './record-set';
import type { ChainReason, Security } from './security';
import { verifySet, type Tools } from './verify-set';
import { zoneKeys, type SignedZone, type ZoneKey } from './zone-key';

/** What is trusted of a zone: a DS record that has been validated, or a trust anchor. */
export interface TrustedDigest {
  readonly keyTag: number;
  readonly algorithm: number;
  readonly digestType: number;
  /** Lower-case hexadecimal. */
  readonly digest: string;
}

export type KeysVerdict =
  | { readonly ok: true; readonly zone: SignedZone; /** Seconds. */ readonly ttl: number }
  | { readonly ok: false; readonly result: Exclude<Security, 'secure'>; readonly because: ChainReason };

/**
 * The digests that can be used here; none means that the zone counts as unsigned (RFC 4035 §5.2). SHA-1
 * digests count only where there is no better one (RFC 4509 §3).
 */
export async function usableDigests(
  all: readonly TrustedDigest[],
  crypto: DnssecCrypto,
): Promise<TrustedDigest[]> {
  const supported = await Promise.all(
    all.map(async (one) => DIGESTS.has(one.digestType) && (await crypto.supports(one.algorithm))),
  );
  const usable = all.filter((_, index) => supported[index]);
  const better = usable.filter(({ digestType }) => digestType !== 1);
  return better.length > 0 ? better : usable;
}

/** Judges the answer to the question for a zone's DNSKEY records by digests that can be used. */
export async function judgeKeys(
  name: Name,
  message: DnsMessage,
  trusted: readonly TrustedDigest[],
  tools: Tools,
): Promise<KeysVerdict> {
  const set = recordSet(message.answers, name, RR_TYPE.DNSKEY);
  // The root has always been signed: whoever has no signature for it, gets none at all.
  if (name === ROOT && set.signatures.length === 0) {
    return { ok: false, result: 'indeterminate', because: 'signatures-stripped' };
  }
  const keys = zoneKeys(set.records);
  const entry = await matchingKeys(name, keys, trusted, tools);
  if (entry === null) return bogus('too-much-work');
  if (entry.length === 0) return bogus('no-matching-key');
  const verdict = await verifySet(set, { name, keys: entry }, tools);
  // A wildcard cannot make keys.
  if (verdict.ok && verdict.madeBelow !== null) return bogus('bad-signature');
  return verdict.ok ? { ok: true, zone: { name, keys }, ttl: verdict.ttl } : bogus(verdict.because);
}

/** Keys that one of the digests means (RFC 4034 §5.1.4); null when that is too much work. */
async function matchingKeys(
  name: Name,
  keys: readonly ZoneKey[],
  trusted: readonly TrustedDigest[],
  { crypto, work }: Tools,
): Promise<ZoneKey[] | null> {
  const found: ZoneKey[] = [];
  for (const one of trusted) {
    const hash = DIGESTS.get(one.digestType);
    if (hash === undefined) continue;
    for (const key of keys.filter(
      ({ tag, algorithm }) => tag === one.keyTag && algorithm === one.algorithm,
    )) {
      if (!work.takeKeyDigest()) return null;
      const digest = await crypto.digest(hash, joined([canonicalNameWire(name), key.rdata]));
      if (hexText(digest) === one.digest) found.push(key);
    }
  }
  return found;
}

function bogus(because: ChainReason): KeysVerdict {
  return { ok: false, result: 'bogus', because };
}
