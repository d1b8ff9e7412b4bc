/** Whether a recipient is looked up at all. */
import type { Recipient } from '@/utils/address/recipient';
import { isSpecialUse } from '@/utils/address/special-use';
import type { NotLookedUp } from '@/utils/verdict/evidence';

/**
 * Evidence at once where there is nothing to ask (address literals, RFC 5321 §4.1.3; names outside the
 * DNS, RFC 6761; what cannot be read), else the domain to look up. `now` in milliseconds since the epoch.
 */
export function readInput(
  recipient: Recipient,
  now: number,
): NotLookedUp | { readonly kind: 'look-up'; readonly domain: string } {
  switch (recipient.kind) {
    case 'unreadable':
      return { kind: 'unreadable', gatheredAt: now };
    case 'address-literal':
      return { kind: 'address-literal', literal: recipient.literal, gatheredAt: now };
    case 'domain':
      return isSpecialUse(recipient.domain)
        ? { kind: 'special-use', domain: recipient.domain, gatheredAt: now }
        : { kind: 'look-up', domain: recipient.domain };
  }
}
