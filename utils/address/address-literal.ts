/** Address literals: user@[192.0.2.1], user@[IPv6:2001:db8::1] (RFC 5321 §4.1.3). */
import { asciiHost } from './ascii-host';

/** 0–255 in decimal without leading zeros (RFC 5321 §4.1.3 Snum; 0-padded ones would pass for octal). */
const OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);

/** Only what an IPv6 address is written with; no zone, which has no place in mail. */
const IPV6_CHARACTERS = /^[0-9A-Fa-f:]+(?::[0-9.]+)?$/;

/**
 * What stands between the brackets, in canonical form: "192.0.2.1", or "IPv6:" and the address as RFC 5952
 * writes it. Null if it is neither. Other tags are refused: none is registered.
 */
export function readAddressLiteral(content: string): string | null {
  if (IPV4.test(content)) return content;
  const tagged = /^IPv6:(.*)$/i.exec(content);
  return tagged === null ? null : readIpv6(tagged[1] ?? '');
}

/** `URL` knows every valid form and gives the canonical one, but would take an embedded "1.2.03.4" too. */
function readIpv6(text: string): string | null {
  if (!IPV6_CHARACTERS.test(text)) return null;
  const embedded = /:([^:]*\.[^:]*)$/.exec(text);
  if (embedded !== null && !IPV4.test(embedded[1] ?? '')) return null;
  const host = asciiHost(`[${text}]`);
  return host === null ? null : `IPv6:${host.slice(1, -1)}`;
}
