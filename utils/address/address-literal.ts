/** Address literals: user@[192.0.2.1], user@[IPv6:2001:db8::1] (RFC 5321 §4.1.3). */
import { asciiHost } from './ascii-host';

/** Only what an IPv6 address is written with; no zone, which has no place in mail. */
const IPV6_CHARACTERS = /^[0-9A-Fa-f:]+(?::[0-9.]+)?$/;

/**
 * What stands between the brackets, in canonical form: "192.0.2.1", or "IPv6:" and the address as RFC 5952
 * writes it. Null if it is neither. Other tags are refused: none is registered.
 */
export function readAddressLiteral(content: string): string | null {
  if (isIpv4(content)) return content;
  const tagged = /^IPv6:(.*)$/i.exec(content);
  return tagged === null ? null : readIpv6(tagged[1] ?? '');
}

/**
 * Four numbers of 0–255 without leading zeros (Snum): the one way of writing that `URL` gives back as it is.
 * Shorter, octal and hexadecimal ones it turns into this.
 */
function isIpv4(text: string): boolean {
  return /^[0-9.]+$/.test(text) && asciiHost(text) === text;
}

/** `URL` takes every valid form, an embedded IPv4 address without leading zeros too, and gives the canonical one. */
function readIpv6(text: string): string | null {
  const host = IPV6_CHARACTERS.test(text) ? asciiHost(`[${text}]`) : null;
  return host === null ? null : `IPv6:${host.slice(1, -1)}`;
}
