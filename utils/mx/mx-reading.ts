/** What the MX answer of a domain says (RFC 5321 §5.1, RFC 7505). */
import type { DnsFailure } from '@/utils/dns/outcome';

export interface MxHost {
  /** Host name: lower-case A-label text without final dot. */
  readonly name: string;
  /** 16 bits; lower is preferred (RFC 5321 §5.1). The lowest where a host is named twice. */
  readonly preference: number;
}

export type MxReading =
  /** At least one usable MX record; hosts by preference, then name, each once (RFC 4343). */
  | {
      readonly kind: 'hosts';
      readonly hosts: readonly MxHost[];
      /** Records that cannot be used: "." beside others, an exchange that is no host name or an IP address. */
      readonly unusable: readonly string[];
    }
  /** MX records exist but none is usable; they never trigger the implicit rule (RFC 5321 §5.1). */
  | { readonly kind: 'unusable'; readonly unusable: readonly string[] }
  /** NOERROR without MX: the domain itself is the host if it has an address (RFC 5321 §5.1). */
  | { readonly kind: 'absent' }
  /** "MX 0 ." : takes no mail (RFC 7505 §3). */
  | { readonly kind: 'null-mx' }
  /** NXDOMAIN with a SOA record. */
  | { readonly kind: 'no-such-domain' }
  /** NXDOMAIN without SOA, or EDE 15–18: the resolver filters names (RFC 8914 §4.16–4.19). */
  | { readonly kind: 'filtered'; readonly extendedError: number | null }
  /** CNAME chain that returns to itself or is longer than is followed. */
  | { readonly kind: 'cname-loop' }
  | { readonly kind: 'failed'; readonly failure: DnsFailure };

/** Reading plus what every later step needs of the same answer. */
export interface MxAnswer {
  readonly reading: MxReading;
  /** Target of the CNAME chain at the domain, if there was one (RFC 5321 §5.1). */
  readonly expanded: string | null;
  /** The resolver's AD bit; null where there was no answer. */
  readonly authenticData: boolean | null;
  /** Seconds for which the answer holds; negative answers by RFC 2308 §5. 0 where there was no answer. */
  readonly ttl: number;
}
