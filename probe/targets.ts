/** What is to be looked at: names from the command line and from files. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { toDomain } from '@/utils/address/domain-name';
import { usageFault, type UsageFault } from './terminal/options';

export type TargetReading =
  | { readonly ok: true; readonly targets: readonly string[] }
  | { readonly ok: false; readonly fault: UsageFault };

/** Reads all names, each once: A-labels, lower case. In files, "#" begins a comment. One that is no name spoils all. */
export async function readTargets(
  names: readonly string[],
  files: readonly string[],
  directory: string,
): Promise<TargetReading> {
  const all = [...names];
  for (const file of files) {
    const text = await readFile(resolve(directory, file), 'utf8').catch(() => null);
    if (text === null) return { ok: false, fault: usageFault('cli.error.unreadable_file', file) };
    all.push(...text.split(/\r?\n/).map((line) => line.replace(/#.*/, '').trim()));
  }
  const targets = new Set<string>();
  for (const name of all.filter((each) => each !== '')) {
    const domain = toDomain(name);
    if (!domain.ok) return { ok: false, fault: usageFault('probe.error.bad_target', name) };
    targets.add(domain.domain);
  }
  return { ok: true, targets: [...targets] };
}

/** Whether a host falls to this shard; each host falls to exactly one, whatever the list it comes from. */
export function isInShard(
  host: string,
  { index, of }: { readonly index: number; readonly of: number },
): boolean {
  return createHash('sha256').update(host).digest().readUInt32BE(0) % of === index - 1;
}
