/** Names in a message: labels, and pointers to names that stood earlier (RFC 1035 §4.1.4). */
import { MAX_NAME_OCTETS } from './label';
import type { Name } from './name';
import { nameFromWire } from './name-wire';
import type { WireReader } from './wire-reader';

const HEADER_OCTETS = 12;
const LABEL_TYPE = 0xc0;
/** A name has at most 127 labels, and no use for more pointers than that. */
const MAX_POINTERS = 127;
const ROOT_WIRE = Uint8Array.of(0);

/** Where a name is being read: `at` moves on; nothing at or after `end` belongs to the name. */
interface Place {
  at: number;
  start: number;
  end: number;
  pointers: number;
}

/**
 * Reads a name and returns its uncompressed wire form, case kept; the root after a fault.
 *
 * @param compression whether pointers may stand here: in messages, never in RDATA taken out of one.
 */
export function readNameWire(reader: WireReader, compression: boolean): Uint8Array {
  const wire: number[] = [];
  const place: Place = { at: reader.offset, start: reader.offset, end: reader.end, pointers: 0 };
  let resume: number | null = null;
  while (reader.fault === null) {
    const head = octetAt(reader, place);
    if (head >= LABEL_TYPE) {
      resume ??= place.at + 2;
      followPointer(reader, place, compression);
    } else {
      copyLabel(reader, place, wire);
      if (head === 0) {
        reader.offset = resume ?? place.at;
        break;
      }
    }
  }
  return reader.fault === null ? Uint8Array.from(wire) : ROOT_WIRE;
}

/** Reads a name in a message as text; the root after a fault. */
export function readName(reader: WireReader, compression: boolean): Name {
  return nameFromWire(readNameWire(reader, compression));
}

function octetAt(reader: WireReader, place: Place): number {
  if (place.at >= place.end) reader.fail('overrun');
  return reader.fault === null ? (reader.bytes[place.at] ?? 0) : 0;
}

/**
 * Moves to where the pointer leads. "A prior occurrence" (RFC 1035 §4.1.4) starts and ends before the
 * part of the name that points to it, so every step leads backwards and none can come round again.
 */
function followPointer(reader: WireReader, place: Place, compression: boolean): void {
  const high = octetAt(reader, place) & ~LABEL_TYPE;
  place.at += 1;
  const target = (high << 8) | octetAt(reader, place);
  place.pointers += 1;
  const leadsBack = target >= HEADER_OCTETS && target < place.start;
  if (!compression || !leadsBack || place.pointers > MAX_POINTERS) reader.fail('pointer');
  place.end = place.start;
  place.at = place.start = target;
}

function copyLabel(reader: WireReader, place: Place, wire: number[]): void {
  const length = octetAt(reader, place);
  // RFC 1035 §4.1.4 reserves the types 01 and 10; RFC 6891 §5 closed the one use there was.
  if (length >= 0x40) reader.fail('label-type');
  if (place.at + 1 + length > place.end) reader.fail('overrun');
  if (reader.fault !== null) return;
  wire.push(...reader.bytes.subarray(place.at, place.at + 1 + length));
  place.at += 1 + length;
  // The root label is still to come after any other.
  if (wire.length + (length === 0 ? 0 : 1) > MAX_NAME_OCTETS) reader.fail('name-too-long');
}
