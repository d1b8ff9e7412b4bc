import { formatMoment, type Words } from '@/components/words/format';
import { listStats } from '@/utils/evidence/list-stats';
import type { MessageKey } from '@/utils/i18n/translate';
import { table } from '../terminal/table';
import type { ListCommand, NamedList } from './run-evidence';

/** Prints the numbers of each list. */
export const statsOf: ListCommand = (lists, _, { out: print, words, now }) => {
  for (const list of lists) print(statsText(list, words, now()));
  return Promise.resolve(0);
};

/** One list in numbers, as a table of two columns. */
export function statsText({ file, list }: NamedList, words: Words, now: number): string {
  const { t } = words;
  const stats = listStats(list, now);
  const { name, maker, licence, madeAt, nextUpdate } = list.header;
  const moment = (at: number | null): string => (at === null ? '–' : formatMoment(at, words));
  const rows: (readonly [MessageKey, string])[] = [
    ['probe.stats.file', file],
    ['probe.stats.name', name],
    ['probe.stats.maker', maker],
    ['probe.stats.licence', licence],
    ['probe.stats.madeAt', moment(madeAt)],
    ['probe.stats.nextUpdate', moment(nextUpdate)],
    ['probe.stats.hosts', String(stats.hosts)],
    ['probe.stats.looks', String(stats.looks)],
    ['probe.stats.from', moment(stats.from)],
    ['probe.stats.to', moment(stats.to)],
    ['probe.stats.networks', stats.networks.join(', ')],
  ];
  const counted = Object.entries(stats.standings).filter(([, count]) => count > 0);
  const standings = counted.map(([kind, count]) => [
    t(`probe.standing.${kind.replace('-', '_')}` as MessageKey),
    String(count),
  ]);
  return `${table([...rows.map(([key, value]) => [t(key), value]), ...standings])}\n`;
}
