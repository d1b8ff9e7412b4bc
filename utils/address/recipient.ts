/** What a page shows in a recipient field, taken apart (RFC 5322 §3.4, RFC 5321 §4.1.2–4.1.3). */

/** Why no domain could be read. It fails closed: in doubt the recipient is unreadable, never guessed. */
export type AddressFault =
  | 'empty'
  | 'no-at'
  | 'several-addresses'
  | 'bad-syntax'
  | 'bad-domain'
  /** "127.1", "0x7f.1", "2130706433": would be taken for an IPv4 address. */
  | 'ipv4-shorthand';

export type Recipient =
  | {
      readonly kind: 'domain';
      /** A-labels, lower case, no final dot (RFC 5890; RFC 5321 §2.3.5). */
      readonly domain: string;
      /** The same in U-labels for people to read. */
      readonly unicode: string;
      /** The local part has non-ASCII characters and needs SMTPUTF8 on every hop (RFC 6531). */
      readonly internationalLocalPart: boolean;
    }
  /** user@[192.0.2.1] or user@[IPv6:…] (RFC 5321 §4.1.3): what stands in the brackets, canonical (RFC 5952). */
  | { readonly kind: 'address-literal'; readonly literal: string; readonly internationalLocalPart: boolean }
  | { readonly kind: 'unreadable'; readonly fault: AddressFault };

/** The same as far as it is needed to ask about it. The local part is as written, and never leaves the page. */
export type BareRecipient =
  | { readonly kind: 'domain'; readonly domain: string; readonly localPart: string }
  | { readonly kind: 'address-literal'; readonly literal: string; readonly localPart: string }
  | { readonly kind: 'unreadable'; readonly fault: AddressFault };
