/**
 * A decoded DNS message (RFC 1035 §4), as plain data.
 *
 * `rdata` is kept raw with compressed names expanded (RFC 3597 §4), because DNSSEC signs that form
 * (RFC 4034 §6.2); `data` is the same, read.
 */
import type { Name } from './name';

/** Type numbers of the IANA registry "Resource Record (RR) TYPEs". */
export const RR_TYPE = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  DNAME: 39,
  OPT: 41,
  DS: 43,
  RRSIG: 46,
  NSEC: 47,
  DNSKEY: 48,
  NSEC3: 50,
  TLSA: 52,
} as const;
export type RrTypeName = keyof typeof RR_TYPE;

/** Response codes this project tells apart (RFC 1035 §4.1.1, RFC 2136 §2.2); others stay plain numbers. */
export const RCODE = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 } as const;

export type RecordData =
  | { type: 'A'; address: string }
  | { type: 'AAAA'; address: string }
  | { type: 'MX'; preference: number; exchange: Name }
  | { type: 'TXT'; strings: readonly Uint8Array[] }
  | { type: 'CNAME' | 'DNAME' | 'NS'; target: Name }
  | {
      type: 'SOA';
      mname: Name;
      rname: Name;
      serial: number;
      refresh: number;
      retry: number;
      expire: number;
      minimum: number;
    }
  | { type: 'DS'; keyTag: number; algorithm: number; digestType: number; digest: Uint8Array }
  | { type: 'DNSKEY'; flags: number; protocol: number; algorithm: number; publicKey: Uint8Array }
  | {
      type: 'RRSIG';
      typeCovered: number;
      algorithm: number;
      labels: number;
      originalTtl: number;
      /** Seconds, serial-number arithmetic (RFC 4034 §3.1.5). */
      expiration: number;
      inception: number;
      keyTag: number;
      signer: Name;
      signature: Uint8Array;
    }
  | { type: 'NSEC'; next: Name; types: readonly number[] }
  | {
      type: 'NSEC3';
      hashAlgorithm: number;
      flags: number;
      iterations: number;
      salt: Uint8Array;
      nextHashed: Uint8Array;
      types: readonly number[];
    }
  | { type: 'TLSA'; usage: number; selector: number; matchingType: number; association: Uint8Array }
  | { type: 'UNKNOWN' };

export interface ResourceRecord {
  readonly name: Name;
  /** Type number, also for types this project cannot read. */
  readonly type: number;
  readonly class: number;
  /** Seconds. A TTL with the top bit set counts as 0 (RFC 2181 §8). */
  readonly ttl: number;
  /** RDATA with compressed names expanded. */
  readonly rdata: Uint8Array;
  readonly data: RecordData;
}

/** Extended DNS Error (RFC 8914). */
export interface ExtendedError {
  readonly code: number;
  readonly text: string;
}

export interface DnsMessage {
  readonly id: number;
  readonly response: boolean;
  readonly truncated: boolean;
  /** AD: the resolver says it validated everything in answer and authority (RFC 4035 §3.2.3). */
  readonly authenticData: boolean;
  readonly checkingDisabled: boolean;
  /** RCODE, extended by EDNS where an OPT record is present (RFC 6891 §6.1.3). */
  readonly rcode: number;
  readonly question: { readonly name: Name; readonly type: number; readonly class: number } | null;
  readonly answers: readonly ResourceRecord[];
  readonly authorities: readonly ResourceRecord[];
  /** Without the OPT pseudo-record. */
  readonly additionals: readonly ResourceRecord[];
  readonly extendedErrors: readonly ExtendedError[];
}
