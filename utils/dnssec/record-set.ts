/** Records of one name and type with the signatures that cover them (RFC 4034 §3, RFC 4035 §5.3.1). */
import { RR_TYPE, type RecordData, type ResourceRecord } from '@/utils/dns/message';
import { nameKey, sameName, type Name } from '@/utils/dns/name';

const CLASS_IN = 1;

export interface Signature {
  readonly data: Extract<RecordData, { type: 'RRSIG' }>;
  readonly rdata: Uint8Array;
  /** Seconds. */
  readonly ttl: number;
}

export interface RecordSet {
  readonly name: Name;
  readonly type: number;
  /** Class IN; never empty but where nothing was found. */
  readonly records: readonly ResourceRecord[];
  readonly signatures: readonly Signature[];
}

/** The set of this name and type in a section of a message. */
export function recordSet(section: readonly ResourceRecord[], name: Name, type: number): RecordSet {
  const here = section.filter((record) => record.class === CLASS_IN && sameName(record.name, name));
  const signatures = here.flatMap(({ data, rdata, ttl }) =>
    data.type === 'RRSIG' && data.typeCovered === type ? [{ data, rdata, ttl }] : [],
  );
  return { name, type, records: here.filter((record) => record.type === type), signatures };
}

/** The sets of this type in a section, one for each name that has records of it. */
export function recordSets(section: readonly ResourceRecord[], type: number): RecordSet[] {
  const names = new Map<string, Name>();
  for (const record of section) {
    if (record.class === CLASS_IN && record.type === type) names.set(nameKey(record.name), record.name);
  }
  return [...names.values()].map((name) => recordSet(section, name, type));
}

/** Whether a section holds any signature at all. */
export function hasSignature(section: readonly ResourceRecord[]): boolean {
  return section.some(({ type }) => type === RR_TYPE.RRSIG);
}
