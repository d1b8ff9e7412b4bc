/** From the name of an MX host to whoever runs it. */
import { matchesHostPattern } from './match-pattern';
import type { Operator } from './operator';
import { OPERATORS } from './operator-table';

/** The operator of `host` (lower-case A-labels, no final dot), or null. The name alone decides; nothing is proved. */
export function operatorOf(host: string): Operator | null {
  return (
    OPERATORS.find(({ patterns }) => patterns.some((pattern) => matchesHostPattern(pattern, host))) ?? null
  );
}
