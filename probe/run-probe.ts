/** One run of the prober, from the command line to the exit status. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeList } from '@/utils/evidence/evidence-list';
import { thinLooks } from '@/utils/evidence/thin-looks';
import { readProbeArguments, type ProbeOptions } from './arguments';
import { makeControlLooks } from './control-looks';
import { probeHelp } from './help';
import { lookAtControl, type LookSetting } from './host-looks';
import { openJournal, type Journal } from './journal';
import { writeListFile } from './list-file';
import { openNames, type Names } from './names';
import { makePoliteness } from './politeness';
import { startProgress } from './progress';
import { runLooks, type RunResult } from './run-looks';
import { summaryText } from './summary';
import { readTargets } from './targets';
import { faultText, usageFault, type UsageFault } from './terminal/options';
import type { Terminal } from './terminal/program';

export const DONE = 0;
export const USAGE = 2;
/** Not one address could be looked at. */
export const NOTHING = 3;
/** Stopped by the user; as shells have it for an interrupt. */
export const STOPPED = 130;

const DAY = 86_400_000;

/** Runs it and gives the exit status. The summary goes to `out`, everything else to `err`. */
export async function runProbe(args: readonly string[], terminal: Terminal): Promise<number> {
  const { options, fault } = readProbeArguments(args);
  if (fault !== null) return complain(fault, terminal);
  if (options.help) {
    terminal.out(probeHelp(terminal.words.t));
    return DONE;
  }
  const targets = await readTargets(options.targets, options.files, terminal.directory);
  if (!targets.ok) return complain(targets.fault, terminal);
  const out = options.out === null ? null : resolve(terminal.directory, options.out);
  if (out !== null && !options.resume && (existsSync(out) || existsSync(`${out}.journal`))) {
    return complain(usageFault('probe.error.out_exists', out), terminal);
  }
  const opening = await openJournal(out);
  if (!opening.ok)
    return complain(usageFault('probe.error.bad_list', out ?? '', opening.fault.code), terminal);
  const result = await look(targets.targets, options, opening.journal, terminal);
  return finish(result, { options, out, journal: opening.journal }, terminal);
}

async function look(
  targets: readonly string[],
  options: ProbeOptions,
  journal: Journal,
  terminal: Terminal,
): Promise<RunResult> {
  const names = openNames(options.doh, terminal.now, terminal.stop);
  const setting = settingOf(options, names, terminal);
  const controls = makeControlLooks(
    options.controls,
    (host, family) => lookAtControl(host, family, setting),
    terminal.now,
  );
  const progress = startProgress(targets.length, terminal);
  const { hosts: areHosts, concurrency, shard, tries, backoff } = options;
  try {
    return await runLooks(
      { targets, areHosts, concurrency, shard, tries, backoff, controls, journal, onDone: progress.tick },
      setting,
    );
  } finally {
    progress.close();
    await names.close();
  }
}

function settingOf(options: ProbeOptions, names: Names, { now, stop }: Terminal): LookSetting {
  const { connect, port, vantage, network, ehlo, timeout, slow, gap } = options;
  const visit = { ehloName: ehlo, stepMs: timeout, slowMs: slow, now };
  return { names, politeness: makePoliteness(gap, stop), connect, visit, port, vantage, network, stop };
}

interface Ending {
  readonly options: ProbeOptions;
  readonly out: string | null;
  readonly journal: Journal;
}

async function finish(
  result: RunResult,
  { options, out, journal }: Ending,
  { out: print, err, words, now }: Terminal,
): Promise<number> {
  if (out !== null && journal.looks.size > 0) {
    const madeAt = now();
    const { name, maker, licence, nextUpdate } = options;
    const header = { name, maker, licence, madeAt, nextUpdate: madeAt + nextUpdate * DAY };
    const thinned = [...journal.looks].map(([host, looks]) => [host, thinLooks(looks, madeAt)] as const);
    await writeListFile(out, makeList(header, new Map(thinned.filter(([, looks]) => looks.length > 0))));
    journal.close();
  }
  print(summaryText(result, words));
  if (result.stopped) {
    err(`${words.t(out === null ? 'probe.stopped' : 'probe.stopped_resume')}\n`);
    return STOPPED;
  }
  return result.looks.size === 0 && journal.looks.size === 0 ? NOTHING : DONE;
}

function complain(fault: UsageFault, { err, words }: Terminal): number {
  err(faultText(words.t, fault));
  return USAGE;
}
