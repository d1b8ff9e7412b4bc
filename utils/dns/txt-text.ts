import type { ResourceRecord } from './message';

/** The strings of one TXT record joined without blanks, one character an octet (RFC 8461 §3.1, RFC 8460 §3: MUST). */
export function txtText({ data }: ResourceRecord): string {
  if (data.type !== 'TXT') return '';
  return data.strings
    .map((octets) => Array.from(octets, (octet) => String.fromCharCode(octet)).join(''))
    .join('');
}
