/** Which of the four kinds of fact each reason is, and where it comes from. */
import type { Basis, ReasonCode } from '@/utils/verdict/reason';
import type { Words } from './format';

export type FactSource =
  'dns' | 'policy_file' | 'policy_kept' | 'senders' | 'operators' | 'history' | 'address' | 'waxseal';

interface Standing {
  readonly basis: Basis;
  readonly source: FactSource;
}

const PUBLISHED: Standing = { basis: 'promised', source: 'dns' };
const POLICY: Standing = { basis: 'promised', source: 'policy_file' };
const NOT_FOUND_OUT: Standing = { basis: 'unknown', source: 'dns' };
const NOT_ASKED: Standing = { basis: 'unknown', source: 'waxseal' };
const CONCLUDED: Standing = { basis: 'inferred', source: 'dns' };
const PROVIDER: Standing = { basis: 'inferred', source: 'senders' };
const PROVIDER_UNKNOWN: Standing = { basis: 'unknown', source: 'senders' };
const BY_NAME: Standing = { basis: 'inferred', source: 'operators' };

const STANDING: Readonly<Record<ReasonCode, Standing>> = {
  'null-mx': PUBLISHED,
  'no-such-domain': PUBLISHED,
  'no-mail-host': PUBLISHED,
  'no-host-address': PUBLISHED,
  'mx-unusable': PUBLISHED,
  'mx-cname-loop': PUBLISHED,
  'implicit-mx': CONCLUDED,
  'mx-lookup-failed': NOT_FOUND_OUT,
  'filtered-by-resolver': NOT_FOUND_OUT,
  'address-lookup-failed': NOT_FOUND_OUT,
  'many-hosts': PUBLISHED,
  'special-use-name': { basis: 'inferred', source: 'address' },
  'address-literal': { basis: 'inferred', source: 'address' },
  'address-unreadable': { basis: 'unknown', source: 'address' },
  'not-looked-up': NOT_ASKED,
  'sts-enforce': POLICY,
  'sts-testing': POLICY,
  'sts-none': POLICY,
  'sts-absent': PUBLISHED,
  'sts-host-mismatch': POLICY,
  'sts-no-host-matches': POLICY,
  'sts-record-malformed': PUBLISHED,
  'sts-record-lenient': PUBLISHED,
  'sts-policy-malformed': POLICY,
  'sts-unreachable': { basis: 'unknown', source: 'policy_file' },
  'sts-unread': { basis: 'unknown', source: 'policy_file' },
  'sts-lookup-failed': NOT_FOUND_OUT,
  'sts-cached': { basis: 'promised', source: 'policy_kept' },
  'nothing-requires': CONCLUDED,
  'dane-enforced': PUBLISHED,
  'dane-unconfirmed': PUBLISHED,
  'dane-published': PUBLISHED,
  unauthenticated: PUBLISHED,
  redirectable: PUBLISHED,
  'tlsa-lookup-failed': NOT_FOUND_OUT,
  'tlsa-lookup-failing': NOT_FOUND_OUT,
  'host-bogus': PUBLISHED,
  'host-unconfirmed': NOT_FOUND_OUT,
  'host-not-looked-at': NOT_ASKED,
  'absence-unproven': NOT_FOUND_OUT,
  'mx-bogus': PUBLISHED,
  'mx-unconfirmed': NOT_FOUND_OUT,
  'backup-unprotected': CONCLUDED,
  'sender-unknown': PROVIDER_UNKNOWN,
  'sender-skips-mta-sts': PROVIDER,
  'sender-mta-sts-unknown': PROVIDER_UNKNOWN,
  'sender-skips-dane': PROVIDER,
  'sender-dane-unknown': PROVIDER_UNKNOWN,
  'sender-skips-dnssec': PROVIDER_UNKNOWN,
  'sender-lazy': PROVIDER,
  'sender-requires-tls': PROVIDER,
  'stays-inside': { basis: 'inferred', source: 'address' },
  'handled-by-operator': BY_NAME,
  'operator-named': BY_NAME,
  'filtered-by': BY_NAME,
  'forwarded-by': BY_NAME,
  'was-enforced': { basis: 'observed', source: 'history' },
  'local-part-international': { basis: 'inferred', source: 'address' },
};

/** Kind and source of a reason. */
export function reasonStanding(code: ReasonCode): Standing {
  return STANDING[code];
}

/** Name of a source; `domain` is the one the fact is about. */
export function sourceName(source: FactSource, domain: string, { t }: Words): string {
  return t(`source.${source}`, [source.startsWith('policy') ? `mta-sts.${domain}` : domain]);
}
