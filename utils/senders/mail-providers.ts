/**
 * Providers with a webmail of their own of whose sending something is known. Only what a source says of
 * *sending* counts: publishing a policy for incoming mail proves nothing about outgoing mail.
 */
import { documented, NOT_FOUND, reported } from './fact';
import type { Sender } from './sender';
import { audited, daneStudy, dmarcguard, madeInGermany, seenByGoogle2014 } from './sources';

const WORKSPACE_TLS = 'https://support.google.com/a/answer/2520500';
const GOOGLE_DANE =
  'https://privsec.dev/posts/knowledge/setting-up-mta-sts-with-a-custom-domain-on-proton-mail/; https://dmarcguard.io/blog/mta-sts-vs-dane.md';
const MICROSOFT_STS =
  'github.com/MicrosoftDocs/microsoft-365-docs microsoft-365/compliance/enhancing-mail-flow-with-mta-sts.md';
const MICROSOFT_DANE =
  'github.com/MicrosoftDocs/microsoft-365-docs microsoft-365/compliance/how-smtp-dane-works.md';
const MICROSOFT_CONNECTOR =
  'github.com/MicrosoftDocs/office-docs-powershell exchange/exchange-ps/ExchangePowerShell/Set-OutboundConnector.md';
const MAILBOX_TLS = 'https://kb.mailbox.org/en/private/security-and-privacy/ssl-tls-encryption-at-mailbox';
const MAILBOX_SECURE = 'https://kb.mailbox.org/en/private/e-mail/ensuring-emails-are-sent-securely';
const POSTEO_TLS = 'https://posteo.de/hilfe/tls-versand-garantie-aktivieren';

export const MAIL_PROVIDERS: readonly Sender[] = [
  {
    id: 'gmail',
    name: 'Gmail',
    domains: ['gmail.com', 'googlemail.com'],
    startTls: documented('yes', WORKSPACE_TLS, '2023'),
    checksMtaSts: audited('yes'),
    checksDane: reported('no', GOOGLE_DANE, '2026-06-25'),
    requiresTls: NOT_FOUND,
    // The first message to a domain whose policy it had not cached went out unprotected; later ones were refused.
    lazyPolicies: audited('yes'),
  },
  {
    id: 'google-workspace',
    name: 'Google Workspace',
    domains: [],
    startTls: documented('yes', WORKSPACE_TLS, '2023'),
    checksMtaSts: documented('yes', 'https://support.google.com/a/answer/9261504', 'undated'),
    checksDane: reported('no', GOOGLE_DANE, '2026-06-25'),
    // An administrator may require it, by domain or address list.
    requiresTls: documented('no', WORKSPACE_TLS, '2023'),
    lazyPolicies: NOT_FOUND,
  },
  {
    id: 'outlook',
    name: 'Outlook.com',
    domains: ['outlook.com', 'hotmail.com', 'live.com', 'msn.com'],
    startTls: seenByGoogle2014(),
    // It gave up after about a day; its bounce did not name the cause.
    checksMtaSts: audited('yes'),
    checksDane: NOT_FOUND,
    requiresTls: NOT_FOUND,
    lazyPolicies: NOT_FOUND,
  },
  {
    id: 'microsoft-365',
    name: 'Microsoft 365',
    domains: [],
    startTls: documented('yes', MICROSOFT_STS, '2022'),
    // Since 2026-03 an administrator can switch either check off, by connector.
    checksMtaSts: documented('yes', MICROSOFT_CONNECTOR, '2026-08-21'),
    checksDane: documented('yes', MICROSOFT_DANE, '2022'),
    // An administrator may require it, by connector or mail-flow rule.
    requiresTls: documented('no', MICROSOFT_CONNECTOR, '2026-08-21'),
    lazyPolicies: NOT_FOUND,
  },
  {
    id: 'yahoo',
    name: 'Yahoo Mail',
    domains: ['yahoo.com', 'ymail.com', 'rocketmail.com', 'aol.com'],
    startTls: seenByGoogle2014(),
    // A third party names Yahoo a supporter without saying in which direction; the measurement outranks it.
    checksMtaSts: audited('no'),
    checksDane: dmarcguard('no'),
    requiresTls: NOT_FOUND,
    lazyPolicies: NOT_FOUND,
  },
  {
    id: 'icloud',
    name: 'iCloud Mail',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    startTls: seenByGoogle2014(),
    checksMtaSts: NOT_FOUND,
    checksDane: NOT_FOUND,
    requiresTls: NOT_FOUND,
    lazyPolicies: NOT_FOUND,
  },
  {
    id: 'proton',
    name: 'Proton Mail',
    domains: ['proton.me', 'protonmail.com', 'pm.me'],
    startTls: audited('yes'),
    checksMtaSts: audited('yes'),
    // Announces DANE without saying whether for sending.
    checksDane: documented('unknown', 'https://proton.me/blog/security-updates-2019', '2019'),
    requiresTls: NOT_FOUND,
    lazyPolicies: NOT_FOUND,
  },
  {
    id: 'tuta',
    name: 'Tuta',
    domains: ['tuta.com', 'tutanota.com', 'tutamail.com'],
    startTls: audited('yes'),
    // Publishes a policy, yet delivered to the domain that broke its own and never fetched that policy.
    checksMtaSts: audited('no'),
    // Checked TLSA records then; nothing newer was found.
    checksDane: daneStudy('unknown'),
    requiresTls: NOT_FOUND,
    lazyPolicies: NOT_FOUND,
  },
  {
    id: 'fastmail',
    name: 'Fastmail',
    domains: ['fastmail.com'],
    startTls: documented(
      'yes',
      'https://fastmail.blog/2010/01/29/opportunistic-ssltls-encryption-on-outgoing-emails/',
      '2010-01-29',
    ),
    checksMtaSts: audited('no'),
    // "No live support confirmed".
    checksDane: dmarcguard('unknown'),
    requiresTls: NOT_FOUND,
    lazyPolicies: NOT_FOUND,
  },
  {
    id: 'gmx',
    name: 'GMX, WEB.DE, mail.com',
    domains: ['gmx.net', 'gmx.de', 'gmx.at', 'gmx.ch', 'gmx.com', 'web.de', 'mail.com'],
    startTls: seenByGoogle2014(),
    checksMtaSts: NOT_FOUND,
    checksDane: daneStudy('yes'),
    requiresTls: madeInGermany(),
    lazyPolicies: NOT_FOUND,
  },
  {
    id: 'mailbox-org',
    name: 'mailbox.org',
    domains: ['mailbox.org'],
    // Once TLS worked with a server, it is required from then on.
    startTls: documented('yes', MAILBOX_TLS, 'undated'),
    checksMtaSts: NOT_FOUND,
    checksDane: documented('yes', MAILBOX_TLS, 'undated'),
    // Only for mail sent from the extra address USER@secure.mailbox.org.
    requiresTls: documented('no', MAILBOX_SECURE, 'undated'),
    lazyPolicies: NOT_FOUND,
  },
  {
    id: 'posteo',
    name: 'Posteo',
    domains: ['posteo.de', 'posteo.net'],
    startTls: documented('yes', POSTEO_TLS, 'undated'),
    checksMtaSts: NOT_FOUND,
    checksDane: documented(
      'yes',
      'https://posteo.de/en/help/why-posteo-displays-dane-status-but-not-tls-status',
      'undated',
    ),
    // Only for those who switched on the TLS-sending guarantee of their account.
    requiresTls: documented('no', POSTEO_TLS, 'undated'),
    lazyPolicies: NOT_FOUND,
  },
];
