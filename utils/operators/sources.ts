/**
 * The sources the operator tables rest on. Nothing was measured here: each says what somebody published,
 * and the date that publication gives itself.
 */
import type { DatedSource, TlsSource } from './operator';

/** Rules with which a mail server in wide use requires TLS of these hosts. */
export function shaping(asOf: string): TlsSource {
  return { by: 'KumoMTA', source: 'github.com/KumoCorp/kumomta assets/policy-extras/shaping.toml', asOf };
}

/** The same, kept by its users. */
export function communityShaping(asOf: string): TlsSource {
  return { by: 'KumoMTA', source: 'github.com/KumoCorp/kumomta assets/community/shaping.toml', asOf };
}

/** A list of servers whose STARTTLS and certificate were checked daily until it ended. */
export const EFF_LIST: TlsSource = {
  by: 'EFF',
  source: 'github.com/EFForg/starttls-everywhere policy.json',
  asOf: '2020-05-20',
};

/** Google's figures of how much of its mail to these hosts went over TLS. */
export const GOOGLE_2014: TlsSource = {
  by: 'Google',
  source: 'github.com/EFForg/starttls-everywhere share/google-starttls-domains.csv (Google safer-email data)',
  asOf: '2014-08',
};

/** Mail was sent from and to each provider, and its certificates were looked at. */
export const AUDIT_2024: TlsSource = {
  by: 'alexsci',
  source: 'alexsci.com "SMTP Downgrade Attacks and MTA-STS"; github.com/ralexander-phi/mta-sts-sender-audit',
  asOf: '2024-09-30',
};

/** The provider's own policy in mode enforce, which its servers have to meet. By the author of the audit. */
export const POLICY_2024: TlsSource = {
  by: 'alexsci',
  source: 'github.com/ralexander-phi/mta-sts-cache-warming mta-sts-hints.txt',
  asOf: '2024-11-12',
};

/** What the operator says of its own servers. */
export function ownWord(by: string, source: string, asOf: string): TlsSource {
  return { by, source, asOf };
}

/** Which operator an MX host of a Swiss or German municipality belongs to. */
export const MXMAP: DatedSource = {
  source: 'github.com/davidhuser/mxmap src/mail_sovereignty/signatures.py',
  asOf: 'undated',
};

/** Which operator a host belongs to, by the names its addresses have in reverse. */
export const PARSEDMARC: DatedSource = {
  source: 'github.com/domainaware/parsedmarc base_reverse_dns_map.csv',
  asOf: 'undated',
};

/** Settings of mail programs by provider. */
export const AUTOCONFIG: DatedSource = { source: 'github.com/thunderbird/autoconfig ispdb', asOf: 'undated' };
