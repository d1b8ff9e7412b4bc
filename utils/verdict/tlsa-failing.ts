/** When a failing look-up of TLSA records is a fact about the host, and no accident. */
import type { DnsFailureCode } from '@/utils/dns/outcome';
import type { DaneEvidence } from './evidence';

type FailedDane = Extract<DaneEvidence, { readonly kind: 'failed' }>;

/** "Twice at least 15 min apart." */
export const FAILING_AFTER_MS = 15 * 60 * 1000;

/** The name servers' failures; all others are troubles between us and the resolver, or of the resolver. */
const THEIRS: readonly DnsFailureCode[] = ['servfail', 'timeout'];

/** "At two resolvers or twice at least 15 min apart." A clock that was turned back proves nothing. */
export function isTlsaFailing({ failure, resolvers, at, since }: FailedDane): boolean {
  return THEIRS.includes(failure.code) && (resolvers >= 2 || at - since >= FAILING_AFTER_MS);
}
