/**
 * A query as it is sent over HTTPS (RFC 1035 §4.1, RFC 8484 §4.1): one question, and an OPT record that
 * asks for DNSSEC records, forbids passing on the client's address and pads the message so that its
 * length says little about the name.
 */
import { RR_TYPE } from './message';
import type { Name } from './name';
import { nameToWire } from './name-wire';

const RECURSION_DESIRED = 0x0100;
const CHECKING_DISABLED = 0x0010;
const CLASS_IN = 1;
/** Largest UDP answer; over HTTPS without effect (RFC 8484 §6), but resolvers forward it. */
const UDP_PAYLOAD = 1232;
/** The DO bit, among the low 16 bits of the OPT record's TTL (RFC 6891 §6.1.3, RFC 3225 §3). */
const DNSSEC_OK = 0x8000;
/** Client Subnet, IPv4 with source prefix length 0: tell no authority anything of the client (RFC 7871 §7.1.2). */
const NO_CLIENT_SUBNET = [0, 8, 0, 4, 0, 1, 0, 0];
/** Option code of padding (RFC 7830 §3). */
const PADDING = [0, 12];
/** Queries are padded to a multiple of this many octets (RFC 8467 §4.1). */
const BLOCK = 128;

/**
 * Encodes one question of class IN. The message id is 0, so that equal questions are equal requests
 * (RFC 8484 §4.1).
 *
 * @param q.checkingDisabled sets CD: the resolver shall hand out what it holds for bogus (RFC 4035 §3.2.2).
 */
export function encodeQuery(q: { name: Name; type: number; checkingDisabled?: boolean }): Uint8Array {
  const flags = RECURSION_DESIRED | (q.checkingDisabled === true ? CHECKING_DISABLED : 0);
  const header = [0, flags, 1, 0, 0, 1].flatMap(uint16);
  const question = [...nameToWire(q.name), ...uint16(q.type), ...uint16(CLASS_IN)];
  const optFixed = [0, ...uint16(RR_TYPE.OPT), ...uint16(UDP_PAYLOAD), 0, 0, ...uint16(DNSSEC_OK)];
  const lengthFields = 2 + 4;
  const unpadded = header.length + question.length + optFixed.length + NO_CLIENT_SUBNET.length + lengthFields;
  const padding = (BLOCK - (unpadded % BLOCK)) % BLOCK;
  return Uint8Array.from([
    ...header,
    ...question,
    ...optFixed,
    ...uint16(NO_CLIENT_SUBNET.length + 4 + padding),
    ...NO_CLIENT_SUBNET,
    ...PADDING,
    ...uint16(padding),
    ...new Uint8Array(padding),
  ]);
}

function uint16(value: number): [number, number] {
  return [(value >> 8) & 0xff, value & 0xff];
}
