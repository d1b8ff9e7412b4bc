/** What the OPT record says beside its fixed fields (RFC 6891 §6.1.2): Extended DNS Errors (RFC 8914). */
import type { ExtendedError } from './message';
import { WireReader } from './wire-reader';

/** RFC 8914 §2. */
const EXTENDED_ERROR = 15;

/** Reads the options of an OPT record; null if they do not fill its RDATA exactly. */
export function readExtendedErrors(rdata: Uint8Array): ExtendedError[] | null {
  const reader = new WireReader(rdata);
  const errors: ExtendedError[] = [];
  while (reader.remaining > 0) {
    const option = reader.uint16();
    const value = new WireReader(reader.take(reader.uint16()));
    if (option === EXTENDED_ERROR) errors.push(readError(value, reader));
  }
  return reader.fault === null ? errors : null;
}

function readError(value: WireReader, options: WireReader): ExtendedError {
  const code = value.uint16();
  options.adopt(value.fault);
  // RFC 8914 §2: UTF-8 that may or may not end in a NUL; broken text must not cost us the code.
  return { code, text: new TextDecoder().decode(value.rest()).replace(/\0+$/, '') };
}
