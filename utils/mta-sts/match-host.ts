/** Does an MX host fall under a policy (RFC 8461 §4.1)? */
import { isMxPattern } from './mx-pattern';

/**
 * Whether one of a policy's `mx` patterns covers the host.
 *
 * In: patterns as published; the exchange name of the MX record itself in A-labels, not its CNAME target
 * (RFC 8461 §4.1). Names compare without regard to ASCII case, a final dot of the host does not count.
 * What is no pattern, such as one in U-labels, covers nothing.
 */
export function matchesPolicy(patterns: readonly string[], host: string): boolean {
  const name = asciiLower(host.endsWith('.') ? host.slice(0, -1) : host);
  if (name === '') return false;
  return patterns.some((pattern) => isMxPattern(pattern) && covers(asciiLower(pattern), name));
}

/** `*.` stands for exactly one whole left-most label (RFC 8461 §4.1, RFC 6125 §6.4.3). */
function covers(pattern: string, name: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === name;
  const dot = name.indexOf('.');
  return dot > 0 && name.slice(dot) === pattern.slice(1);
}

/** Only A–Z: the Kelvin sign and its like must not turn into letters (RFC 4343). */
function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
