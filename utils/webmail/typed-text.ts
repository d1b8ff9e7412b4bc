/**
 * Addresses typed but not yet turned into a chip. Half an address must not be looked up, so text counts
 * once it is finished by a separator, once typing has paused, or once the input has lost the focus.
 */
import { splitRecipients } from '@/utils/address/recipient-list';
import { valueOf } from './extract';

/** Milliseconds without a change after which typing has paused. */
export const TYPING_PAUSE = 800;

export interface TypedReading {
  /** Recipients that count. */
  readonly texts: readonly string[];
  /** Somebody is typing what may become an address: look again after the pause. */
  readonly typing: boolean;
}

/** Remembers since when each input is unchanged. `now` in milliseconds. */
export function makeTypedReader(now: () => number): (input: Element) => TypedReading {
  const seen = new WeakMap<Element, { value: string; since: number }>();
  return (input) => {
    const value = valueOf(input);
    const before = seen.get(input);
    const since = before?.value === value ? before.since : now();
    seen.set(input, { value, since });
    const focused = input.ownerDocument.activeElement === input;
    return readTyped(value, focused, now() - since >= TYPING_PAUSE);
  };
}

function readTyped(value: string, focused: boolean, paused: boolean): TypedReading {
  const parts = splitRecipients(value);
  // Without an "@" in the middle it is a search in the address book so far.
  const isAddress = /[^@\s]@[^@\s]/.test(parts.at(-1) ?? '');
  const finished = !focused || /[,;]\s*$/.test(value) || (isAddress && paused);
  return finished ? { texts: parts, typing: false } : { texts: parts.slice(0, -1), typing: isAddress };
}
