/** One label of a domain name, as octets and as text (RFC 1035 §3.1, §5.1). */

/** RFC 1035 §2.3.4. */
export const MAX_LABEL_OCTETS = 63;
/** RFC 1035 §2.3.4: length octets and the root label included. */
export const MAX_NAME_OCTETS = 255;

const DOT = 0x2e;
const BACKSLASH = 0x5c;

/** Presentation form of one label's octets: `.` and `\` escaped by `\`, octets outside 0x21–0x7E as `\DDD`. */
export function labelText(octets: ArrayLike<number>): string {
  return Array.from(octets, octetText).join('');
}

function octetText(octet: number): string {
  if (octet === DOT || octet === BACKSLASH) return `\\${String.fromCharCode(octet)}`;
  if (octet >= 0x21 && octet <= 0x7e) return String.fromCharCode(octet);
  return `\\${String(octet).padStart(3, '0')}`;
}

/**
 * Reads one label in presentation form from `start` up to an unescaped dot or the end of the text.
 *
 * @returns its octets and the index of that dot (or the length of the text); null for a broken escape or
 * a character outside printable ASCII.
 */
export function readLabel(text: string, start: number): { octets: number[]; end: number } | null {
  const octets: number[] = [];
  let at = start;
  while (at < text.length && text.charCodeAt(at) !== DOT) {
    const octet = readOctet(text, at);
    if (octet === null) return null;
    octets.push(octet.value);
    at += octet.characters;
  }
  return { octets, end: at };
}

function readOctet(text: string, at: number): { value: number; characters: number } | null {
  const code = text.charCodeAt(at);
  if (code < 0x21 || code > 0x7e) return null;
  if (code !== BACKSLASH) return { value: code, characters: 1 };
  const next = text.charAt(at + 1);
  if (!/^[0-9]$/.test(next))
    return /^[!-~]$/.test(next) ? { value: next.charCodeAt(0), characters: 2 } : null;
  const digits = text.slice(at + 1, at + 4);
  // RFC 1035 §5.1: \DDD is one octet in decimal, all three digits written.
  return /^[0-9]{3}$/.test(digits) && Number(digits) <= 255 ? { value: Number(digits), characters: 4 } : null;
}
