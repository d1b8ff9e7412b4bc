/**
 * Installs the dependencies when they are missing or not those of the lock file. Plain Node without
 * dependencies: it runs before there are any. (npm's own prestart and pretest hooks would not do: they
 * are skipped where npm is set to ignore scripts.)
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Inside node_modules, so that `npm ci`, which empties that folder first, also takes the mark away. */
const MARK = new URL('../node_modules/.waxseal-lock', import.meta.url);
const LOCK = new URL('../package-lock.json', import.meta.url);

/**
 * Makes node_modules hold what package-lock.json says; does nothing if it already does.
 * What npm prints goes to stderr, so that stdout stays the caller's. Ends the process with npm's
 * status if npm fails.
 */
export function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (installedLock() === wanted) return;
  console.error('Installing dependencies (npm ci) …');
  const npm = spawnSync('npm', ['ci', '--include=dev'], {
    cwd: ROOT,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error(npm.error ? `npm could not be run: ${npm.error.message}` : 'npm ci failed; see above.');
    process.exit(npm.status || 1);
  }
  writeFileSync(MARK, `${wanted}\n`);
}

/** The hash of the lock file that was installed last, or null. */
function installedLock() {
  try {
    return readFileSync(MARK, 'utf8').trim();
  } catch {
    return null;
  }
}
