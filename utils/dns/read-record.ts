/** One resource record of a message (RFC 1035 §4.1.3). */
import { RR_TYPE, type RecordData, type ResourceRecord } from './message';
import { readData } from './read-data';
import { readRdata } from './rdata-layout';
import { readName } from './read-name';
import { WireReader } from './wire-reader';

const CLASS_IN = 1;
const HIGHEST_TTL = 0x7fffffff;
const UNREAD: RecordData = { type: 'UNKNOWN' };

/** Reads one record; after a fault its contents mean nothing. */
export function readRecord(reader: WireReader): ResourceRecord {
  const name = readName(reader, true);
  const type = reader.uint16();
  const recordClass = reader.uint16();
  const ttl = reader.uint32();
  const rdata = readRdata(reader, type, reader.uint16());
  // Formats are defined for class IN; other classes are kept raw (RFC 3597 §4). OPT is read apart.
  const readable = reader.fault === null && recordClass === CLASS_IN && type !== RR_TYPE.OPT;
  const data = readable ? readAlone(reader, rdata, type) : UNREAD;
  // RFC 2181 §8: a TTL with the top bit set counts as 0. In OPT the field is none.
  const lifetime = ttl > HIGHEST_TTL && type !== RR_TYPE.OPT ? 0 : ttl;
  return { name, type, class: recordClass, ttl: lifetime, rdata, data };
}

function readAlone(reader: WireReader, rdata: Uint8Array, type: number): RecordData {
  const alone = new WireReader(rdata);
  const data = readData(alone, type);
  reader.adopt(alone.fault);
  return data;
}
