/** Ways to change a message on its way. */
import type { BuiltMessage, BuiltRecord } from '../dns/build-message';
import { RR_TYPE, type RrTypeName } from '@/utils/dns/message';

type Section = 'answers' | 'authorities';

/** Records of both sections that the test keeps. */
export function keeping(message: BuiltMessage, keep: (record: BuiltRecord) => boolean): BuiltMessage {
  const kept = (section: Section): BuiltRecord[] => (message[section] ?? []).filter(keep);
  return { ...message, answers: kept('answers'), authorities: kept('authorities') };
}

/** The type a signature covers; null for any other record. */
export function coveredBy({ type, rdata }: BuiltRecord): number | null {
  return type === 'RRSIG' ? (rdata[0]! << 8) | rdata[1]! : null;
}

/** Without signatures: all, or those over one type. */
export function withoutSignatures(message: BuiltMessage, type?: RrTypeName): BuiltMessage {
  return keeping(message, (record) => {
    const covered = coveredBy(record);
    return covered === null || (type !== undefined && covered !== RR_TYPE[type]);
  });
}

/** Without records of a type and their signatures. */
export function without(message: BuiltMessage, ...types: readonly RrTypeName[]): BuiltMessage {
  const numbers: readonly number[] = types.map((type) => RR_TYPE[type]);
  return keeping(
    message,
    (record) => !types.some((type) => type === record.type) && !numbers.includes(coveredBy(record) ?? -1),
  );
}

/** The same with other octets in the records of a type. */
export function withData(
  message: BuiltMessage,
  type: RrTypeName,
  change: (rdata: Uint8Array) => Uint8Array,
): BuiltMessage {
  const changed = (section: Section): BuiltRecord[] =>
    (message[section] ?? []).map((record) =>
      record.type === type ? { ...record, rdata: change(record.rdata) } : record,
    );
  return { ...message, answers: changed('answers'), authorities: changed('authorities') };
}

/** One octet changed, counted from the end if negative. */
export function flipped(rdata: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(rdata);
  copy[at < 0 ? copy.length + at : at]! ^= 1;
  return copy;
}
