/** The media type of a policy file. */
import { trimBlanks } from '@/utils/dns/trim-blanks';

/**
 * Whether a Content-Type header names text/plain, which senders SHOULD check (RFC 8461 §3.2).
 *
 * In: the header's value, null where there was none. Type and subtype compare without regard to case
 * (RFC 9110 §8.3.1). Every parameter is ignored: charset utf-8 and us-ascii say nothing new, because the
 * text is read as UTF-8, and the RFC has the others ignored.
 */
export function isPlainText(contentType: string | null): boolean {
  if (contentType === null) return false;
  const essence = contentType.split(';', 1)[0] ?? '';
  return trimBlanks(essence).toLowerCase() === 'text/plain';
}
