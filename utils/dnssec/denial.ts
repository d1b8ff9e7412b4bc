/** What a zone proves not to be there, by NSEC or by NSEC3. */
import type { Name } from '@/utils/dns/name';
import type { Absence, CutProof } from './absence';
import type { Denial, NsecRecord } from './denial-records';
import { nsecCut, nsecDeniesAll, nsecDeniesName, nsecDeniesType } from './nsec-proof';
import { nsec3Cut, nsec3DeniesAll, nsec3DeniesName, nsec3DeniesType, type HashedRing } from './nsec3-proof';
import { makeRing } from './nsec3-ring';
import type { Tools } from './verify-set';

/** That the name does not exist, and no wildcard stands in for it. */
export function deniesName(denial: Denial, name: Name, tools: Tools): Promise<Absence> {
  return prove<Absence>(denial, tools, {
    nsec: (records) => nsecDeniesName(records, name),
    nsec3: (ring) => nsec3DeniesName(ring, name),
  });
}

/** That the name has no records of the type, nor is an alias. */
export function deniesType(denial: Denial, name: Name, type: number, tools: Tools): Promise<Absence> {
  return prove<Absence>(denial, tools, {
    nsec: (records) => nsecDeniesType(records, name, type),
    nsec3: (ring) => nsec3DeniesType(ring, name, type),
  });
}

/**
 * That the name does not exist, nor anything below it; asked of a name one label longer than the name
 * above the wildcard that was used (RFC 4035 §5.3.4; RFC 5155 §8.8).
 */
export function deniesAll(denial: Denial, name: Name, tools: Tools): Promise<Absence> {
  return prove<Absence>(denial, tools, {
    nsec: (records) => nsecDeniesAll(records, name),
    nsec3: (ring) => nsec3DeniesAll(ring, name),
  });
}

/** What the zone says of a name below it that has no DS record. */
export function cutProof(denial: Denial, name: Name, tools: Tools): Promise<CutProof> {
  return prove<CutProof>(denial, tools, {
    nsec: (records) => nsecCut(records, name),
    nsec3: (ring) => nsec3Cut(ring, name),
  });
}

interface Ways<T> {
  readonly nsec: (records: readonly NsecRecord[]) => T;
  readonly nsec3: (ring: HashedRing) => Promise<T>;
}

/** A zone uses one of the two; while it changes over, either may come and either suffices. */
async function prove<T extends Absence | CutProof>(
  denial: Denial,
  tools: Tools,
  ways: Ways<T>,
): Promise<T | 'unproven' | 'too-many-iterations' | 'too-much-work'> {
  const plain = ways.nsec(denial.nsec);
  if (plain !== 'unproven') return plain;
  const ring = makeRing(denial, tools);
  if (ring === null || ring === 'too-many-iterations') return ring ?? 'unproven';
  const hashed = await ways.nsec3(ring);
  return ring.isExhausted() ? 'too-much-work' : hashed;
}
