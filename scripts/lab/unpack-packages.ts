import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './run-command';

/**
 * Downloads Debian packages by apt and unpacks them into the directory, without installing: for programs
 * that cannot be installed beside each other, such as two mail servers.
 */
export async function unpackPackages(names: readonly string[], directory: string): Promise<void> {
  await download(names, directory);
  const files = (await readdir(directory)).filter((file) => file.endsWith('.deb'));
  for (const file of files) await runCommand('dpkg-deb', ['-x', join(directory, file), directory]);
}

async function download(names: readonly string[], directory: string): Promise<void> {
  try {
    await runCommand('apt-get', ['-q', 'download', ...names], directory);
  } catch {
    // apt may not know any packages yet.
    await runCommand('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', 'update']);
    await runCommand('apt-get', ['-q', 'download', ...names], directory);
  }
}
