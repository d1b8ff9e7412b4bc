import type { EmptyReason } from '@/components/popup/popup-view';
import type { ComposeListReply } from '@/utils/messaging/protocol';

/** Why there is no one to show; null if there is someone. */
export function noRecipients({ composes }: ComposeListReply): EmptyReason | null {
  if (composes.some(({ recipients }) => recipients.length > 0)) return null;
  return composes.length > 0 ? 'no-recipients' : 'no-compose';
}
