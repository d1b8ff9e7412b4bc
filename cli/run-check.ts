/** One run of `check`, from the command line to the exit status. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Words } from '@/components/words/format';
import type { AddressFault } from '@/utils/address/recipient';
import { ROOT_ANCHORS, type TrustAnchor } from '@/utils/dnssec/trust-anchor';
import type { MessageKey } from '@/utils/i18n/translate';
import { readArguments, type CheckOptions, type UsageFault } from './arguments';
import { exitStatus, SEALED, USAGE } from './exit-status';
import { helpText } from './help';
import { openHttp } from './http';
import { jsonOutput } from './json-output';
import { judge } from './judge';
import { readTarget, type Target } from './target';
import { textOutput } from './text-output';
import { harmless } from '@/utils/terminal/text-width';
import { readTrustAnchors } from './trust-anchor';

export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly words: Words;
  readonly colour: boolean;
  /** Where relative paths start. */
  readonly directory: string;
}

const FAULTS: Readonly<Record<AddressFault, MessageKey>> = {
  empty: 'cli.fault.empty',
  'no-at': 'cli.fault.no_at',
  'several-addresses': 'cli.fault.several_addresses',
  'bad-syntax': 'cli.fault.bad_syntax',
  'bad-domain': 'cli.fault.bad_domain',
  'ipv4-shorthand': 'cli.fault.ipv4_shorthand',
};

/** Runs it and gives the exit status. Verdicts go to `out`, everything else to `err`. */
export async function runCheck(args: readonly string[], terminal: Terminal): Promise<number> {
  const { t } = terminal.words;
  const read = readArguments(args);
  if (!read.ok) return complain([read.fault], terminal);
  if (read.options.help) {
    terminal.out(helpText(t));
    return SEALED;
  }
  const targets = readTargets(read.options.recipients, terminal);
  const anchors = await readAnchorFile(read.options.trustAnchorFile, terminal);
  const faults = [...targets.faults, ...('key' in anchors ? [anchors] : [])];
  if (faults.length > 0 || 'key' in anchors) return complain(faults, terminal);
  return report(targets.targets, { ...read.options, ...anchors }, terminal);
}

async function report(
  targets: readonly Target[],
  options: CheckOptions & Anchors,
  terminal: Terminal,
): Promise<number> {
  const http = openHttp(options.resolve, options.timeoutMs);
  try {
    const result = await judge(targets, options, http);
    terminal.out(
      options.json
        ? jsonOutput(result.judgements)
        : textOutput(result.judgements, terminal.words, terminal.colour),
    );
    if (result.silent) terminal.err(`${terminal.words.t('cli.nothing_looked_up', [options.doh])}\n`);
    return exitStatus(result);
  } finally {
    await http.close();
  }
}

/** If one of them cannot be read, nothing is looked up: a list with a gap is not the list that was asked for. */
function readTargets(
  texts: readonly string[],
  { words }: Terminal,
): { readonly targets: readonly Target[]; readonly faults: readonly UsageFault[] } {
  const readings = texts.map(readTarget);
  return {
    targets: readings.flatMap((reading) => (reading.ok ? [reading.target] : [])),
    faults: readings.flatMap((reading) =>
      reading.ok
        ? []
        : [{ key: 'cli.error.bad_recipient', values: [reading.text, words.t(FAULTS[reading.fault])] }],
    ),
  };
}

interface Anchors {
  readonly anchors: readonly TrustAnchor[];
}

/** The keys of the root that are trusted: those of the file or, without one, those of the real root. */
async function readAnchorFile(file: string | null, { directory }: Terminal): Promise<UsageFault | Anchors> {
  if (file === null) return { anchors: ROOT_ANCHORS };
  const text = await readFile(resolve(directory, file), 'utf8').catch(() => null);
  if (text === null) return { key: 'cli.error.unreadable_file', values: [file] };
  const anchors = readTrustAnchors(text);
  if (anchors.ok) return anchors;
  return anchors.line === null
    ? { key: 'cli.error.no_anchor', values: [file] }
    : { key: 'cli.error.bad_anchor', values: [file, anchors.line] };
}

function complain(faults: readonly UsageFault[], { err, words: { t } }: Terminal): number {
  for (const { key, values } of faults) {
    err(
      `${t(
        key,
        values.map((value) => (typeof value === 'string' ? harmless(value) : value)),
      )}\n`,
    );
  }
  err(`${t('cli.see_help')}\n`);
  return USAGE;
}
