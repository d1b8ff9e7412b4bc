/** A reason as a sentence in the user's language: a line for every code there is. */
import type { Reason, ReasonCode, ReasonParams } from '@/utils/verdict/reason';
import { chainPhrase, zoneName } from './chain-phrase';
import { faultPhrase, fetchFailure, lookupFailure } from './fault-phrase';
import { formatAsOf, formatDay, formatList, type Words } from './format';

type Sentences = { readonly [C in ReasonCode]: (params: ReasonParams[C], w: Words) => string };
type CachedBecause = ReasonParams['sts-cached']['because'];

const BECAUSE = {
  'record-absent': 'because.record_absent',
  'record-malformed': 'because.record_malformed',
  'record-failed': 'because.record_failed',
  'fetch-failed': 'because.fetch_failed',
  unread: 'because.unread',
} as const satisfies Record<CachedBecause, string>;

const SENTENCES: Sentences = {
  'null-mx': (_, { t }) => t('reason.null_mx'),
  'no-such-domain': (_, { t }) => t('reason.no_such_domain'),
  'no-mail-host': (_, { t }) => t('reason.no_mail_host'),
  'no-host-address': ({ hosts }, w) => w.t('reason.no_host_address', [formatList(hosts, w)]),
  'mx-unusable': ({ entries }, w) => w.t('reason.mx_unusable', [formatList(entries, w)]),
  'mx-cname-loop': (_, { t }) => t('reason.mx_cname_loop'),
  'implicit-mx': ({ host }, { t }) => t('reason.implicit_mx', [host]),
  'mx-lookup-failed': ({ failure, status }, { t }) =>
    t('reason.mx_lookup_failed', [lookupFailure(t, failure, status)]),
  'filtered-by-resolver': (_, { t }) => t('reason.filtered_by_resolver'),
  'address-lookup-failed': ({ hosts }, w) => w.t('reason.address_lookup_failed', [formatList(hosts, w)]),
  'many-hosts': ({ looked, all }, { t }) => t('reason.many_hosts', [looked, all]),
  'special-use-name': ({ domain }, { t }) => t('reason.special_use_name', [domain]),
  'address-literal': ({ literal }, { t }) => t('reason.address_literal', [literal]),
  'address-unreadable': (_, { t }) => t('reason.address_unreadable'),
  'not-looked-up': ({ limit }, { t }) => t(`reason.not_looked_up_${limit}`),
  'sts-enforce': ({ until }, w) => w.t('reason.sts_enforce', [formatDay(until, w)]),
  'sts-testing': (_, { t }) => t('reason.sts_testing'),
  'sts-none': (_, { t }) => t('reason.sts_none'),
  'sts-absent': (_, { t }) => t('reason.sts_absent'),
  'sts-host-mismatch': ({ hosts }, w) => w.t('reason.sts_host_mismatch', [formatList(hosts, w)]),
  'sts-no-host-matches': ({ patterns }, w) => w.t('reason.sts_no_host_matches', [formatList(patterns, w)]),
  'sts-record-malformed': ({ fault }, { t }) => t('reason.sts_record_malformed', [faultPhrase(t, fault)]),
  'sts-policy-malformed': ({ fault, line }, { t }) =>
    line === null
      ? t('reason.sts_policy_malformed', [faultPhrase(t, fault)])
      : t('reason.sts_policy_malformed_line', [faultPhrase(t, fault), line]),
  'sts-unreachable': ({ failure, status }, { t }) =>
    t('reason.sts_unreachable', [fetchFailure(t, failure, status)]),
  'sts-unread': (_, { t }) => t('reason.sts_unread'),
  'sts-lookup-failed': ({ failure }, { t }) =>
    t('reason.sts_lookup_failed', [lookupFailure(t, failure, null)]),
  'sts-cached': ({ until, because }, w) =>
    w.t('reason.sts_cached', [formatDay(until, w), w.t(BECAUSE[because])]),
  'sts-record-lenient': (_, { t }) => t('reason.sts_record_lenient'),
  'nothing-requires': (_, { t }) => t('reason.nothing_requires'),
  'dane-enforced': ({ hosts }, w) => w.t('reason.dane_enforced', [formatList(hosts, w)]),
  'dane-unconfirmed': ({ hosts }, w) => w.t('reason.dane_unconfirmed', [formatList(hosts, w)]),
  'dane-published': ({ hosts }, w) => w.t('reason.dane_published', [formatList(hosts, w)]),
  unauthenticated: ({ hosts }, w) => w.t('reason.unauthenticated', [formatList(hosts, w)]),
  redirectable: ({ hosts }, w) => w.t('reason.redirectable', [formatList(hosts, w)]),
  'tlsa-lookup-failed': ({ hosts }, w) => w.t('reason.tlsa_lookup_failed', [formatList(hosts, w)]),
  'tlsa-lookup-failing': ({ hosts }, w) => w.t('reason.tlsa_lookup_failing', [formatList(hosts, w)]),
  'host-bogus': ({ hosts }, w) => w.t('reason.host_bogus', [formatList(hosts, w)]),
  'host-unconfirmed': ({ hosts }, w) => w.t('reason.host_unconfirmed', [formatList(hosts, w)]),
  'host-not-looked-at': ({ hosts }, w) => w.t('reason.host_not_looked_at', [formatList(hosts, w)]),
  'absence-unproven': ({ hosts }, w) => w.t('reason.absence_unproven', [formatList(hosts, w)]),
  'mx-bogus': ({ zone, because }, { t }) =>
    t('reason.mx_bogus', [zoneName(t, zone), chainPhrase(t, because)]),
  'mx-unconfirmed': ({ zone, because }, { t }) =>
    t('reason.mx_unconfirmed', [zoneName(t, zone), chainPhrase(t, because)]),
  'backup-unprotected': ({ hosts }, w) => w.t('reason.backup_unprotected', [formatList(hosts, w)]),
  'sender-unknown': (_, { t }) => t('reason.sender_unknown'),
  'sender-skips-mta-sts': ({ sender }, { t }) => t('reason.sender_skips_mta_sts', [sender]),
  'sender-mta-sts-unknown': ({ sender }, { t }) => t('reason.sender_mta_sts_unknown', [sender]),
  'sender-skips-dane': ({ sender }, { t }) => t('reason.sender_skips_dane', [sender]),
  'sender-dane-unknown': ({ sender }, { t }) => t('reason.sender_dane_unknown', [sender]),
  'sender-skips-dnssec': ({ sender }, { t }) => t('reason.sender_skips_dnssec', [sender]),
  'sender-lazy': ({ sender }, { t }) => t('reason.sender_lazy', [sender]),
  'sender-requires-tls': ({ sender }, { t }) => t('reason.sender_requires_tls', [sender]),
  'stays-inside': (_, { t }) => t('reason.stays_inside'),
  'handled-by-operator': ({ operator, source, asOf }, w) =>
    w.t('reason.handled_by_operator', [operator, source, formatAsOf(asOf, w)]),
  'operator-named': ({ operator }, { t }) => t('reason.operator_named', [operator]),
  'filtered-by': ({ service }, { t }) => t('reason.filtered_by', [service]),
  'forwarded-by': ({ service }, { t }) => t('reason.forwarded_by', [service]),
  'was-enforced': ({ until }, w) => w.t('reason.was_enforced', [formatDay(until, w)]),
  'local-part-international': (_, { t }) => t('reason.local_part_international'),
};

/** The reason as one plain sentence. Days are given in the user's time zone. */
export function reasonSentence(reason: Reason, w: Words): string {
  return sentence(reason.code, reason.params, w);
}

function sentence<C extends ReasonCode>(code: C, params: ReasonParams[C], w: Words): string {
  return SENTENCES[code](params, w);
}
