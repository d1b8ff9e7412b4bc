/**
 * What is known about the mail server that will send the message. A policy binds only senders that
 * check it (RFC 8461 §5, RFC 7672 §1.3), so every verdict is a verdict for a sender.
 */
export type Answer = 'yes' | 'no' | 'unknown';

/** One answer with where it comes from; "measured" outranks "documented". */
export interface SenderFact {
  readonly value: Answer;
  readonly kind: 'measured' | 'documented' | 'third-party' | 'none';
  readonly source: string;
  /** As the source dates itself: "2024-09-30", "2019-04", "undated". */
  readonly asOf: string;
}

export interface Sender {
  /** Stable id, as the terminal's --from takes it: "gmail", "outlook", … */
  readonly id: string;
  readonly name: string;
  /** Mail domains of this provider's own users, lower case. */
  readonly domains: readonly string[];
  /** Uses STARTTLS when the receiving server offers it. */
  readonly startTls: SenderFact;
  readonly checksMtaSts: SenderFact;
  readonly checksDane: SenderFact;
  /** Refuses to deliver without TLS to anybody. */
  readonly requiresTls: SenderFact;
  /** Fetches an MTA-STS policy only after the first message to a domain. */
  readonly lazyPolicies: SenderFact;
}

/** Whom a verdict is for: a known provider, one we know nothing of, or, where nobody sends (terminal, ledger), "a sender that checks". */
export type SenderContext =
  | { readonly kind: 'checking' }
  /** `ownDomain`: the domain of the writer's own address, where it is known: A-labels, lower case. */
  | { readonly kind: 'unknown'; readonly ownDomain?: string }
  | { readonly kind: 'known'; readonly sender: Sender; readonly ownDomain?: string };
