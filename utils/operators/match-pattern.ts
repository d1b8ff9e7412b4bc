/**
 * Patterns of MX hosts. A suffix would also cover customers' own machines at many providers, so a pattern
 * says how many labels it leaves open.
 */

/**
 * Whether `host` (lower-case A-labels, no final dot) fits: `*` stands for exactly one whole label, a
 * leading `**` for one or more. Total.
 */
export function matchesHostPattern(pattern: string, host: string): boolean {
  const wanted = pattern.split('.');
  const labels = host.split('.');
  const open = wanted[0] === '**';
  const fixed = open ? wanted.slice(1) : wanted;
  const extra = labels.length - fixed.length;
  if (open ? extra < 1 : extra !== 0) return false;
  return fixed.every((label, index) => label === '*' || label === labels[index + extra]);
}
