/**
 * RDATA of the types this project reads (RFC 1035 §3.3–3.4; RFC 3596 §2.2; RFC 6672 §2.1;
 * RFC 4034 §2–5; RFC 5155 §3.2; RFC 6698 §2.1), out of its expanded form. Every octet must have its use.
 */
import { ipv4Text, ipv6Text } from './address-text';
import { RR_TYPE, type RecordData } from './message';
import { readName } from './read-name';
import { readDnssecData } from './read-dnssec-data';
import type { WireReader } from './wire-reader';

const UNKNOWN: RecordData = { type: 'UNKNOWN' };

/**
 * Reads one record's data. What is wrong is left as the reader's fault; types without a reader are
 * `UNKNOWN` and keep their octets in `rdata`.
 *
 * @param reader over the expanded RDATA alone.
 */
export function readData(reader: WireReader, type: number): RecordData {
  const data = readPlainData(reader, type) ?? readDnssecData(reader, type);
  if (data === null) return UNKNOWN;
  if (reader.remaining > 0) reader.fail('rdata');
  return data;
}

function readPlainData(reader: WireReader, type: number): RecordData | null {
  switch (type) {
    case RR_TYPE.A:
      return { type: 'A', address: ipv4Text(reader.take(4)) };
    case RR_TYPE.AAAA:
      return { type: 'AAAA', address: ipv6Text(reader.take(16)) };
    case RR_TYPE.NS:
      return { type: 'NS', target: readName(reader, false) };
    case RR_TYPE.CNAME:
      return { type: 'CNAME', target: readName(reader, false) };
    case RR_TYPE.DNAME:
      return { type: 'DNAME', target: readName(reader, false) };
    case RR_TYPE.MX:
      return { type: 'MX', preference: reader.uint16(), exchange: readName(reader, false) };
    case RR_TYPE.TXT:
      return { type: 'TXT', strings: readStrings(reader) };
    case RR_TYPE.SOA:
      return readSoa(reader);
    default:
      return null;
  }
}

/** One string or more (RFC 1035 §3.3.14). */
function readStrings(reader: WireReader): Uint8Array[] {
  const strings = [reader.characterString()];
  while (reader.remaining > 0) strings.push(reader.characterString());
  return strings;
}

function readSoa(reader: WireReader): RecordData {
  return {
    type: 'SOA',
    mname: readName(reader, false),
    rname: readName(reader, false),
    serial: reader.uint32(),
    refresh: reader.uint32(),
    retry: reader.uint32(),
    expire: reader.uint32(),
    minimum: reader.uint32(),
  };
}
