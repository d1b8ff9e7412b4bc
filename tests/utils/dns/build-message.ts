/** Builds DNS messages octet by octet for tests, also ones that no server should send. */
import { RR_TYPE, type RrTypeName } from '@/utils/dns/message';
import { parseName, type Name } from '@/utils/dns/name';
import { nameToWire } from '@/utils/dns/name-wire';

/** Octets from hexadecimal text; blanks and `| comments` to the end of the line are for the reader only. */
export function hex(text: string): Uint8Array {
  const digits = text.replace(/\|.*$/gm, '').replace(/\s+/g, '');
  if (!/^(?:[0-9a-f]{2})*$/i.test(digits)) throw new Error(`not hexadecimal: ${digits}`);
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (octet) => octet.toString(16).padStart(2, '0')).join('');
}

export function concat(...parts: readonly ArrayLike<number>[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => Array.from(part)));
}

/** The name of a text that is one; throws for any other. */
export function dnsName(text: string): Name {
  const name = parseName(text);
  if (name === null) throw new Error(`not a name: ${text}`);
  return name;
}

export const wireName = (text: string): Uint8Array => nameToWire(dnsName(text));
export const uint16 = (value: number): Uint8Array => Uint8Array.of(value >> 8, value & 0xff);
export const uint32 = (value: number): Uint8Array => concat(uint16(value >>> 16), uint16(value & 0xffff));

export interface BuiltRecord {
  readonly name: string;
  readonly type: RrTypeName | number;
  readonly rdata: Uint8Array;
  readonly ttl?: number;
  readonly class?: number;
}

export interface BuiltMessage {
  readonly question?: { readonly name: string; readonly type: RrTypeName | number };
  readonly id?: number;
  /** Default: a response with recursion desired and available. */
  readonly flags?: number;
  readonly rcode?: number;
  readonly answers?: readonly BuiltRecord[];
  readonly authorities?: readonly BuiltRecord[];
  readonly additionals?: readonly BuiltRecord[];
}

/** One message, names uncompressed. */
export function buildMessage(m: BuiltMessage): Uint8Array {
  const sections = [m.answers ?? [], m.authorities ?? [], m.additionals ?? []];
  return concat(
    uint16(m.id ?? 0),
    uint16((m.flags ?? 0x8180) | (m.rcode ?? 0)),
    uint16(m.question === undefined ? 0 : 1),
    ...sections.map((section) => uint16(section.length)),
    m.question === undefined
      ? []
      : concat(wireName(m.question.name), uint16(typeNumber(m.question.type)), uint16(1)),
    ...sections.flat().map(buildRecord),
  );
}

export function buildRecord(record: BuiltRecord): Uint8Array {
  return concat(
    wireName(record.name),
    uint16(typeNumber(record.type)),
    uint16(record.class ?? 1),
    uint32(record.ttl ?? 300),
    uint16(record.rdata.length),
    record.rdata,
  );
}

export const mx = (name: string, preference: number, exchange: string, ttl = 300): BuiltRecord => ({
  name,
  type: 'MX',
  ttl,
  rdata: concat(uint16(preference), wireName(exchange)),
});

export const cname = (name: string, target: string, ttl = 300): BuiltRecord => ({
  name,
  type: 'CNAME',
  ttl,
  rdata: wireName(target),
});

export const soa = (name: string, minimum: number, ttl = 300): BuiltRecord => ({
  name,
  type: 'SOA',
  ttl,
  rdata: concat(
    wireName('ns.example'),
    wireName('root.example'),
    ...[1, 7200, 3600, 86400, minimum].map(uint32),
  ),
});

/** An OPT record with these options in its RDATA; `ttl` holds extended RCODE, version and flags. */
export const opt = (options: Uint8Array = new Uint8Array(0), ttl = 0x8000): BuiltRecord => ({
  name: '.',
  type: 'OPT',
  class: 1232,
  ttl,
  rdata: options,
});

/** An Extended DNS Error option. */
export const extendedError = (code: number, text = ''): Uint8Array => {
  const octets = new TextEncoder().encode(text);
  return concat(uint16(15), uint16(2 + octets.length), uint16(code), octets);
};

function typeNumber(type: RrTypeName | number): number {
  return typeof type === 'number' ? type : RR_TYPE[type];
}
