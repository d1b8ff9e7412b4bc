/** `npm run evidence -- merge|sign|verify|stats`: work on lists that are there. */
import { resolve } from 'node:path';
import type { EvidenceList } from '@/utils/evidence/evidence-list';
import type { MessageKey } from '@/utils/i18n/translate';
import { readListFile } from '../list-file';
import { faultText, usageFault, type UsageFault } from '../terminal/options';
import type { Terminal } from '../terminal/program';
import { table } from '../terminal/table';
import { LIST_OPTION_HELP, readListArguments, type Command, type ListOptions } from './arguments';
import { mergeFiles } from './merge-files';
import { signFiles } from './sign-files';
import { statsOf } from './stats-text';
import { verifyFiles } from './verify-files';

export const FINE = 0;
/** A signature is missing or does not hold. */
export const NOT_GOOD = 1;
export const USAGE = 2;

/** A list and the file it came from. */
export interface NamedList {
  /** As given. */
  readonly file: string;
  readonly path: string;
  readonly list: EvidenceList;
}

/** Does one command on lists; gives the exit status, or what was wrong. */
export type ListCommand = (
  lists: readonly NamedList[],
  options: ListOptions,
  terminal: Terminal,
) => Promise<number | UsageFault>;

const RUN: Readonly<Record<Command, ListCommand>> = {
  merge: mergeFiles,
  sign: signFiles,
  verify: verifyFiles,
  stats: statsOf,
};

/** Runs it and gives the exit status. */
export async function runEvidence(args: readonly string[], terminal: Terminal): Promise<number> {
  const { t } = terminal.words;
  const { options, fault } = readListArguments(args);
  if (fault !== null) return complain(fault, terminal);
  if (options.help || options.command === null) {
    const lines = table(LIST_OPTION_HELP.map(([form, key]) => [`  ${form}`, t(key)]));
    terminal.out(`${t('probe.lists.usage')}\n${t('probe.lists.about')}\n\n${lines}`);
    return FINE;
  }
  const lists: NamedList[] = [];
  for (const file of options.files) {
    const path = resolve(terminal.directory, file);
    const reading = await readListFile(path);
    if (!reading.ok) return complain(badList(file, reading.fault, terminal), terminal);
    lists.push({ file, path, list: reading.list });
  }
  const result = await RUN[options.command](lists, options, terminal);
  return typeof result === 'number' ? result : complain(result, terminal);
}

function badList(
  file: string,
  { code, place }: { readonly code: string; readonly place: string },
  { words: { t } }: Terminal,
): UsageFault {
  const why = t(`probe.fault.${code.replaceAll('-', '_')}` as MessageKey);
  return usageFault('probe.error.bad_list', file, place === '' ? why : `${why} (${place})`);
}

function complain(fault: UsageFault, { err, words }: Terminal): number {
  err(faultText(words.t, fault));
  return USAGE;
}
