/**
 * Reads octets of a DNS message within bounds. The first thing that goes wrong is kept as `fault`; from
 * then on every read gives zero or nothing, so that a decoder need only ask at the end of each step.
 */
/** Why octets are no DNS message. */
export type DecodeFaultCode =
  /** Over 65535 octets. */
  | 'too-long'
  /** Ends before what it announces. */
  | 'overrun'
  /** An OPCODE other than QUERY. */
  | 'opcode'
  /** More than one question (RFC 9619 §4). */
  | 'several-questions'
  /** More records announced than the octets can hold. */
  | 'count'
  /** A label type that is neither a label nor a pointer (RFC 1035 §4.1.4, RFC 6891 §5). */
  | 'label-type'
  /** A compression pointer that does not point to an earlier name, or stands where none may. */
  | 'pointer'
  /** A name of more than 255 octets. */
  | 'name-too-long'
  /** RDATA that does not fit its type. */
  | 'rdata'
  /** An NSEC or NSEC3 type bitmap not in its one proper form (RFC 4034 §4.1.2). */
  | 'type-bitmap'
  /** An OPT record where or as it may not be (RFC 6891 §6.1.1). */
  | 'opt'
  /** Octets after the last record. */
  | 'trailing-octets';

export interface DecodeFault {
  readonly code: DecodeFaultCode;
  /** Octet at which it was noticed; within the RDATA where a record's data is at fault. */
  readonly offset: number;
}

export class WireReader {
  fault: DecodeFault | null = null;
  offset = 0;

  constructor(
    readonly bytes: Uint8Array,
    readonly end: number = bytes.length,
  ) {}

  get remaining(): number {
    return this.end - this.offset;
  }

  /** Records the first fault and stops all further reading. */
  fail(code: DecodeFaultCode): void {
    this.fault ??= { code, offset: this.offset };
    this.offset = this.end;
  }

  /** Takes over the fault of a reader of a part of these octets. */
  adopt(fault: DecodeFault | null): void {
    if (fault === null) return;
    this.fault ??= fault;
    this.offset = this.end;
  }

  uint8(): number {
    return this.take(1)[0] ?? 0;
  }

  uint16(): number {
    const octets = this.take(2);
    return ((octets[0] ?? 0) << 8) | (octets[1] ?? 0);
  }

  uint32(): number {
    return this.uint16() * 0x10000 + this.uint16();
  }

  /** The next octets as a view, or none at all if there are not so many. */
  take(length: number): Uint8Array {
    if (length > this.remaining) this.fail('overrun');
    if (this.fault !== null) return new Uint8Array(0);
    this.offset += length;
    return this.bytes.subarray(this.offset - length, this.offset);
  }

  /** All octets that are left. */
  rest(): Uint8Array {
    return this.take(this.remaining);
  }

  /** A <character-string>: a length octet and so many octets (RFC 1035 §3.3). */
  characterString(): Uint8Array {
    return this.take(this.uint8());
  }
}
