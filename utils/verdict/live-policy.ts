/** Whether a remembered policy still binds (RFC 8461 §3.3, §5.1). */
import type { CachedPolicy } from './evidence';

/**
 * True until max_age has run out, counted from the last fetch. A policy fetched in the future means
 * that the clock was turned back: it counts as expired, so that a wrong clock never lengthens a promise.
 */
export function isLive(policy: CachedPolicy, now: number): boolean {
  return policy.fetchedAt <= now && now < policy.expiresAt;
}
