/**
 * From the text of a mail domain to the name that is looked up (RFC 5321 §2.3.5, RFC 5890–5891).
 *
 * `URL` turns other scripts into A-labels, but it would also cut off a path, drop invisible characters
 * and read "127.1" as an address. What stands before and after it makes sure that none of this happens:
 * in doubt there is no domain.
 */
import { asciiHost } from './ascii-host';
import { readableName } from './readable-name';
import type { AddressFault } from './recipient';

interface Failure {
  readonly ok: false;
  readonly fault: AddressFault;
}

export type DomainParse = { readonly ok: true; readonly domain: string; readonly unicode: string } | Failure;

export type BareDomainParse = { readonly ok: true; readonly domain: string } | Failure;

/** The full stops of IDNA: ideographic, fullwidth and halfwidth ideographic (RFC 3490 §3.1, UTS 46 §2.3). */
const FULL_STOPS = /[\u3002\uFF0E\uFF61]/g;

/**
 * Characters a name may be written with: of ASCII only letters, digits, hyphen and dot (RFC 5321 §4.1.2:
 * no underscore); beyond ASCII whatever IDNA then allows.
 */
const WRITABLE = /^(?:[A-Za-z0-9.-]|\P{ASCII})+$/u;

/**
 * Blanks, controls and characters that show nothing, such as the soft hyphen, which UTS 46 would drop
 * silently. The two joiners stay: some scripts need them, and IDNA checks where (RFC 5892 appendix A).
 */
const INVISIBLE = /[\p{White_Space}\p{Cc}]|(?![\u200C\u200D])\p{Default_Ignorable_Code_Point}/u;

/** A label in ASCII: 1–63 octets (RFC 1035 §2.3.4), no hyphen at either end (RFC 1123 §2.1). */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Longest name as text: 255 octets on the wire (RFC 1035 §2.3.4). */
const LONGEST_NAME = 253;

/** Longest text that is read at all; no name within the limits needs more, whatever the script. */
const LONGEST_TEXT = 1024;

/**
 * Reads a domain as a page shows it. Out: `domain` in lower-case A-labels without final dot, `unicode`
 * the same for people to read. One final dot is taken off (RFC 1035 §3.1), a second is an empty label.
 */
export function toDomain(text: string): DomainParse {
  const parse = toBareDomain(text);
  return parse.ok ? { ...parse, unicode: readableName(parse.domain) } : parse;
}

/** The same without making it readable, which costs a page more than it needs. */
export function toBareDomain(text: string): BareDomainParse {
  if (text === '') return { ok: false, fault: 'empty' };
  const written = text.replace(FULL_STOPS, '.').replace(/\.$/, '');
  if (written.length > LONGEST_TEXT || !WRITABLE.test(written) || INVISIBLE.test(written)) return BAD_DOMAIN;
  // Refused before URL sees them: it fails on "256.256" or "1.2.3.4.5", which are addresses gone wrong.
  if (endsInNumber(written)) return IPV4_SHORTHAND;
  const domain = asciiHost(written);
  if (domain === null) return BAD_DOMAIN;
  // Fullwidth digits are numbers only after the mapping.
  if (endsInNumber(domain)) return IPV4_SHORTHAND;
  if (domain.length > LONGEST_NAME || !domain.split('.').every((label) => LABEL.test(label)))
    return BAD_DOMAIN;
  return { ok: true, domain };
}

const BAD_DOMAIN: Failure = { ok: false, fault: 'bad-domain' };
const IPV4_SHORTHAND: Failure = { ok: false, fault: 'ipv4-shorthand' };

/** The last label is a decimal, octal or hexadecimal number: URL reads such a host as IPv4 address. */
function endsInNumber(name: string): boolean {
  return /(?:^|\.)(?:[0-9]+|0x[0-9a-f]*)$/i.test(name);
}
