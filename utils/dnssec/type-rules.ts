/** What the list of types at a name allows to conclude, for NSEC and NSEC3 alike. */
import { RR_TYPE } from '@/utils/dns/message';
import type { CutProof } from './absence';

/** A delegation as the zone above has it: such a record speaks for nothing below it (RFC 6840 §4.1). */
export function isDelegation(types: readonly number[]): boolean {
  return types.includes(RR_TYPE.NS) && !types.includes(RR_TYPE.SOA);
}

/** Names below are another zone's, or a DNAME's: the record cannot deny them (RFC 6840 §4.1). */
export function endsHere(types: readonly number[]): boolean {
  return isDelegation(types) || types.includes(RR_TYPE.DNAME);
}

/**
 * Whether there are no records of the type at the name. An alias would be an answer (RFC 6840 §4.3); of a
 * delegation the zone above knows the DS only, and of that the zone itself knows nothing (RFC 4035 §5.2).
 */
export function lacksType(types: readonly number[], type: number): boolean {
  if (types.includes(type) || types.includes(RR_TYPE.CNAME)) return false;
  return type === RR_TYPE.DS ? !types.includes(RR_TYPE.SOA) : !isDelegation(types);
}

/** What the list says of a name that was asked for DS (RFC 6840 §4.4). */
export function cutByTypes(types: readonly number[]): CutProof {
  // An apex is what the zone itself says, not the zone above; a DS or CNAME record would have been sent.
  if (!lacksType(types, RR_TYPE.DS)) return 'unproven';
  return types.includes(RR_TYPE.NS) ? 'unsigned-delegation' : 'no-cut';
}
