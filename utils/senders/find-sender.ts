/** Finds rows of the sender table. */
import type { Sender, SenderContext } from './sender';
import { PROVIDERS, SENDERS } from './sender-table';

/** The sender with this id; null if there is none. */
export function senderById(id: string): Sender | null {
  return SENDERS.find((sender) => sender.id === id) ?? null;
}

/**
 * Whose mail server sends what is written in this webmail. A provider's webmail has the provider's id; a
 * self-hosted one (Roundcube and its like) stands before any mail server: unknown.
 */
export function senderForWebmail(webmailId: string): SenderContext {
  const sender = PROVIDERS.find(({ id }) => id === webmailId);
  return sender === undefined ? { kind: 'unknown' } : { kind: 'known', sender };
}
