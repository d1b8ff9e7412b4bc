/** The signed records by which a zone says what is not there: NSEC (RFC 4034 §4) and NSEC3 (RFC 5155 §3). */
import { RR_TYPE, type ResourceRecord } from '@/utils/dns/message';
import { sameName, type Name } from '@/utils/dns/name';
import { negativeTtl } from '@/utils/dns/answer';
import { parentOf, wildcardBelow } from './ancestors';
import { readNsec3, type Nsec3Record } from './nsec3-record';
import { hasSignature, recordSets, type RecordSet } from './record-set';
import type { ChainReason } from './security';
import { verifySet, type Tools } from './verify-set';
import { MAX_DENIAL_SETS } from './work';
import type { SignedZone } from './zone-key';

export interface NsecRecord {
  readonly owner: Name;
  readonly next: Name;
  readonly types: readonly number[];
}

/** What of it carries a valid signature of the zone. */
export interface Denial {
  readonly zone: SignedZone;
  readonly nsec: readonly NsecRecord[];
  readonly nsec3: readonly Nsec3Record[];
  /** Seconds for which all of it holds, negative caching considered (RFC 2308 §5, RFC 9077). */
  readonly ttl: number;
  /** Why there is no more of it, should it not suffice. */
  readonly because: ChainReason;
}

/** Keeps of an authority section what the zone signed. */
export async function verifiedDenial(
  section: readonly ResourceRecord[],
  zone: SignedZone,
  tools: Tools,
): Promise<Denial> {
  const sets = [...recordSets(section, RR_TYPE.NSEC), ...recordSets(section, RR_TYPE.NSEC3)];
  const own = sets.filter(({ signatures }) =>
    signatures.some(({ data }) => sameName(data.signer, zone.name)),
  );
  const records: ResourceRecord[] = [];
  let ttl = negativeTtl(section, zone.name) ?? Infinity;
  let because: ChainReason = hasSignature(section) ? 'no-proof' : 'missing-signature';
  for (const set of own.slice(0, MAX_DENIAL_SETS)) {
    const verdict = await verifySet(set, zone, tools);
    if (verdict.ok) {
      records.push(...asSigned(set, verdict.madeBelow));
      ttl = Math.min(ttl, verdict.ttl);
    } else because = verdict.because;
  }
  return { zone, nsec: records.flatMap(readNsec), nsec3: nsec3Of(records, zone.name), ttl, because };
}

/**
 * A record that a wildcard made says nothing of the name it was made for, only of the wildcard; there
 * some servers send the NSEC record of a wildcard so.
 */
function asSigned({ type, records }: RecordSet, madeBelow: Name | null): readonly ResourceRecord[] {
  if (madeBelow === null) return records;
  const name = type === RR_TYPE.NSEC ? wildcardBelow(madeBelow) : null;
  return name === null ? [] : records.map((record) => ({ ...record, name }));
}

function readNsec({ name, data }: ResourceRecord): NsecRecord[] {
  return data.type === 'NSEC' ? [{ owner: name, next: data.next, types: data.types }] : [];
}

/** NSEC3 records stand right below the top of their zone (RFC 5155 §3). */
function nsec3Of(records: readonly ResourceRecord[], zone: Name): Nsec3Record[] {
  const own = records.filter(({ name }) => sameName(parentOf(name), zone));
  return own.flatMap((record) => readNsec3(record) ?? []);
}
