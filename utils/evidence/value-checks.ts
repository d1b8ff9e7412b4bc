/** Small questions about values of unknown shape, for reading lists that strangers wrote. */

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the object has exactly these members; those in `optional` may be missing. */
export function hasExactly(
  value: Fields,
  names: readonly string[],
  optional: readonly string[] = [],
): boolean {
  const present = Object.keys(value);
  return (
    names.every((name) => Object.hasOwn(value, name)) &&
    present.every((name) => names.includes(name) || optional.includes(name))
  );
}

/** Text of at most so many characters, without controls or marks that turn the line round. */
export function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest && !/[\p{Cc}\p{Bidi_Control}]/u.test(value);
}

/** The same, and not empty. */
export function isName(value: unknown, longest: number): value is string {
  return isText(value, longest) && value !== '';
}

/** Milliseconds since the epoch from 1970 to 9999. */
export function isMoment(value: unknown): value is number {
  return isCount(value, 253_402_300_799_999);
}

/** A whole number from 0 to `most`. */
export function isCount(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}

export function isOneOf<T>(value: unknown, values: readonly T[]): value is T {
  return (values as readonly unknown[]).includes(value);
}

export function isNullOr<T>(value: unknown, check: (value: unknown) => value is T): value is T | null {
  return value === null || check(value);
}

const LABEL = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const HOST = new RegExp(`^(?:${LABEL}\\.)*${LABEL}$`);

/** A host name in lower-case A-labels without final dot; never an IP address. */
export function isHostName(value: string): boolean {
  return value.length <= 253 && HOST.test(value) && !/(?:^|\.)(?:\d+|0x[0-9a-f]*)$/.test(value);
}

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);

/** The family of an address in text; null for any other text. IPv6 in lower case, without zone. */
export function familyOf(address: string): 4 | 6 | null {
  if (IPV4.test(address)) return 4;
  return isIpv6(address) ? 6 : null;
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return false;
  return halves.length === 2 ? groups.length <= 7 : groups.length === 8;
}
