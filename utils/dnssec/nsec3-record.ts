/** NSEC3 records, as far as they may be used (RFC 5155 §3, §8.1, §8.2). */
import type { ResourceRecord } from '@/utils/dns/message';
import { nameLabels } from '@/utils/dns/name';
import { hexText } from './octets';

/** The only hash there is: SHA-1 (RFC 5155 §11). */
const SHA1 = 1;
const SHA1_OCTETS = 20;
const OPT_OUT_FLAG = 1;
/** RFC 4648 §7. */
const BASE32HEX = '0123456789abcdefghijklmnopqrstuv';

export interface Nsec3Record {
  /** Hash of the name it stands at, lower-case hexadecimal. */
  readonly hash: string;
  /** Hash of the next name in the ring. */
  readonly next: string;
  readonly iterations: number;
  readonly salt: Uint8Array;
  /** Unsigned delegations may lie between the two without having a record. */
  readonly optOut: boolean;
  readonly types: readonly number[];
}

/** Reads one; null for an unknown hash, unknown flags (both to be ignored) or an owner that is no hash. */
export function readNsec3({ name, data }: ResourceRecord): Nsec3Record | null {
  if (data.type !== 'NSEC3' || data.hashAlgorithm !== SHA1 || data.flags > OPT_OUT_FLAG) return null;
  const owner = fromBase32Hex(nameLabels(name)[0] ?? '');
  if (owner?.length !== SHA1_OCTETS || data.nextHashed.length !== SHA1_OCTETS) return null;
  const { iterations, salt, types } = data;
  const optOut = data.flags === OPT_OUT_FLAG;
  return { hash: hexText(owner), next: hexText(data.nextHashed), iterations, salt, optOut, types };
}

function fromBase32Hex(text: string): Uint8Array | null {
  const digits = Array.from(text.toLowerCase(), (character) => BASE32HEX.indexOf(character));
  if (digits.includes(-1)) return null;
  const bits = digits.map((digit) => digit.toString(2).padStart(5, '0')).join('');
  const octets = bits.match(/.{8}/g) ?? [];
  return Uint8Array.from(octets, (octet) => parseInt(octet, 2));
}
