/** Short forms for the rows of the sender table. */
import type { Answer, SenderFact } from './sender';

/** Somebody watched what the sender does. */
export function measured(value: Answer, source: string, asOf: string): SenderFact {
  return { value, kind: 'measured', source, asOf };
}

/** The provider or maker says so. */
export function documented(value: Answer, source: string, asOf: string): SenderFact {
  return { value, kind: 'documented', source, asOf };
}

/** Somebody else says so. */
export function reported(value: Answer, source: string, asOf: string): SenderFact {
  return { value, kind: 'third-party', source, asOf };
}

/** No source was found that says. */
export const NOT_FOUND: SenderFact = { value: 'unknown', kind: 'none', source: '', asOf: '' };
