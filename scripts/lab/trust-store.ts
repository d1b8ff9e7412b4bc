import { mkdir } from 'node:fs/promises';
import { runCommand } from './run-command';

/** Makes an NSS store (what Chromium and Firefox read) in the directory that trusts one authority. */
export async function makeTrustStore(directory: string, caFile: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await runCommand('certutil', ['-N', '-d', `sql:${directory}`, '--empty-password']);
  await runCommand('certutil', [
    '-A',
    '-d',
    `sql:${directory}`,
    '-n',
    'waxseal-lab',
    '-t',
    'C,,',
    '-i',
    caFile,
  ]);
}
