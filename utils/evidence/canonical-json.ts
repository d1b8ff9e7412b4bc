/**
 * JSON in the one form that signatures are made over (RFC 8785): no blanks, members sorted by UTF-16 code
 * units, numbers and strings as ECMAScript writes them. So a list may be reformatted or compressed on its
 * way without losing its signature.
 */

/** The canonical text of a JSON value; a member that is undefined is left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
