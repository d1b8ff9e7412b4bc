/** The order of names by which NSEC records form a ring (RFC 4034 §6.1). */
import type { Name } from '@/utils/dns/name';
import { canonicalNameWire } from '@/utils/dns/name-wire';
import { compareOctets } from './octets';

/** Below 0 if `a` comes before `b`, 0 if they are the same name: by labels from the right, as octets. */
export function compareNames(a: Name, b: Name): number {
  const [labels, others] = [labelsFromRight(a), labelsFromRight(b)];
  const shorter = Math.min(labels.length, others.length);
  for (let at = 0; at < shorter; at += 1) {
    const difference = compareOctets(labels[at] ?? NONE, others[at] ?? NONE);
    if (difference !== 0) return difference;
  }
  return labels.length - others.length;
}

const NONE = new Uint8Array(0);

function labelsFromRight(name: Name): Uint8Array[] {
  const wire = canonicalNameWire(name);
  const labels: Uint8Array[] = [];
  for (let at = 0; at < wire.length - 1;) {
    const end = at + 1 + (wire[at] ?? 0);
    labels.unshift(wire.subarray(at + 1, end));
    at = end;
  }
  return labels;
}
