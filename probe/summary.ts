/** What came out, as a table for people. */
import { formatDay, type Words } from '@/components/words/format';
import type { Look } from '@/utils/evidence/look';
import type { MessageKey } from '@/utils/i18n/translate';
import type { RunResult } from './run-looks';
import { table } from './terminal/table';

/** Of more rows only the first are shown; the list has them all. */
const ROWS = 100;

/** The table of looks, the targets without a host, and a line of totals. */
export function summaryText({ looks, hostless }: RunResult, words: Words): string {
  const { t } = words;
  const all = [...looks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([host, seen]) => seen.map((look) => ({ host, look })));
  const heads: readonly MessageKey[] = [
    'probe.column.host',
    'probe.column.address',
    'probe.column.startTls',
    'probe.column.tls',
    'probe.column.certificate',
    'probe.column.tlsa',
  ];
  const rows = all.slice(0, ROWS).map(({ host, look }) => [host, look.address, ...lookCells(look, words)]);
  const gone = [...hostless].map(
    ([target, why]) => `${target}  ${t(`probe.hostless.${camel(why)}` as MessageKey)}\n`,
  );
  return [
    all.length === 0 ? '' : table([heads.map((key) => t(key)), ...rows]),
    all.length > ROWS ? `${t('probe.more_rows', [all.length - ROWS])}\n` : '',
    ...gone,
    `${totals(
      all.map(({ look }) => look),
      words,
    )}\n`,
  ].join('');
}

function lookCells({ startTls, reason, handshake }: Look, words: Words): string[] {
  const { t } = words;
  const seen = t(`probe.seen.${camel(reason ?? startTls)}` as MessageKey);
  if (handshake === null) return [seen, '', '', ''];
  if (handshake.outcome !== 'done') {
    return [seen, t(`probe.handshake.${camel(handshake.outcome)}` as MessageKey), '', ''];
  }
  const { version, certificate, notAfter, tlsa } = handshake;
  const finding = certificate === null ? '' : t(`probe.certificate.${camel(certificate)}` as MessageKey);
  const until = notAfter === null ? '' : t('probe.until', [formatDay(notAfter, words)]);
  return [
    seen,
    version ?? '',
    [finding, until].filter((part) => part !== '').join(', '),
    tlsa === null ? '' : t(`probe.tlsa.${tlsa.outcome}`),
  ];
}

function totals(looks: readonly Look[], { t }: Words): string {
  const count = (kind: Look['startTls']): number => looks.filter(({ startTls }) => startTls === kind).length;
  return t('probe.totals', [looks.length, count('offered'), count('not-offered'), count('inconclusive')]);
}

/** Codes have hyphens, keys of the catalogue have none. */
function camel(code: string): string {
  return code.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
