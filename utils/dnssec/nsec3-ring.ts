/** Hashing names for NSEC3 (RFC 5155 §5), within limits (RFC 9276 §3.2). */
import { nameKey, type Name } from '@/utils/dns/name';
import { canonicalNameWire } from '@/utils/dns/name-wire';
import type { DnssecCrypto } from './crypto';
import type { Denial } from './denial-records';
import type { HashedRing } from './nsec3-proof';
import type { Nsec3Record } from './nsec3-record';
import { compareOctets, hexText, joined } from './octets';
import type { Tools } from './verify-set';

/** RFC 9276 §3.2 lets validators choose; appendix A names 100 as what all but very few zones keep to. */
const MAX_ITERATIONS = 100;

/**
 * Makes the ring of a zone's NSEC3 records: those with the parameters of the first, for a zone has one
 * set of parameters at a time (RFC 5155 §8.2).
 */
export function makeRing(denial: Denial, tools: Tools): HashedRing | 'too-many-iterations' | null {
  const [first] = denial.nsec3;
  if (first === undefined) return null;
  if (denial.nsec3.some(({ iterations }) => iterations > MAX_ITERATIONS)) return 'too-many-iterations';
  const records = denial.nsec3.filter((record) => isAlike(record, first));
  const known = new Map<string, Promise<string>>();
  let exhausted = false;
  const hash = (name: Name): Promise<string | null> => {
    const key = nameKey(name);
    const before = known.get(key);
    if (before !== undefined) return before;
    exhausted ||= !tools.work.takeNameHash();
    if (exhausted) return Promise.resolve(null);
    const answer = hashName(name, first, tools.crypto);
    known.set(key, answer);
    return answer;
  };
  return { zone: denial.zone.name, records, hash, isExhausted: () => exhausted };
}

function isAlike(a: Nsec3Record, b: Nsec3Record): boolean {
  return a.iterations === b.iterations && compareOctets(a.salt, b.salt) === 0;
}

async function hashName(name: Name, parameters: Nsec3Record, crypto: DnssecCrypto): Promise<string> {
  let hash: Uint8Array = canonicalNameWire(name);
  for (let round = 0; round <= parameters.iterations; round += 1) {
    hash = await crypto.digest('SHA-1', joined([hash, parameters.salt]));
  }
  return hexText(hash);
}
