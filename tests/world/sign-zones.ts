/** Makes the signed tree by BIND's tools: keys first, in parallel, then every zone with the DS of those below. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../../scripts/lab/run-command';
import { zoneText, type Zone } from './zones';

export interface SignedTree {
  /** Zone files by origin, as the authority serves them. */
  readonly files: ReadonlyMap<string, string>;
  /** File with the DS of the root. */
  readonly rootAnchorFile: string;
}

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
async function makeKey({ origin }: Zone, directory: string): Promise<string> {
  const algorithm = ['-a', 'ECDSAP256SHA256', '-f', 'KSK'];
  const key = await runCommand('dnssec-keygen', ['-q', ...algorithm, '-K', directory, `${origin}.`]);
  return runCommand('dnssec-dsfromkey', ['-2', join(directory, `${key.trim()}.key`)]);
}

async function sign({ origin, signing }: Zone, file: string, directory: string): Promise<string> {
  const output = `${file}.signed`;
  const plan = ['-q', '-z', '-S', '-P', '-K', directory, '-d', directory, '-O', 'full', '-e', 'now+10y'];
  await runCommand('dnssec-signzone', [...plan, '-o', `${origin}.`, '-f', output, file]);
  if (signing === 'bogus') await falsify(output);
  return output;
}

/** Changes MX and TXT records under their signatures. */
async function falsify(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const falsified = text
    .replace(/(\sIN\s+MX\s+)\d+/g, '$1' + '77')
    .replace(/(\sIN\s+TXT\s+")[^"]*/g, '$1forged');
  if (falsified === text) throw new Error(`${file} has nothing to falsify`);
  await writeFile(file, falsified);
}
