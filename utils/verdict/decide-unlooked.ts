/** Verdicts on recipients for whom nothing is looked up. */
import type { NotLookedUp } from './evidence';
import { reason } from './reason';
import type { Ruling } from './ruling';
import { plainRuling } from './ruling';
import type { SenderProfile } from './sender-profile';
import { applySender } from './sender-rules';
import type { MtaStsStatus, Verdict } from './verdict';

const DAY_MS = 86_400_000;

/** The verdict without any look-up. Total. */
export function decideUnlooked(evidence: NotLookedUp, sender: SenderProfile): Verdict {
  const ruling = applySender(ruleUnlooked(evidence), sender);
  // An address literal has no MX and no policy domain (RFC 5321 §4.1.3, RFC 8461 §3.4).
  const status: MtaStsStatus = evidence.kind === 'address-literal' ? 'absent' : 'unknown';
  return {
    domain: 'domain' in evidence ? evidence.domain : '',
    ...ruling,
    hosts: [],
    mtaSts: { status, id: null, mx: [], maxAge: null, expiresAt: null },
    dnssec: { mx: 'unknown', by: null },
    tlsRpt: null,
    sender: sender.id,
    resolver: null,
    checkedAt: evidence.gatheredAt,
    // A limit may be lifted at any moment; what the address itself says does not change.
    validUntil: evidence.kind === 'limited' ? evidence.gatheredAt : evidence.gatheredAt + DAY_MS,
  };
}

function ruleUnlooked(evidence: NotLookedUp): Ruling {
  switch (evidence.kind) {
    case 'address-literal':
      return plainRuling('opportunistic', reason('address-literal', { literal: evidence.literal }));
    case 'special-use':
      return plainRuling('unknown', reason('special-use-name', { domain: evidence.domain }));
    case 'unreadable':
      return plainRuling('unknown', reason('address-unreadable', {}));
    case 'limited':
      return plainRuling('unknown', reason('not-looked-up', { limit: evidence.limit }));
  }
}
