/**
 * Why a level was given: a code with typed parameters, never a sentence. The interface translates.
 * docs/verdicts.md has a row for each.
 *
 * `basis` tells the four kinds of fact apart, which are never mixed: *promised* by the domain,
 * *observed* by somebody, *inferred* by us, *unknown*.
 */
import type { DnsFailureCode } from '@/utils/dns/outcome';
import type { ChainReason } from '@/utils/dnssec/security';

export type Basis = 'promised' | 'observed' | 'inferred' | 'unknown';

export interface ReasonParams {
  /** MX 0 "." (RFC 7505). */
  'null-mx': Record<string, never>;
  /** NXDOMAIN, with SOA. */
  'no-such-domain': Record<string, never>;
  /** Neither MX nor address. */
  'no-mail-host': Record<string, never>;
  /** MX records, but no address behind any of them. */
  'no-host-address': { hosts: readonly string[] };
  /** MX records, but none that names a host. */
  'mx-unusable': { entries: readonly string[] };
  'mx-cname-loop': Record<string, never>;
  /** No MX, so the domain itself is the host (RFC 5321 §5.1). */
  'implicit-mx': { host: string };
  'mx-lookup-failed': { failure: DnsFailureCode; status: number | null; extendedErrors: readonly number[] };
  'filtered-by-resolver': { extendedError: number | null };
  'address-lookup-failed': { hosts: readonly string[] };
  /** More MX hosts than are looked at; the rest count as present. */
  'many-hosts': { looked: number; all: number };
  'special-use-name': { domain: string };
  'address-literal': { literal: string };
  'address-unreadable': Record<string, never>;
  /** Nothing was asked: the limit for one message, or of queries, was reached. */
  'not-looked-up': { limit: 'compose' | 'rate' };
  'sts-enforce': { id: string | null; until: number };
  'sts-testing': { id: string | null };
  'sts-none': { id: string | null };
  'sts-absent': Record<string, never>;
  'sts-host-mismatch': { hosts: readonly string[] };
  'sts-no-host-matches': { patterns: readonly string[] };
  'sts-record-malformed': { fault: string };
  'sts-policy-malformed': { fault: string; line: number | null };
  'sts-unreachable': { failure: string; status: number | null };
  'sts-unread': Record<string, never>;
  'sts-lookup-failed': { failure: DnsFailureCode };
  /** A cached policy binds although its record or file is gone: possible stripping (RFC 8461 §5.1, §10.2). */
  'sts-cached': {
    until: number;
    because: 'record-absent' | 'record-malformed' | 'record-failed' | 'fetch-failed' | 'unread';
  };
  /** A blank before the record's first semicolon: some senders discard it (RFC 8461 §3.1, erratum 6285). */
  'sts-record-lenient': Record<string, never>;
  /** Encryption is optional and nothing more is known. */
  'nothing-requires': Record<string, never>;
  /** Signed TLSA records require encryption and identify these hosts (RFC 7672 §2.2). */
  'dane-enforced': { hosts: readonly string[] };
  /** The same, but only the resolver says that they are signed: we could not confirm it. */
  'dane-unconfirmed': { hosts: readonly string[] };
  /** TLSA records, in the hands of a sender that does not look at them. */
  'dane-published': { hosts: readonly string[] };
  /** Signed TLSA records, none of them usable: encryption is required, but nobody is identified (RFC 7672 §2.2). */
  unauthenticated: { hosts: readonly string[] };
  /** Signed TLSA records of the hosts, but the MX answer is not signed: it may name others (RFC 7672 §2.2.1). */
  redirectable: { hosts: readonly string[] };
  /** TLSA records could not be looked up, once (RFC 7672 §2.1.2). */
  'tlsa-lookup-failed': { hosts: readonly string[] };
  /** Nor at a second resolver, or a quarter of an hour later. */
  'tlsa-lookup-failing': { hosts: readonly string[] };
  /** Signatures of the hosts' addresses or TLSA records do not hold; the resolver agrees (RFC 7672 §2.1.2). */
  'host-bogus': { hosts: readonly string[] };
  /** The resolver handed out records of these hosts whose signatures do not hold here. */
  'host-unconfirmed': { hosts: readonly string[] };
  /** Hosts of a signed domain beyond those that are looked at: they may be protected like the others. */
  'host-not-looked-at': { hosts: readonly string[] };
  /** Hosts said to have no address, without a signed proof that we could check. */
  'absence-unproven': { hosts: readonly string[] };
  /** The signatures of the MX answer do not hold; the resolver agrees (RFC 7672 §2.2.1). */
  'mx-bogus': { zone: string; because: ChainReason };
  /** The resolver handed out an MX answer whose signatures do not hold here. */
  'mx-unconfirmed': { zone: string; because: ChainReason };
  'backup-unprotected': { hosts: readonly string[] };
  'sender-unknown': Record<string, never>;
  'sender-skips-mta-sts': { sender: string };
  'sender-mta-sts-unknown': { sender: string };
  'sender-skips-dane': { sender: string };
  'sender-dane-unknown': { sender: string };
  /** Not known to check DNSSEC, so what does not hold there may not keep it from delivering. */
  'sender-skips-dnssec': { sender: string };
  'sender-lazy': { sender: string };
  'sender-requires-tls': { sender: string };
  'stays-inside': Record<string, never>;
  /** By its name the host belongs to an operator whose servers offer STARTTLS, by a source that is named and dated. */
  'handled-by-operator': { operator: string; source: string; asOf: string };
  /** By its name the host belongs to this operator; nothing good enough is known of its encryption. */
  'operator-named': { operator: string };
  /** A filtering service stands before the mailbox: the way from there on is not seen (RFC 8461 §1). */
  'filtered-by': { service: string };
  /** A service sends the mail on to an address elsewhere: that way is not seen either. */
  'forwarded-by': { service: string };
  /** When last seen, encryption was required; not so now. `until` in milliseconds since the epoch. */
  'was-enforced': { until: number };
  /** The name before the "@" needs SMTPUTF8 on every hop (RFC 6531): it may bounce, which is no matter of encryption. */
  'local-part-international': Record<string, never>;
}

export type ReasonCode = keyof ReasonParams;
export type Reason = {
  [C in ReasonCode]: { readonly code: C; readonly params: ReasonParams[C] };
}[ReasonCode];

/** Makes a reason; the parameters must fit the code. */
export function reason<C extends ReasonCode>(code: C, params: ReasonParams[C]): Reason {
  return { code, params } as Reason;
}
