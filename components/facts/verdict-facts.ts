/** Turns a verdict into facts to show, each with its kind and its source. */
import type { MessageKey } from '@/utils/i18n/translate';
import type { HostVerdict, Verdict } from '@/utils/verdict/verdict';
import { formatMoment, type Words } from '@/components/words/format';
import { reasonSentence } from '@/components/words/reason-sentence';
import { reasonStanding, sourceName } from '@/components/words/reason-basis';
import type { Reason } from '@/utils/verdict/reason';
import type { Fact } from './fact';

/** Reasons as sentences, the deciding one first. */
export function reasonFacts(reasons: readonly Reason[], domain: string, w: Words): Fact[] {
  return reasons.map((each) => {
    const { basis, source } = reasonStanding(each.code);
    return {
      label: null,
      value: reasonSentence(each, w),
      from: { basis, source: sourceName(source, domain, w) },
    };
  });
}

/** What the domain's MTA-STS policy says (RFC 8461 §3.2), or why nothing is known of it. */
export function policyFacts({ domain, mtaSts }: Verdict, w: Words): Fact[] {
  const { t } = w;
  const read = mtaSts.status === 'enforce' || mtaSts.status === 'testing' || mtaSts.status === 'none';
  const known = read || mtaSts.status === 'absent' || mtaSts.status === 'malformed';
  const from = {
    basis: known ? ('promised' as const) : ('unknown' as const),
    source: sourceName(read || mtaSts.status === 'unread' ? 'policy_file' : 'dns', domain, w),
  };
  const facts: Fact[] = [{ label: t('fact.mode'), value: t(STATUS[mtaSts.status]), from }];
  if (mtaSts.mx.length > 0) facts.push({ label: t('fact.patterns'), value: mtaSts.mx.join(', '), from });
  if (mtaSts.expiresAt !== null) {
    facts.push({ label: t('fact.policy_until'), value: formatMoment(mtaSts.expiresAt, w), from });
  }
  if (mtaSts.id !== null) {
    const record = { basis: 'promised' as const, source: sourceName('dns', `_mta-sts.${domain}`, w) };
    facts.push({ label: t('fact.policy_id'), value: mtaSts.id, from: record });
  }
  return facts;
}

const STATUS = {
  enforce: 'fact.mode_enforce',
  testing: 'fact.mode_testing',
  none: 'fact.mode_none',
  absent: 'fact.status_absent',
  malformed: 'fact.status_malformed',
  unreachable: 'fact.status_unreachable',
  unread: 'fact.status_unread',
  unknown: 'fact.status_unknown',
} as const satisfies Record<Verdict['mtaSts']['status'], MessageKey>;

/** What DNSSEC says of the list of mail servers, and who says so. */
export function dnssecFacts({ dnssec, resolver }: Verdict, w: Words): Fact[] {
  const { t } = w;
  const by =
    dnssec.by === null
      ? t('fact.dnssec_by_nobody')
      : t(`fact.dnssec_by_${dnssec.by}`, [resolverHost(resolver) ?? '']);
  const basis = dnssec.mx === 'unknown' ? 'unknown' : dnssec.by === 'local' ? 'observed' : 'promised';
  return [{ label: t('fact.dnssec_mx'), value: t(`fact.dnssec_${dnssec.mx}`), from: { basis, source: by } }];
}

/** What is known of an answer besides the verdict itself. */
export interface Circumstances {
  /** Name of the provider it was judged for; null for one that is not known. */
  readonly senderName: string | null;
  /** Where it is kept; null where it is not. */
  readonly storage: 'disk' | 'memory' | null;
}

/** For whom, by whom and when the answer was given, and where it is kept. */
export function answerFacts(verdict: Verdict, { senderName, storage }: Circumstances, w: Words): Fact[] {
  const { t } = w;
  const sender =
    verdict.sender === null ? t('fact.sender_checking') : (senderName ?? t('fact.sender_unknown'));
  const plain = (label: string, value: string): Fact => ({ label, value, from: null });
  return [
    plain(t('fact.sender'), sender),
    plain(t('fact.resolver'), resolverHost(verdict.resolver) ?? t('fact.resolver_none')),
    plain(t('fact.checked'), formatMoment(verdict.checkedAt, w)),
    plain(t('fact.valid'), formatMoment(verdict.validUntil, w)),
    ...(storage === null ? [] : [plain(t('fact.storage'), t(`fact.storage_${storage}`))]),
  ];
}

/** A mail server's place in the order, and whether it is passed over. */
export function hostNote(host: HostVerdict, { t }: Words): string {
  const place = t('fact.preference', [host.preference]);
  return host.skipped ? `${place} · ${t('fact.skipped')}` : place;
}

function resolverHost(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).host : url;
}
