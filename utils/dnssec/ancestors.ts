/** Names above a name, and the wildcard below it. */
import { ROOT, nameLabels, parseName, type Name } from '@/utils/dns/name';

/** Labels without the root's. */
export function labelCount(name: Name): number {
  return nameLabels(name).length;
}

/** Labels as RRSIG counts them: an asterisk in front does not count (RFC 4034 §3.1.3). */
export function signedLabelCount(name: Name): number {
  const labels = nameLabels(name);
  return labels[0] === '*' ? labels.length - 1 : labels.length;
}

/** The name made of the last `count` labels; the whole name if it has no more than that. */
export function lastLabels(name: Name, count: number): Name {
  const labels = nameLabels(name);
  return count >= labels.length ? name : (parseName(labels.slice(labels.length - count).join('.')) ?? ROOT);
}

/** The name without its first label; the root for the root. */
export function parentOf(name: Name): Name {
  return lastLabels(name, Math.max(0, labelCount(name) - 1));
}

/** `*.name`; null if that would be too long for a name. */
export function wildcardBelow(name: Name): Name | null {
  return parseName(name === ROOT ? '*' : `*.${name}`);
}

/** The longest name that both are at or below. */
export function commonAncestor(a: Name, b: Name): Name {
  const [labels, others] = [a, b].map((name) => nameLabels(name).reverse());
  let shared = 0;
  while (isSame(labels?.[shared], others?.[shared])) shared += 1;
  return lastLabels(a, shared);
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a.toLowerCase() === b?.toLowerCase();
}
