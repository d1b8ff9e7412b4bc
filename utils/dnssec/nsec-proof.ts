/** Proofs by NSEC records, which form a ring of all names of a zone in canonical order (RFC 4035 §5.4). */
import { isAtOrBelow, sameName, type Name } from '@/utils/dns/name';
import type { Absence, CutProof } from './absence';
import { commonAncestor, labelCount, wildcardBelow } from './ancestors';
import { compareNames } from './canonical-order';
import type { NsecRecord } from './denial-records';
import { cutByTypes, endsHere, lacksType } from './type-rules';

/** By it a name says of itself that it does not exist (compact denial, RFC 9824 §3.1). */
const NXNAME = 128;

/** That the name does not exist, and no wildcard stands in for it. */
export function nsecDeniesName(records: readonly NsecRecord[], name: Name): Absence {
  if (at(records, name)?.types.includes(NXNAME) === true) return 'proven';
  const wildcard = wildcardFor(records, name);
  if (wildcard === null) return 'unproven';
  return wildcard === 'too-long' || absentBy(records, wildcard) !== null ? 'proven' : 'unproven';
}

/** That the name has no records of the type: its own list says so, or that of the wildcard standing in for it. */
export function nsecDeniesType(records: readonly NsecRecord[], name: Name, type: number): Absence {
  const own = at(records, name);
  if (own !== undefined) return lacksType(own.types, type) ? 'proven' : 'unproven';
  if (isEmpty(records, name)) return 'proven';
  const wildcard = wildcardFor(records, name);
  if (wildcard === null || wildcard === 'too-long') return 'unproven';
  const stand = at(records, wildcard);
  if (stand !== undefined) return lacksType(stand.types, type) ? 'proven' : 'unproven';
  return isEmpty(records, wildcard) ? 'proven' : 'unproven';
}

/** That neither the name nor anything below it exists. */
export function nsecDeniesAll(records: readonly NsecRecord[], name: Name): Absence {
  return absentBy(records, name) === null ? 'unproven' : 'proven';
}

/** What the zone above says of a name without DS. */
export function nsecCut(records: readonly NsecRecord[], name: Name): CutProof {
  const own = at(records, name);
  if (own !== undefined) return cutByTypes(own.types);
  if (isEmpty(records, name)) return 'no-cut';
  return absentBy(records, name) === null ? 'unproven' : 'nothing-there';
}

function at(records: readonly NsecRecord[], name: Name): NsecRecord | undefined {
  return records.find(({ owner }) => sameName(owner, name));
}

/** The name lies between two neighbours of the ring. The last record leads back to the top of the zone. */
function covers({ owner, next, types }: NsecRecord, name: Name): boolean {
  if (isAtOrBelow(name, owner) && endsHere(types)) return false;
  if (compareNames(owner, name) >= 0) return false;
  return compareNames(name, next) < 0 || (compareNames(next, owner) <= 0 && isAtOrBelow(name, next));
}

/** The record that shows that nothing is at or below the name. */
function absentBy(records: readonly NsecRecord[], name: Name): NsecRecord | null {
  return records.find((record) => covers(record, name) && !isAtOrBelow(record.next, name)) ?? null;
}

/** An empty non-terminal: no records, but names below it (RFC 8020 §2). */
function isEmpty(records: readonly NsecRecord[], name: Name): boolean {
  return records.some((record) => covers(record, name) && isAtOrBelow(record.next, name));
}

/** The wildcard that would stand in for an absent name: that of its closest encloser (RFC 4592 §3.3.1). */
function wildcardFor(records: readonly NsecRecord[], name: Name): Name | 'too-long' | null {
  const record = absentBy(records, name);
  if (record === null) return null;
  const [a, b] = [commonAncestor(name, record.owner), commonAncestor(name, record.next)];
  return wildcardBelow(labelCount(a) > labelCount(b) ? a : b) ?? 'too-long';
}
