/**
 * Mail server software, as it behaves unless its administrator decides otherwise. Where only a plug-in or a
 * setting makes it check a policy, nothing is known of a given server: unknown.
 */
import { documented, NOT_FOUND } from './fact';
import type { Answer, Sender, SenderFact } from './sender';
import { toolboxWiki } from './sources';

/** Facts that all come from one source of one date. */
interface FromOneSource {
  readonly startTls: Answer;
  readonly checksMtaSts: Answer;
  readonly checksDane: Answer;
  readonly requiresTls: Answer;
}

function server(id: string, name: string, source: string, asOf: string, facts: FromOneSource): Sender {
  const fact = (value: Answer): SenderFact => documented(value, source, asOf);
  return {
    id,
    name,
    domains: [],
    startTls: fact(facts.startTls),
    checksMtaSts: fact(facts.checksMtaSts),
    checksDane: fact(facts.checksDane),
    requiresTls: fact(facts.requiresTls),
    lazyPolicies: NOT_FOUND,
  };
}

const POSTCONF = 'github.com/vdukhovni/postfix proto/postconf.proto';
const SEND_CONNECTOR =
  'github.com/MicrosoftDocs/office-docs-powershell exchange/exchange-ps/ExchangePowerShell/Set-SendConnector.md';
const EXIM = 'github.com/Exim/exim doc/doc-docbook/spec.xfpt';
const STALWART = 'github.com/stalwartlabs/website docs/mta/outbound/tls.md';
const MOX = 'github.com/mjl-/mox website/features/index.md';
const MADDY = 'github.com/foxcpp/maddy maddy.conf, docs/reference/targets/remote.md';
const HARAKA = 'github.com/haraka/Haraka docs/Outbound.md, docs/plugins/tls.md';
const OPENSMTPD = 'github.com/OpenSMTPD/OpenSMTPD usr.sbin/smtpd/smtpd.conf.5';
const KUMOMTA = 'github.com/KumoCorp/kumomta docs/reference/kumo/make_egress_path';

const YES_TO_BOTH = { startTls: 'yes', checksMtaSts: 'yes', checksDane: 'yes' } as const;
const NEITHER = { startTls: 'yes', checksMtaSts: 'no', checksDane: 'no', requiresTls: 'no' } as const;

export const MAIL_SERVERS: readonly Sender[] = [
  // No setting for either mechanism is documented, which is not to say that there is none.
  server('exchange-server', 'Exchange Server', SEND_CONNECTOR, '2026-08-21', {
    startTls: 'yes',
    checksMtaSts: 'unknown',
    checksDane: 'unknown',
    requiresTls: 'no',
  }),
  {
    // STARTTLS by default only since 3.11; DANE by a setting; MTA-STS by a plug-in.
    ...server('postfix', 'Postfix', POSTCONF, '2026-08-21', {
      startTls: 'unknown',
      checksMtaSts: 'unknown',
      checksDane: 'unknown',
      requiresTls: 'no',
    }),
    checksDane: toolboxWiki('unknown'),
  },
  // "No support for MTA-STS as a client"; DANE is tried for every host where built in.
  server('exim', 'Exim', EXIM, '2025-12-29', {
    startTls: 'yes',
    checksMtaSts: 'no',
    checksDane: 'yes',
    requiresTls: 'no',
  }),
  server('stalwart', 'Stalwart', STALWART, '2026-08-08', { ...YES_TO_BOTH, requiresTls: 'no' }),
  server('mox', 'mox', MOX, '2026-08-19', { ...YES_TO_BOTH, requiresTls: 'no' }),
  // The configuration it comes with requires encryption for all outgoing mail.
  server('maddy', 'maddy', MADDY, '2026-05-01', { ...YES_TO_BOTH, requiresTls: 'yes' }),
  server('haraka', 'Haraka', HARAKA, '2026-05-15', NEITHER),
  server('opensmtpd', 'OpenSMTPD', OPENSMTPD, '2026-03-26', NEITHER),
  {
    ...server(
      'sendmail',
      'Sendmail',
      'https://cgit.freebsd.org/src/commit/?h=vendor/sendmail',
      '2023-01-15',
      {
        startTls: 'unknown',
        // An optional feature file exists.
        checksMtaSts: 'unknown',
        checksDane: 'unknown',
        requiresTls: 'unknown',
      },
    ),
    startTls: NOT_FOUND,
    checksDane: NOT_FOUND,
    requiresTls: NOT_FOUND,
  },
  {
    id: 'halon',
    name: 'Halon',
    domains: [],
    startTls: NOT_FOUND,
    // By a module, or by script.
    checksMtaSts: documented('unknown', 'github.com/halon-extras/mta-sts README.md', '2025-07-07'),
    checksDane: toolboxWiki('unknown'),
    requiresTls: NOT_FOUND,
    lazyPolicies: NOT_FOUND,
  },
  {
    id: 'powermta',
    name: 'PowerMTA',
    domains: [],
    // Each by a setting, and by domain.
    startTls: toolboxWiki('unknown'),
    checksMtaSts: NOT_FOUND,
    checksDane: toolboxWiki('unknown'),
    requiresTls: toolboxWiki('no'),
    lazyPolicies: NOT_FOUND,
  },
  server('kumomta', 'KumoMTA', KUMOMTA, '2026-08-04', {
    startTls: 'yes',
    checksMtaSts: 'yes',
    checksDane: 'no',
    requiresTls: 'no',
  }),
  {
    id: 'zonemta',
    name: 'ZoneMTA',
    domains: [],
    startTls: documented('yes', 'github.com/zone-eu/zone-mta', '2026-07-20'),
    checksMtaSts: documented('yes', 'github.com/zone-eu/zone-mta CHANGELOG.md', '2026-07-20'),
    // Off unless enabled.
    checksDane: documented('no', 'github.com/zone-eu/mx-connect README.md', '2026-08-15'),
    requiresTls: NOT_FOUND,
    lazyPolicies: NOT_FOUND,
  },
  {
    id: 'momentum',
    name: 'SparkPost Momentum 4',
    domains: [],
    startTls: NOT_FOUND,
    // On once its module is switched on.
    checksMtaSts: documented(
      'unknown',
      'https://support.sparkpost.com/momentum/4/config/mta-sts/enable-mta-sts',
      '2024-06',
    ),
    checksDane: NOT_FOUND,
    requiresTls: NOT_FOUND,
    lazyPolicies: NOT_FOUND,
  },
];
