/** Every sender something is known of, or known to be unknown. */
import { BULK_SENDERS } from './bulk-senders';
import { MAIL_PROVIDERS } from './mail-providers';
import { MAIL_SERVERS } from './mail-servers';
import { REGIONAL_PROVIDERS } from './regional-providers';
import type { Sender } from './sender';
import { UNDOCUMENTED_PROVIDERS } from './undocumented-providers';

/** Senders with mailboxes of their own, and so with a webmail. */
export const PROVIDERS: readonly Sender[] = [
  ...MAIL_PROVIDERS,
  ...REGIONAL_PROVIDERS,
  ...UNDOCUMENTED_PROVIDERS,
];

export const SENDERS: readonly Sender[] = [...PROVIDERS, ...BULK_SENDERS, ...MAIL_SERVERS];
