/**
 * Where the RDATA of a type holds names that may come compressed: the types of RFC 1035 must be read
 * so, the few later ones should (RFC 3597 §4). All other types come as they are, also those of DNSSEC,
 * which forbid compression (RFC 4034 §3.1.7, §4.1.1; RFC 6672 §2.5).
 */
import { readNameWire } from './read-name';
import { WireReader } from './wire-reader';

/** A compressed name, a <character-string>, or so many octets. */
type Part = 'name' | 'string' | number;

const LAYOUTS: ReadonlyMap<number, readonly Part[]> = new Map<number, readonly Part[]>([
  [2, ['name']], // NS
  [3, ['name']], // MD
  [4, ['name']], // MF
  [5, ['name']], // CNAME
  [6, ['name', 'name', 20]], // SOA
  [7, ['name']], // MB
  [8, ['name']], // MG
  [9, ['name']], // MR
  [12, ['name']], // PTR
  [14, ['name', 'name']], // MINFO
  [15, [2, 'name']], // MX
  [17, ['name', 'name']], // RP
  [18, [2, 'name']], // AFSDB
  [21, [2, 'name']], // RT
  [26, [2, 'name', 'name']], // PX
  [33, [6, 'name']], // SRV
  [35, [4, 'string', 'string', 'string', 'name']], // NAPTR
]);

/**
 * Reads `length` octets of RDATA and returns them with compressed names expanded. Names must end within
 * the RDATA, and nothing may follow the last part of a type that has a layout.
 */
export function readRdata(reader: WireReader, type: number, length: number): Uint8Array {
  const layout = LAYOUTS.get(type);
  if (layout === undefined || length > reader.remaining) return reader.take(length);
  const window = new WireReader(reader.bytes, reader.offset + length);
  window.offset = reader.offset;
  const rdata = Uint8Array.from(layout.flatMap((part) => readPart(window, part)));
  if (window.remaining > 0) window.fail('rdata');
  reader.take(length);
  reader.adopt(window.fault);
  return window.fault === null ? rdata : new Uint8Array(0);
}

function readPart(window: WireReader, part: Part): number[] {
  if (part === 'name') return [...readNameWire(window, true)];
  if (typeof part === 'number') return [...window.take(part)];
  const string = window.characterString();
  return [string.length, ...string];
}
