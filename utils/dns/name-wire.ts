/** Names in their uncompressed wire form: length octets, labels, and the root label (RFC 1035 §3.1). */
import { readLabel } from './label';
import { nameFromLabels, nameLabels, type Name } from './name';

/** The uncompressed wire form of a name, case kept; at most 255 octets. */
export function nameToWire(name: Name): Uint8Array {
  const octets: number[] = [];
  for (const label of nameLabels(name)) {
    const read = readLabel(label, 0);
    if (read === null) throw new Error(`not a name: ${name}`);
    octets.push(read.octets.length, ...read.octets);
  }
  octets.push(0);
  return Uint8Array.from(octets);
}

/** The canonical wire form of DNSSEC: uncompressed, ASCII letters in lower case (RFC 4034 §6.2). */
export function canonicalNameWire(name: Name): Uint8Array {
  // Length octets are at most 63 and so never taken for a letter.
  return nameToWire(name).map((octet) => (octet >= 0x41 && octet <= 0x5a ? octet + 0x20 : octet));
}

/** Reads an uncompressed wire form that `WireReader.nameWire` has checked. */
export function nameFromWire(wire: Uint8Array): Name {
  const labels: Uint8Array[] = [];
  for (let at = 0; at < wire.length - 1;) {
    const length = wire[at] ?? 0;
    labels.push(wire.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
  const name = nameFromLabels(labels);
  if (name === null) throw new Error('not the wire form of a name');
  return name;
}
