/** Proofs by NSEC3 records, which form a ring of hashed names (RFC 5155 §8). */
import type { Name } from '@/utils/dns/name';
import type { Absence, CutProof } from './absence';
import { labelCount, lastLabels, wildcardBelow } from './ancestors';
import type { Nsec3Record } from './nsec3-record';
import { cutByTypes, endsHere, lacksType } from './type-rules';

/** The records of one zone, all of one salt and count of iterations, and how to hash a name. */
export interface HashedRing {
  readonly zone: Name;
  readonly records: readonly Nsec3Record[];
  /** Lower-case hexadecimal; null when the allowance of hashes is used up. */
  readonly hash: (name: Name) => Promise<string | null>;
  /** Whether `hash` ever gave null: then nothing that was not found counts as absent. */
  readonly isExhausted: () => boolean;
}

/** The closest encloser proof (RFC 5155 §8.3). */
interface Enclosed {
  readonly encloser: Name;
  /** Covers the name one label longer than the encloser, on the way to the absent name. */
  readonly covering: Nsec3Record;
}

/** RFC 5155 §8.4. */
export async function nsec3DeniesName(ring: HashedRing, name: Name): Promise<Absence> {
  const enclosed = await enclose(ring, name);
  if (enclosed === null) return 'unproven';
  const wildcard = wildcardBelow(enclosed.encloser);
  if (wildcard !== null && (await coveringOf(ring, wildcard)) === undefined) return 'unproven';
  return absence(enclosed.covering);
}

/** RFC 5155 §8.5–8.7. */
export async function nsec3DeniesType(ring: HashedRing, name: Name, type: number): Promise<Absence> {
  const own = await matching(ring, name);
  if (own !== undefined) return lacksType(own.types, type) ? 'proven' : 'unproven';
  const enclosed = await enclose(ring, name);
  if (enclosed === null) return 'unproven';
  const wildcard = wildcardBelow(enclosed.encloser);
  const stand = wildcard === null ? undefined : await matching(ring, wildcard);
  if (stand !== undefined) return lacksType(stand.types, type) ? absence(enclosed.covering) : 'unproven';
  // Data of an unsigned zone that begins in the range (RFC 5155 §8.6, §9.2).
  return enclosed.covering.optOut ? 'opt-out' : 'unproven';
}

/** That the name does not exist, when its encloser is known from a wildcard's signature (RFC 5155 §8.8). */
export async function nsec3DeniesAll(ring: HashedRing, name: Name): Promise<Absence> {
  const covering = await coveringOf(ring, name);
  return covering === undefined ? 'unproven' : absence(covering);
}

/** What the zone above says of a name without DS (RFC 5155 §8.6, §8.9). */
export async function nsec3Cut(ring: HashedRing, name: Name): Promise<CutProof> {
  const own = await matching(ring, name);
  if (own !== undefined) return cutByTypes(own.types);
  const enclosed = await enclose(ring, name);
  if (enclosed === null) return 'unproven';
  return enclosed.covering.optOut ? 'opt-out' : 'nothing-there';
}

function absence({ optOut }: Nsec3Record): Absence {
  return optOut ? 'opt-out' : 'proven';
}

async function enclose(ring: HashedRing, name: Name): Promise<Enclosed | null> {
  const top = labelCount(ring.zone);
  for (let labels = labelCount(name) - 1; labels >= top; labels -= 1) {
    const encloser = lastLabels(name, labels);
    const match = await matching(ring, encloser);
    if (match === undefined) continue;
    const covering = await coveringOf(ring, lastLabels(name, labels + 1));
    return covering === undefined || endsHere(match.types) ? null : { encloser, covering };
  }
  return null;
}

async function matching(ring: HashedRing, name: Name): Promise<Nsec3Record | undefined> {
  const hash = await ring.hash(name);
  return ring.records.find((record) => record.hash === hash);
}

async function coveringOf(ring: HashedRing, name: Name): Promise<Nsec3Record | undefined> {
  const hash = await ring.hash(name);
  return hash === null ? undefined : ring.records.find((record) => covers(record, hash));
}

/** Strictly between two neighbours; the last record leads back to the first. */
function covers({ hash: start, next: end }: Nsec3Record, hash: string): boolean {
  if (start < end) return start < hash && hash < end;
  return start < hash || hash < end;
}
