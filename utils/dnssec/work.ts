/**
 * Limits to the work that an answer may cause (RFC 4035 §5.4; "KeyTrap", CVE-2023-50387, and its NSEC3
 * sister CVE-2023-50868). Honest zones stay far below; what goes beyond is bogus, `too-much-work`.
 */

/** Signatures checked for one record set: with as many keys of the same tag as that allows. */
export const MAX_CHECKS_PER_SET = 8;
/** Signatures checked for one answer or one step down the tree. */
const MAX_CHECKS = 100;
/** Digests computed to find the keys that DS records mean. */
const MAX_KEY_DIGESTS = 16;
/** Names hashed for NSEC3, each with at most 101 rounds. */
const MAX_NAME_HASHES = 40;
/** NSEC and NSEC3 sets looked at in one answer. */
export const MAX_DENIAL_SETS = 24;

/** What is left; each `take…` gives false when there is nothing left. */
export interface Work {
  readonly takeCheck: () => boolean;
  readonly takeKeyDigest: () => boolean;
  readonly takeNameHash: () => boolean;
}

/** A fresh allowance. */
export function allowWork(): Work {
  return {
    takeCheck: countdown(MAX_CHECKS),
    takeKeyDigest: countdown(MAX_KEY_DIGESTS),
    takeNameHash: countdown(MAX_NAME_HASHES),
  };
}

function countdown(from: number): () => boolean {
  let left = from;
  return () => {
    left -= 1;
    return left >= 0;
  };
}
