/** The list of types that exist at a name, in NSEC and NSEC3 (RFC 4034 §4.1.2, RFC 5155 §3.2.1). */
import type { WireReader } from './wire-reader';

const WINDOW_TYPES = 256;
const MAX_BITMAP_OCTETS = 32;
const OPT = 41;

/**
 * Reads all that is left as window blocks and returns the type numbers, ascending.
 *
 * A map has one proper form only: windows ascending, none empty, no zero octet at the end. Bits of
 * pseudo-types are ignored, as they must be, except NXNAME (128), by which compact denial says that the
 * name does not exist (RFC 9824 §3.1).
 */
export function readTypeBitmap(reader: WireReader): number[] {
  const types: number[] = [];
  let previous = -1;
  while (reader.remaining > 0) {
    const window = reader.uint8();
    const bitmap = reader.characterString();
    const proper = window > previous && bitmap.length <= MAX_BITMAP_OCTETS && (bitmap.at(-1) ?? 0) !== 0;
    if (!proper) reader.fail('type-bitmap');
    types.push(...typesOf(window, bitmap));
    previous = window;
  }
  return reader.fault === null ? types : [];
}

function typesOf(window: number, bitmap: Uint8Array): number[] {
  const types: number[] = [];
  bitmap.forEach((octet, index) => {
    for (let bit = 0; bit < 8; bit += 1) {
      const type = window * WINDOW_TYPES + index * 8 + bit;
      if ((octet & (0x80 >> bit)) !== 0 && !isPseudoType(type)) types.push(type);
    }
  });
  return types;
}

function isPseudoType(type: number): boolean {
  return type === 0 || type === OPT || (type > 128 && type <= 255);
}
