import { resolve } from 'node:path';
import { mergeLists } from '@/utils/evidence/merge-lists';
import { writeListFile } from '../list-file';
import { usageFault } from '../terminal/options';
import type { ListCommand } from './run-evidence';

const DAY = 86_400_000;

/** Joins all lists into one; what the header does not say otherwise comes from the first. */
export const mergeFiles: ListCommand = async (lists, options, { directory, now, out: print, words }) => {
  const first = lists[0];
  if (first === undefined || options.out === null) return usageFault('probe.error.no_list');
  const { name, maker, licence } = first.list.header;
  const madeAt = now();
  const merged = mergeLists(
    lists.map(({ list }) => list),
    {
      name: options.name ?? name,
      maker: options.maker ?? maker,
      licence: options.licence ?? licence,
      madeAt,
      nextUpdate: madeAt + options.nextUpdate * DAY,
    },
  );
  await writeListFile(resolve(directory, options.out), merged);
  print(`${words.t('probe.lists.merged', [lists.length, Object.keys(merged.hosts).length, options.out])}\n`);
  return 0;
};
