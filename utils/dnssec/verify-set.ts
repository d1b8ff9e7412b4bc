/** Whether one of a set's signatures holds (RFC 4035 §5.3). */
import type { Name } from '@/utils/dns/name';
import { isAtOrBelow, sameName } from '@/utils/dns/name';
import { lastLabels, signedLabelCount } from './ancestors';
import type { DnssecCrypto } from './crypto';
import type { RecordSet, Signature } from './record-set';
import type { ChainReason } from './security';
import { signedData } from './signed-data';
import { MAX_CHECKS_PER_SET, type Work } from './work';
import type { SignedZone, ZoneKey } from './zone-key';

/** What checking needs beside the records. */
export interface Tools {
  readonly crypto: DnssecCrypto;
  /** Seconds since the epoch. */
  readonly now: number;
  readonly work: Work;
}

export type SetVerdict =
  | {
      readonly ok: true;
      /** Seconds. */
      readonly ttl: number;
      /** The records were made by the wildcard below this name; null if they stand in the zone as they are. */
      readonly madeBelow: Name | null;
    }
  | { readonly ok: false; readonly because: ChainReason };

/** Looks for a signature of the zone that holds now; any single one suffices (RFC 4035 §5.3.3, RFC 6840 §5.12). */
export async function verifySet(set: RecordSet, zone: SignedZone, tools: Tools): Promise<SetVerdict> {
  if (set.signatures.length === 0) return { ok: false, because: 'missing-signature' };
  let because: ChainReason = 'bad-signature';
  let left = MAX_CHECKS_PER_SET;
  for (const { signature, key } of candidates(set, zone)) {
    const data = signedData(set, signature);
    if (data === null) continue;
    left -= 1;
    if (left < 0 || !tools.work.takeCheck()) return { ok: false, because: 'too-much-work' };
    const { algorithm, publicKey } = key;
    if (!(await tools.crypto.verify(algorithm, publicKey, signature.data.signature, data))) continue;
    const untimely = whyUntimely(signature, tools.now);
    if (untimely === null) return accepted(set, signature, tools.now);
    because = untimely;
  }
  return { ok: false, because };
}

/** RFC 4035 §5.3.1: signer is the zone, algorithm and tag are those of one of its keys. */
function candidates(set: RecordSet, zone: SignedZone): { signature: Signature; key: ZoneKey }[] {
  if (!isAtOrBelow(set.name, zone.name)) return [];
  return set.signatures
    .filter(({ data }) => sameName(data.signer, zone.name))
    .flatMap((signature) =>
      zone.keys
        .filter(
          ({ tag, algorithm }) => tag === signature.data.keyTag && algorithm === signature.data.algorithm,
        )
        .map((key) => ({ signature, key })),
    );
}

/** RFC 4034 §3.1.5: times are compared as serial numbers (RFC 1982), good for 68 years to either side. */
function whyUntimely({ data }: Signature, now: number): ChainReason | null {
  if (secondsFrom(now, data.expiration) < 0) return 'expired';
  return secondsFrom(data.inception, now) < 0 ? 'not-yet-valid' : null;
}

function secondsFrom(start: number, end: number): number {
  return (end - start) | 0;
}

function accepted(set: RecordSet, { data, ttl }: Signature, now: number): SetVerdict {
  const made = data.labels < signedLabelCount(set.name);
  const lifetimes = [...set.records.map((record) => record.ttl), ttl, data.originalTtl];
  return {
    ok: true,
    // RFC 4035 §5.3.3.
    ttl: Math.min(...lifetimes, secondsFrom(now, data.expiration)),
    madeBelow: made ? lastLabels(set.name, data.labels) : null,
  };
}
