/** Where a domain wants reports on failed encryption (RFC 8460), as facts to show. */
import { faultPhrase, lookupFailure } from '@/components/words/fault-phrase';
import type { Words } from '@/components/words/format';
import { sourceName } from '@/components/words/reason-basis';
import type { ReasonParams } from '@/utils/verdict/reason';
import type { Fact } from './fact';

/** What is known of it; null until somebody has asked. */
export type ReportsShown =
  | { readonly kind: 'found'; readonly rua: readonly string[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'malformed'; readonly fault: { readonly code: string } }
  | {
      readonly kind: 'failed';
      readonly failure: {
        readonly code: ReasonParams['mx-lookup-failed']['failure'];
        readonly status?: number;
      };
    }
  | null;

/** One fact: the addresses, that there are none, or why it is not known. */
export function reportFacts(reports: ReportsShown, domain: string, w: Words): Fact[] {
  const { t } = w;
  if (reports === null) return [{ label: null, value: t('fact.reports_asking'), from: null }];
  const basis = reports.kind === 'failed' ? ('unknown' as const) : ('promised' as const);
  const from = { basis, source: sourceName('dns', `_smtp._tls.${domain}`, w) };
  if (reports.kind === 'found') return [{ label: t('fact.reports_to'), value: reports.rua.join(', '), from }];
  return [{ label: null, value: missing(reports, w), from }];
}

function missing(reports: Exclude<NonNullable<ReportsShown>, { kind: 'found' }>, { t }: Words): string {
  switch (reports.kind) {
    case 'absent':
      return t('fact.reports_absent');
    case 'malformed':
      return t('fact.reports_malformed', [faultPhrase(t, reports.fault.code)]);
    case 'failed': {
      const { code, status } = reports.failure;
      return t('fact.reports_failed', [lookupFailure(t, code, status ?? null)]);
    }
  }
}
