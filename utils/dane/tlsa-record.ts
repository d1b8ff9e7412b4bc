/** One TLSA record (RFC 6698 §2.1) and whether a mail server can use it, as plain data that can be kept. */
export interface TlsaRecord {
  /** 2 (DANE-TA) and 3 (DANE-EE) have a meaning for mail (RFC 7672 §3.1). */
  readonly usage: number;
  readonly selector: number;
  readonly matchingType: number;
  /** Certificate association data in lower-case hexadecimal. */
  readonly association: string;
  /** Why no mail server can use it; null if it can. */
  readonly unusable: TlsaFault | null;
}

export type TlsaFault =
  /** Certificate usage other than 2 and 3 (RFC 7672 §3.1.3). */
  | 'usage'
  /** Selector other than 0 and 1 (RFC 6698 §2.1.2). */
  | 'selector'
  /** Matching type other than 0, 1 and 2 (RFC 6698 §2.1.3). */
  | 'matching-type'
  /** Not the 32 octets of SHA-256 or the 64 of SHA-512. */
  | 'digest-length'
  /** A full value that is no certificate, or no public key. */
  | 'data';
