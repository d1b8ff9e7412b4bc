/**
 * A DNS message off the wire (RFC 1035 §4.1, RFC 6891 §6.1), read strictly: whatever is not exactly what
 * it announces to be is no message. Nothing here throws or loops, whatever the octets.
 */
import { readExtendedErrors } from './extended-errors';
import { RR_TYPE, type DnsMessage, type ExtendedError, type ResourceRecord } from './message';
import { ROOT } from './name';
import { readName } from './read-name';
import { readRecord } from './read-record';
import { WireReader, type DecodeFault } from './wire-reader';

/** RFC 8484 §6 and the two octets of TCP's length field (RFC 1035 §4.2.2). */
export const MAX_MESSAGE_OCTETS = 65535;
/** Root owner, type, class, TTL, RDLENGTH. */
const SMALLEST_RECORD = 11;

type Sections = Pick<DnsMessage, 'answers' | 'authorities' | 'additionals'>;
interface Edns {
  readonly rcodeHigh: number;
  readonly extendedErrors: readonly ExtendedError[];
}

/** Decodes one message with an OPCODE of QUERY. Names are expanded, RDATA is read as far as known. */
export function decodeMessage(
  bytes: Uint8Array,
): { ok: true; message: DnsMessage } | { ok: false; fault: DecodeFault } {
  const reader = new WireReader(bytes);
  if (bytes.length > MAX_MESSAGE_OCTETS) reader.fail('too-long');
  const id = reader.uint16();
  const flags = reader.uint16();
  if ((flags & 0x7800) !== 0) reader.fail('opcode');
  const counts = [reader.uint16(), reader.uint16(), reader.uint16(), reader.uint16()] as const;
  const question = readQuestion(reader, counts[0]);
  const answers = readRecords(reader, counts[1]);
  const authorities = readRecords(reader, counts[2]);
  const additionals = readRecords(reader, counts[3]);
  if (reader.remaining > 0) reader.fail('trailing-octets');
  const edns = readEdns(reader, { answers, authorities, additionals });
  if (reader.fault !== null) return { ok: false, fault: reader.fault };
  return {
    ok: true,
    message: {
      id,
      ...readFlags(flags, edns.rcodeHigh),
      question,
      answers,
      authorities,
      additionals: additionals.filter(({ type }) => type !== RR_TYPE.OPT),
      extendedErrors: edns.extendedErrors,
    },
  };
}

function readFlags(flags: number, rcodeHigh: number) {
  return {
    response: (flags & 0x8000) !== 0,
    truncated: (flags & 0x0200) !== 0,
    authenticData: (flags & 0x0020) !== 0,
    checkingDisabled: (flags & 0x0010) !== 0,
    rcode: (rcodeHigh << 4) | (flags & 0x000f),
  };
}

function readQuestion(reader: WireReader, count: number): DnsMessage['question'] {
  if (count > 1) reader.fail('several-questions');
  if (count === 0 || reader.fault !== null) return null;
  return { name: readName(reader, true), type: reader.uint16(), class: reader.uint16() };
}

function readRecords(reader: WireReader, count: number): ResourceRecord[] {
  if (count * SMALLEST_RECORD > reader.remaining) reader.fail('count');
  const records: ResourceRecord[] = [];
  while (records.length < count && reader.fault === null) records.push(readRecord(reader));
  return records;
}

/** RFC 6891 §6.1.1: at most one OPT record, named by the root, in the additional section. */
function readEdns(reader: WireReader, sections: Sections): Edns {
  const isOpt = ({ type }: ResourceRecord): boolean => type === RR_TYPE.OPT;
  const [opt, ...others] = sections.additionals.filter(isOpt);
  const misplaced = sections.answers.some(isOpt) || sections.authorities.some(isOpt);
  if (misplaced || others.length > 0 || (opt !== undefined && opt.name !== ROOT)) reader.fail('opt');
  if (opt === undefined) return { rcodeHigh: 0, extendedErrors: [] };
  const extendedErrors = readExtendedErrors(opt.rdata);
  if (extendedErrors === null) reader.fail('opt');
  // RFC 6891 §6.1.3: the top octet of the TTL holds the upper eight bits of the RCODE.
  return { rcodeHigh: opt.ttl >>> 24, extendedErrors: extendedErrors ?? [] };
}
