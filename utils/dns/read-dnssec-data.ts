/** RDATA of DNSSEC and of DANE (RFC 4034 §2–5, RFC 5155 §3.2, RFC 6698 §2.1). */
import { RR_TYPE, type RecordData } from './message';
import { readName } from './read-name';
import { readTypeBitmap } from './type-bitmap';
import type { WireReader } from './wire-reader';

/** Reads the data of such a type; null for any other type. */
export function readDnssecData(reader: WireReader, type: number): RecordData | null {
  switch (type) {
    case RR_TYPE.DS:
      return readDs(reader);
    case RR_TYPE.DNSKEY:
      return readDnskey(reader);
    case RR_TYPE.RRSIG:
      return readRrsig(reader);
    case RR_TYPE.NSEC:
      return readNsec(reader);
    case RR_TYPE.NSEC3:
      return readNsec3(reader);
    case RR_TYPE.TLSA:
      return readTlsa(reader);
    default:
      return null;
  }
}

function readDs(reader: WireReader): RecordData {
  return {
    type: 'DS',
    keyTag: reader.uint16(),
    algorithm: reader.uint8(),
    digestType: reader.uint8(),
    digest: reader.rest(),
  };
}

function readDnskey(reader: WireReader): RecordData {
  return {
    type: 'DNSKEY',
    flags: reader.uint16(),
    protocol: reader.uint8(),
    algorithm: reader.uint8(),
    publicKey: reader.rest(),
  };
}

function readRrsig(reader: WireReader): RecordData {
  return {
    type: 'RRSIG',
    typeCovered: reader.uint16(),
    algorithm: reader.uint8(),
    labels: reader.uint8(),
    originalTtl: reader.uint32(),
    expiration: reader.uint32(),
    inception: reader.uint32(),
    keyTag: reader.uint16(),
    signer: readName(reader, false),
    signature: readSome(reader),
  };
}

function readNsec(reader: WireReader): RecordData {
  const next = readName(reader, false);
  // RFC 4034 §4.1: at least one block; an NSEC record itself exists at every name that has one.
  if (reader.remaining === 0) reader.fail('type-bitmap');
  return { type: 'NSEC', next, types: readTypeBitmap(reader) };
}

function readNsec3(reader: WireReader): RecordData {
  return {
    type: 'NSEC3',
    hashAlgorithm: reader.uint8(),
    flags: reader.uint8(),
    iterations: reader.uint16(),
    salt: reader.characterString(),
    nextHashed: readHash(reader),
    // Nothing exists at an empty non-terminal (RFC 5155 §7.1).
    types: readTypeBitmap(reader),
  };
}

/** RFC 5155 §3.2: "Hash Length ... from 1 to 255 octets". */
function readHash(reader: WireReader): Uint8Array {
  const hash = reader.characterString();
  if (hash.length === 0) reader.fail('rdata');
  return hash;
}

function readSome(reader: WireReader): Uint8Array {
  if (reader.remaining === 0) reader.fail('rdata');
  return reader.rest();
}

function readTlsa(reader: WireReader): RecordData {
  return {
    type: 'TLSA',
    usage: reader.uint8(),
    selector: reader.uint8(),
    matchingType: reader.uint8(),
    association: reader.rest(),
  };
}
