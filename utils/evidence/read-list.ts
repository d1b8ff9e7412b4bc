/**
 * Reads a list that a stranger wrote. One wrong entry makes the whole list wrong: whoever publishes
 * nonsense beside truth is not to be believed.
 */
import type { EvidenceList, ListHeader, ListSignature } from './evidence-list';
import { LIST_FORMAT, LIST_VERSION, MAX_HOSTS, MAX_LOOKS_PER_HOST } from './evidence-list';
import { isLook } from './read-look';
import { hasExactly, isFields, isHostName, isMoment, isName } from './value-checks';

/** What is wrong, and where: a host name, or empty where it is the list as a whole. */
export interface ListFault {
  readonly code:
    /** Not an object of this format. */
    | 'no-list'
    /** A version this program does not know. */
    | 'version'
    | 'header'
    | 'signature-shape'
    | 'too-many-hosts'
    /** A host that is no host name; an IP address is none. */
    | 'host'
    | 'looks';
  readonly place: string;
}

export type ListReading =
  { readonly ok: true; readonly list: EvidenceList } | { readonly ok: false; readonly fault: ListFault };

const LONGEST_TEXT = 200;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Reads a parsed JSON value. Pure and total; the signature is only checked for its shape. */
export function readList(value: unknown): ListReading {
  const fault = shapeFault(value) ?? hostsFault((value as EvidenceList).hosts);
  return fault === null ? { ok: true, list: value as EvidenceList } : { ok: false, fault };
}

function shapeFault(value: unknown): ListFault | null {
  if (!isFields(value) || value['format'] !== LIST_FORMAT) return { code: 'no-list', place: '' };
  if (value['version'] !== LIST_VERSION) return { code: 'version', place: '' };
  if (!hasExactly(value, ['format', 'version', 'header', 'hosts'], ['signature'])) {
    return { code: 'no-list', place: '' };
  }
  if (!isHeader(value['header'])) return { code: 'header', place: '' };
  if (!isFields(value['hosts'])) return { code: 'no-list', place: '' };
  const signature = value['signature'];
  if (signature !== undefined && !isListSignature(signature)) return { code: 'signature-shape', place: '' };
  return null;
}

function hostsFault(hosts: Readonly<Record<string, unknown>>): ListFault | null {
  const names = Object.keys(hosts);
  if (names.length > MAX_HOSTS) return { code: 'too-many-hosts', place: '' };
  for (const name of names) {
    if (!isHostName(name)) return { code: 'host', place: name.slice(0, LONGEST_TEXT) };
    const looks = hosts[name];
    if (!Array.isArray(looks) || looks.length > MAX_LOOKS_PER_HOST || !looks.every(isLook)) {
      return { code: 'looks', place: name };
    }
  }
  return null;
}

function isHeader(value: unknown): value is ListHeader {
  if (!isFields(value)) return false;
  const { name, maker, licence, madeAt, nextUpdate } = value;
  return (
    hasExactly(value, ['name', 'maker', 'licence', 'madeAt', 'nextUpdate']) &&
    isName(name, LONGEST_TEXT) &&
    isName(maker, LONGEST_TEXT) &&
    isName(licence, LONGEST_TEXT) &&
    isMoment(madeAt) &&
    isMoment(nextUpdate)
  );
}

/** Whether the value has the shape of a signature: 32 and 64 octets in base64. */
export function isListSignature(value: unknown): value is ListSignature {
  if (!isFields(value) || !hasExactly(value, ['algorithm', 'publicKey', 'value'])) return false;
  const { algorithm, publicKey, value: text } = value;
  return algorithm === 'Ed25519' && isBase64(publicKey, 44) && isBase64(text, 88);
}

function isBase64(value: unknown, length: number): value is string {
  return typeof value === 'string' && value.length === length && BASE64.test(value);
}
