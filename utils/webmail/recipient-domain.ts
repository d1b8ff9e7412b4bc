/** From a recipient to what may be asked about it. */
import type { BareRecipient } from '@/utils/address/recipient';

/** The domain to ask about: A-labels, or an address literal in brackets; null if unreadable. */
export function recipientDomain(recipient: BareRecipient): string | null {
  if (recipient.kind === 'domain') return recipient.domain;
  return recipient.kind === 'unreadable' ? null : `[${recipient.literal}]`;
}
