/**
 * Domain names as DNS sees them: a sequence of labels of up to 63 octets, compared without regard to
 * ASCII case (RFC 1035 §2.3.1, §3.1; RFC 4343).
 *
 * A `Name` is the presentation form of RFC 1035 §5.1 without the final dot; the root is `.`. A dot or
 * backslash inside a label is written `\.` or `\\`, any other octet outside 0x21–0x7E as `\DDD`, so that
 * no two different names ever share a text. Case is kept as received.
 */
import { MAX_LABEL_OCTETS, MAX_NAME_OCTETS, labelText, readLabel } from './label';

export type Name = string & { readonly __name: unique symbol };

/** The root of the DNS. */
export const ROOT = '.' as Name;

/** A name has at most 254 octets of labels and length octets, each written with at most four characters. */
const MAX_TEXT = 4 * MAX_NAME_OCTETS;

/**
 * Reads the presentation form of a name (RFC 1035 §5.1); a final dot is allowed and dropped.
 *
 * @returns null for text that is no name: empty labels, labels over 63 octets, names over 255 octets on
 * the wire, a broken escape, or characters outside printable ASCII (an IDN comes as A-labels, RFC 5890).
 */
export function parseName(text: string): Name | null {
  if (text === '.') return ROOT;
  if (text === '' || text.length > MAX_TEXT) return null;
  const labels: number[][] = [];
  let at = 0;
  while (at < text.length) {
    const label = readLabel(text, at);
    if (label === null || label.octets.length === 0) return null;
    labels.push(label.octets);
    at = label.end + 1;
  }
  return nameFromLabels(labels);
}

/**
 * Puts labels (octets, without the root label) together to a name.
 *
 * @returns null if a label is empty or over 63 octets, or the name is over 255 octets (RFC 1035 §2.3.4).
 */
export function nameFromLabels(labels: readonly ArrayLike<number>[]): Name | null {
  let octets = 1;
  for (const label of labels) {
    if (label.length === 0 || label.length > MAX_LABEL_OCTETS) return null;
    octets += label.length + 1;
  }
  if (octets > MAX_NAME_OCTETS) return null;
  return labels.length === 0 ? ROOT : (labels.map(labelText).join('.') as Name);
}

/** The labels of a name, left-most first, each in presentation form; none for the root. */
export function nameLabels(name: Name): string[] {
  return name === ROOT ? [] : (name.match(/(?:\\\d{3}|\\.|[^.\\])+/g) ?? []);
}

/** The name with ASCII letters in lower case: equal names have equal keys, different names different ones. */
export function nameKey(name: Name): string {
  return name.toLowerCase();
}

/** Whether DNS takes the two for the same name: without regard to ASCII case, and only that (RFC 4343 §3). */
export function sameName(a: Name, b: Name): boolean {
  return nameKey(a) === nameKey(b);
}

/** Whether `name` is `ancestor` itself or lies below it. */
export function isAtOrBelow(name: Name, ancestor: Name): boolean {
  const above = nameLabels(ancestor).map((label) => label.toLowerCase());
  const labels = nameLabels(name).map((label) => label.toLowerCase());
  const skipped = labels.length - above.length;
  return skipped >= 0 && above.every((label, index) => label === labels[skipped + index]);
}

/**
 * The name as host text for people, URLs and policies: lower case, no final dot.
 *
 * Labels are letters, digits and inner hyphens (RFC 1123 §2.1); underscores pass, because real mail
 * hosts have them. A name whose last label is a number would be read as an IPv4 address and is none.
 *
 * @returns null if the name is no host name: the root, other characters, a number at the end.
 */
export function hostText(name: Name): string | null {
  const key = nameKey(name);
  if (!/^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.|$))+$/.test(key) || key.endsWith('.')) return null;
  return /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/.test(key) ? null : key;
}
