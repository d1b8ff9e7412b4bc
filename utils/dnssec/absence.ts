/** What signed denial records can say of a name. */

/** How well something is proven not to be there. */
export type Absence =
  | 'proven'
  /** Only that no signed name is there: an opt-out range covers it (RFC 5155 §6). */
  | 'opt-out'
  /** NSEC3 with too many iterations, which counts as unsigned (RFC 9276 §3.2). */
  | 'too-many-iterations'
  | 'too-much-work'
  | 'unproven';

/** What is proven of a name in the zone above it, when it has no DS record. */
export type CutProof =
  /** A delegation without DS: here begins an unsigned zone. */
  | 'unsigned-delegation'
  /** The name exists, and is no delegation. */
  | 'no-cut'
  /** Neither the name exists, nor anything below it. */
  | 'nothing-there'
  | Exclude<Absence, 'proven'>;
