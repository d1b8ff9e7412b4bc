/** What a validator can say of an answer (RFC 4033 §5), and why. */

/**
 * - `secure`: an unbroken chain of signatures from the trust anchor to the answer;
 * - `insecure`: a signed proof that the chain ends above the answer, or only algorithms we lack from there on;
 * - `bogus`: there ought to be such a chain, and there is none;
 * - `indeterminate`: it could not be found out.
 */
export type Security = 'secure' | 'insecure' | 'bogus' | 'indeterminate';

/** Why one step of a chain has its result. */
export type ChainReason =
  /** secure: the root's keys match the trust anchor (RFC 4035 §5). */
  | 'anchored'
  /** secure: the zone's keys match a signed DS record of the zone above (RFC 4035 §5.2). */
  | 'delegated'
  /** secure: the records carry a valid signature of the zone (RFC 4035 §5.3). */
  | 'signed'
  /** secure: the zone proves by signature that the name or the type does not exist (RFC 4035 §5.4). */
  | 'denied'
  /** insecure: the zone above proves that it has no DS record for this one (RFC 4035 §5.2). */
  | 'unsigned-delegation'
  /** insecure: an opt-out range, in which unsigned delegations may lie (RFC 5155 §6, §9.2). */
  | 'opt-out'
  /** insecure: every DS record names an algorithm or a digest that is not supported (RFC 4035 §5.2). */
  | 'unsupported-algorithm'
  /** insecure: NSEC3 with more iterations than are worth the work (RFC 9276 §3.2). */
  | 'too-many-iterations'
  /** bogus: no key of the zone matches a DS record of the zone above, or the trust anchor (RFC 4035 §5.2). */
  | 'no-matching-key'
  /** bogus: records of a signed zone that came without any signature (RFC 4035 §5.3). */
  | 'missing-signature'
  /** bogus: signatures, but none of them fits (RFC 4035 §5.3). */
  | 'bad-signature'
  /** bogus: all that is wrong with the signature is that it has run out (RFC 4035 §5.3.1). */
  | 'expired'
  /** bogus: all that is wrong with the signature is that its time has not come (RFC 4035 §5.3.1). */
  | 'not-yet-valid'
  /** bogus: nothing signed proves that the name or the type does not exist (RFC 4035 §5.4). */
  | 'no-proof'
  /** bogus: an alias that leads in a circle, forks, or is not what its DNAME makes (RFC 6672 §5.3). */
  | 'bad-alias'
  /** bogus: validating it would take more work than any honest zone asks for (RFC 4035 §5.4). */
  | 'too-much-work'
  /** indeterminate: not even the root came with signatures; something on the way strips them. */
  | 'signatures-stripped'
  /** indeterminate: a question that the chain needs got no answer. */
  | 'no-answer';

/** One step of a chain: a zone's keys, or at the end a record set of that zone. */
export interface ChainStep {
  /** Name of the zone as text, without final dot; `.` for the root. */
  readonly zone: string;
  readonly result: Security;
  readonly because: ChainReason;
}

/** What became of validating one answer. */
export interface Validation {
  readonly security: Security;
  /** From the root downwards; the last step says why `security` is what it is. */
  readonly chain: readonly ChainStep[];
  /** Seconds for which the proof holds, at most those the records have left to live; 0 without proof. */
  readonly ttl: number;
}
