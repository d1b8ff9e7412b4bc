/** Addresses as text. */

/** Dotted decimal of four octets. */
export function ipv4Text(octets: Uint8Array): string {
  return octets.join('.');
}

/** The one recommended form of an IPv6 address of sixteen octets (RFC 5952 §4). */
export function ipv6Text(octets: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, index) =>
    (((octets[2 * index] ?? 0) << 8) | (octets[2 * index + 1] ?? 0)).toString(16),
  );
  const { start, length } = longestZeroRun(groups);
  // RFC 5952 §4.2.2: "::" never stands for a single group.
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}

/** RFC 5952 §4.2.3: the longest run, of equal ones the first. */
function longestZeroRun(groups: readonly string[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let length = 0;
  groups.forEach((group, index) => {
    length = group === '0' ? length + 1 : 0;
    if (length > best.length) best = { start: index - length + 1, length };
  });
  return best;
}
