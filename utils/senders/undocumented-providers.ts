/**
 * Providers whose sending no source describes (searched 2026). They stand in the table so that "unknown" is
 * known to be the answer, and so that mail within one of them is recognised.
 */
import { documented, NOT_FOUND } from './fact';
import type { Sender } from './sender';

function undocumented(id: string, name: string, domains: readonly string[] = []): Sender {
  return {
    id,
    name,
    domains,
    startTls: NOT_FOUND,
    checksMtaSts: NOT_FOUND,
    checksDane: NOT_FOUND,
    requiresTls: NOT_FOUND,
    lazyPolicies: NOT_FOUND,
  };
}

export const UNDOCUMENTED_PROVIDERS: readonly Sender[] = [
  {
    ...undocumented('zoho', 'Zoho Mail', ['zoho.com', 'zohomail.com']),
    // Its help speaks of publishing a policy for incoming mail only.
    checksMtaSts: documented(
      'unknown',
      'https://www.zoho.com/mail/help/adminconsole/advanced-security-configuration.html',
      'undated',
    ),
  },
  undocumented('mail-de', 'mail.de', ['mail.de']),
  undocumented('startmail', 'StartMail', ['startmail.com']),
  undocumented('mailfence', 'Mailfence', ['mailfence.com']),
  undocumented('runbox', 'Runbox', ['runbox.com']),
  undocumented('disroot', 'Disroot', ['disroot.org']),
  undocumented('migadu', 'Migadu'),
  undocumented('mxroute', 'MXroute'),
  undocumented('ionos', 'IONOS'),
  undocumented('ovh', 'OVHcloud'),
  undocumented('infomaniak', 'Infomaniak', ['ik.me']),
];
