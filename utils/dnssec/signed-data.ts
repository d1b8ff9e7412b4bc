/** The octets that a signature signs (RFC 4034 §3.1.8.1, RFC 4035 §5.3.2). */
import { canonicalNameWire } from '@/utils/dns/name-wire';
import { lastLabels, signedLabelCount, wildcardBelow } from './ancestors';
import { canonicalData } from './canonical-data';
import { compareOctets, fourOctets, joined, twoOctets } from './octets';
import type { RecordSet, Signature } from './record-set';

const CLASS_IN = 1;
/** Type covered, algorithm, labels, original TTL, expiration, inception, key tag (RFC 4034 §3.1). */
const FIXED_OCTETS = 18;

/**
 * The RRSIG RDATA without its signature, then every record in canonical form and order, duplicates once.
 *
 * @returns null where the signature claims more labels than the name has (RFC 4035 §5.3.1).
 */
export function signedData(set: RecordSet, signature: Signature): Uint8Array<ArrayBuffer> | null {
  const owner = signedOwner(set, signature);
  if (owner === null) return null;
  const { data, rdata } = signature;
  const head = joined([owner, twoOctets(set.type), twoOctets(CLASS_IN), fourOctets(data.originalTtl)]);
  return joined([
    rdata.subarray(0, FIXED_OCTETS),
    canonicalNameWire(data.signer),
    ...canonicalRecords(set).flatMap((octets) => [head, twoOctets(octets.length), octets]),
  ]);
}

/** The name that was signed: of a record that a wildcard made, the wildcard (RFC 4035 §5.3.2). */
function signedOwner(set: RecordSet, { data }: Signature): Uint8Array | null {
  const labels = signedLabelCount(set.name);
  if (data.labels > labels) return null;
  if (data.labels === labels) return canonicalNameWire(set.name);
  const wildcard = wildcardBelow(lastLabels(set.name, data.labels));
  return wildcard === null ? null : canonicalNameWire(wildcard);
}

function canonicalRecords(set: RecordSet): Uint8Array[] {
  const sorted = set.records.map(({ rdata }) => canonicalData(set.type, rdata)).sort(compareOctets);
  return sorted.filter((octets, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareOctets(before, octets) !== 0;
  });
}
