/** Services through which applications send mail. Each lets its customers require TLS; none does by itself. */
import { documented, NOT_FOUND } from './fact';
import type { Sender } from './sender';
import { audited } from './sources';

const SES = 'https://docs.aws.amazon.com/ses/latest/APIReference/API_DeliveryOptions.html';
const SENDGRID =
  'https://www.twilio.com/docs/sendgrid/api-reference/settings-enforced-tls/update-enforced-tls-settings.md';
const MAILGUN =
  'https://documentation.mailgun.com/docs/mailgun/user-manual/tls-connection-settings/skip-verification';

export const BULK_SENDERS: readonly Sender[] = [
  {
    id: 'amazon-ses',
    name: 'Amazon SES',
    domains: [],
    startTls: documented('yes', SES, 'undated'),
    checksMtaSts: audited('no'),
    checksDane: NOT_FOUND,
    // By configuration set.
    requiresTls: documented('no', SES, 'undated'),
    lazyPolicies: NOT_FOUND,
  },
  {
    id: 'sendgrid',
    name: 'SendGrid',
    domains: [],
    startTls: documented('yes', SENDGRID, '2026-07-02'),
    checksMtaSts: NOT_FOUND,
    checksDane: NOT_FOUND,
    // By account.
    requiresTls: documented('no', SENDGRID, '2026-07-02'),
    lazyPolicies: NOT_FOUND,
  },
  {
    id: 'mailgun',
    name: 'Mailgun',
    domains: [],
    startTls: documented('yes', MAILGUN, 'undated'),
    checksMtaSts: audited('no'),
    checksDane: NOT_FOUND,
    // By domain or message.
    requiresTls: documented('no', MAILGUN, 'undated'),
    lazyPolicies: NOT_FOUND,
  },
  {
    id: 'sparkpost',
    name: 'SparkPost',
    domains: [],
    startTls: audited('yes'),
    checksMtaSts: audited('no'),
    checksDane: NOT_FOUND,
    requiresTls: NOT_FOUND,
    lazyPolicies: NOT_FOUND,
  },
];
