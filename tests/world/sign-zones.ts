/** Makes the signed tree by BIND's tools: keys first, in parallel, then every zone with the DS of those below. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../../scripts/lab/run-command';
import { keyArguments, signArguments } from './signing-plan';
import { zoneText, type Zone } from './zones';

export interface SignedTree {
  /** Zone files by origin, as the authority serves them. */
  readonly files: ReadonlyMap<string, string>;
  /** File with the DS of the root. */
  readonly rootAnchorFile: string;
}

const DIGEST_NAMES = { 1: 'SHA-1', 2: 'SHA-256', 4: 'SHA-384' } as const;

/** Writes and signs every zone in the directory. */
export async function signZones(zones: readonly Zone[], directory: string): Promise<SignedTree> {
  await mkdir(directory, { recursive: true });
  const signed = zones.filter((zone) => zone.signing !== 'unsigned');
  const dsRecords = new Map(
    await Promise.all(signed.map(async (zone) => [zone.origin, await makeKey(zone, directory)] as const)),
  );
  const files = await Promise.all(
    zones.map(async (zone) => {
      const file = join(directory, `${zone.origin || 'root'}.zone`);
      await writeFile(file, zoneText(zone, zones, dsRecords));
      return [zone.origin, zone.signing === 'unsigned' ? file : await sign(zone, file, directory)] as const;
    }),
  );
  const rootAnchorFile = join(directory, 'root.ds');
  await writeFile(rootAnchorFile, dsRecords.get('') ?? '');
  return { files: new Map(files), rootAnchorFile };
}

/** Returns the DS record of the new key. */
async function makeKey({ origin, plan = {} }: Zone, directory: string): Promise<string> {
  const key = await runCommand('dnssec-keygen', ['-q', ...keyArguments(plan), '-K', directory, `${origin}.`]);
  const digest = ['-a', DIGEST_NAMES[plan.dsDigest ?? 2]];
  const lines = await runCommand('dnssec-dsfromkey', [...digest, join(directory, `${key.trim()}.key`)]);
  return plan.changeDs?.(lines) ?? lines;
}

async function sign({ origin, signing, plan = {} }: Zone, file: string, directory: string): Promise<string> {
  const output = `${file}.signed`;
  const usual = ['-q', '-z', '-S', '-P', '-K', directory, '-d', directory, '-O', 'full'];
  const options = [...usual, ...signArguments(plan), '-o', `${origin}.`, '-f', output, file];
  await runCommand('dnssec-signzone', options);
  if (signing === 'bogus') await falsify(output);
  if (plan.changeSigned) await writeFile(output, plan.changeSigned(await readFile(output, 'utf8')));
  return output;
}

/** Changes MX, TXT, TLSA and A records under their signatures. */
async function falsify(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const falsified = text
    .replace(/(\sIN\s+MX\s+)\d+/g, '$1' + '77')
    .replace(/(\sIN\s+TXT\s+")[^"]*/g, '$1forged')
    .replace(/(\sIN\s+TLSA\s+\d \d \d )\S{8}/g, '$1' + '00000000')
    .replace(/(\sIN\s+A\s+)\S+/g, '$1' + '127.0.0.77');
  if (falsified === text) throw new Error(`${file} has nothing to falsify`);
  await writeFile(file, falsified);
}
