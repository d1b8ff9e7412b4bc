/** Who runs a mail server, as far as the name of its MX host tells: the *inferred* kind of fact. */

/** Somebody who says something, and when. */
export interface DatedSource {
  readonly source: string;
  /** As the source dates itself: "2026-06-23", "2024-01", "2022", "undated". */
  readonly asOf: string;
}

/** Somebody who says that these hosts offer STARTTLS. */
export interface TlsSource extends DatedSource {
  /** Who looked or speaks; two of the same count once. */
  readonly by: string;
}

/** What becomes of mail at these hosts. */
export type OperatorRole =
  /** It lies in a mailbox there. */
  | 'mailbox'
  /** It is filtered and handed on to servers nobody outside sees. */
  | 'filter'
  /** It is sent on to an address elsewhere. */
  | 'forwarder';

export interface Operator {
  /** For people; one operator may have several rows. */
  readonly name: string;
  readonly role: OperatorRole;
  /** MX hosts that are the operator's own servers, never customers' machines (match-host.ts). */
  readonly patterns: readonly string[];
  /** Who says that hosts of this name are the operator's; empty where `tls` says it. */
  readonly names: readonly DatedSource[];
  /** Who says that they offer STARTTLS; empty where nobody is known to. */
  readonly tls: readonly TlsSource[];
}
