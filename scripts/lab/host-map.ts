/**
 * Which loopback port stands for which https host. A key is a host name or `*.suffix`; exact names win
 * over wildcards, longer wildcards over shorter ones.
 */
export type HostMap = Readonly<Record<string, number>>;

/** The port that stands for the host; null if the host does not exist in this little world. */
export function portOf(map: HostMap, host: string): number | null {
  const name = host.toLowerCase();
  for (const pattern of orderedPatterns(map)) {
    const matches = pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : name === pattern;
    if (matches) return map[pattern] ?? null;
  }
  return null;
}

/** The patterns in the order in which they are tried. */
export function orderedPatterns(map: HostMap): string[] {
  const rank = (pattern: string): number => (pattern.startsWith('*.') ? 1 : 0);
  return Object.keys(map).sort((a, b) => rank(a) - rank(b) || b.length - a.length);
}
