/**
 * One look at one address of an MX host, by a program that may open port 25: the *observed* kind of fact.
 * docs/evidence-format.md explains every field. What is stored in a list is exactly this.
 */

/** Whether the server named STARTTLS in its answer to EHLO (RFC 3207 §2). */
export type StartTls = 'offered' | 'not-offered' | 'inconclusive';

/** Why a look says nothing about the server. */
export const INCONCLUSIVE_REASONS = [
  /** The connection was refused. */
  'refused',
  /** No way there: no route, no such family here. */
  'unreachable',
  /** No connection in time. */
  'timed-out',
  /** The server closed the connection before it had said enough. */
  'closed',
  /** Connected, but answers came too slowly, or not at all. */
  'tarpit',
  /** Answers dripped in a few octets at a time. */
  'stutter',
  /** A 4xx answer to the connection or to EHLO. */
  'greylisted',
  /** A 5xx answer to the connection, or to EHLO and HELO. */
  'rejected',
  /** A reply of more than 64 KiB. */
  'too-long',
  /** What came was no SMTP reply (RFC 5321 §4.2). */
  'not-smtp',
  /** No extension at all: EHLO refused, or answered like HELO. */
  'helo-only',
  /** Something on the way overwrites banner or keywords ("XXXXXXXA"). */
  'masked',
  /** A greeting of a known trap for spammers. */
  'spamd',
  /** The published address is not one of the public Internet; nothing was sent. */
  'not-public',
  /** No control host could be reached either: the prober's own network blocks. */
  'blocked-here',
  /** Control hosts known to offer STARTTLS did not: the prober's own network strips it. */
  'stripped-here',
  /** Fewer than three control hosts of different operators offered STARTTLS. */
  'uncontrolled',
] as const;
export type InconclusiveReason = (typeof INCONCLUSIVE_REASONS)[number];

export const TLS_VERSIONS = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;
export type TlsVersion = (typeof TLS_VERSIONS)[number];

/** What became of STARTTLS after it was offered. */
export const HANDSHAKE_OUTCOMES = ['done', 'refused', 'failed', 'timed-out', 'closed'] as const;
export type HandshakeOutcome = (typeof HANDSHAKE_OUTCOMES)[number];

/** Whether the chain leads to a trusted root and names the host (RFC 8461 §4.1, §4.2); else the first flaw. */
export const CERTIFICATE_FINDINGS = [
  'valid',
  'name-mismatch',
  'expired',
  'not-yet-valid',
  'self-signed',
  'unknown-issuer',
  'invalid',
] as const;
export type CertificateFinding = (typeof CERTIFICATE_FINDINGS)[number];

export const TLSA_OUTCOMES = ['match', 'mismatch', 'unusable'] as const;
export type TlsaOutcome = (typeof TLSA_OUTCOMES)[number];

/** The presented chain against the TLSA records published then (RFC 7672 §3.1). */
export interface TlsaSeen {
  /** `unusable`: records exist, but none of usage 2 or 3 that can be used. */
  readonly outcome: TlsaOutcome;
  /** The records compared with, as "usage selector matching hex", sorted: whoever judges compares them with today's. */
  readonly records: readonly string[];
}

export interface Handshake {
  readonly outcome: HandshakeOutcome;
  /** The rest is null (`saidEhlo` false) unless the outcome is `done`. */
  readonly version: TlsVersion | null;
  readonly certificate: CertificateFinding | null;
  /** End of the leaf's validity. */
  readonly notAfter: number | null;
  /** null: no TLSA records, or none that DNSSEC protects. */
  readonly tlsa: TlsaSeen | null;
  /** EHLO was answered again over TLS (RFC 3207 §4.2). */
  readonly saidEhlo: boolean;
}

export interface Look {
  /** IP address as text: dotted decimal, or RFC 5952. */
  readonly address: string;
  readonly family: 4 | 6;
  /** Milliseconds since the epoch, as are all times here. */
  readonly at: number;
  /** Who looked: a name the prober gave itself. */
  readonly vantage: string;
  /** From which network, for example "AS64496". Looks from one network are one witness. */
  readonly network: string;
  /** Connections made for this look, the last one included. */
  readonly tries: number;
  /** First line of the greeting, at most 200 characters; null if there was none. */
  readonly banner: string | null;
  /** Name of the mail server program, as far as its greeting tells. */
  readonly software: string | null;
  readonly startTls: StartTls;
  /** Not null exactly if `inconclusive`. */
  readonly reason: InconclusiveReason | null;
  /** Of STARTTLS, REQUIRETLS and SMTPUTF8 those that were named, over TLS where that was reached; sorted. */
  readonly extensions: readonly string[];
  /** Not null exactly if `offered`. */
  readonly handshake: Handshake | null;
  /** Control hosts of different operators that offered STARTTLS in the same session; 0 where none was needed. */
  readonly controls: number;
}

/** A look together with the list it stands in. */
export interface SourcedLook extends Look {
  /** Name of the list. */
  readonly source: string;
}
