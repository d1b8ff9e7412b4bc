/** `npm start -- --live`: Chromium with the extension and the real network, driven by nobody but the user. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { EXTENSION_DIR } from './extension-dir';
import { makeTemporaryDirectory } from './temporary-directory';

const HINT = `Chromium opens with Waxseal in a profile of its own, which is deleted when you close it.
Choose on the welcome page, then go to your webmail and write a message. Nothing you do there is a demo.
`;

/**
 * Opens the browser and waits until the user closes it. It is started plainly, because webmails refuse
 * log-ins in a browser that says it is remote-controlled.
 */
export async function openLive(): Promise<void> {
  const directory = await makeTemporaryDirectory();
  const args = [
    `--user-data-dir=${join(directory.path, 'profile')}`,
    `--disable-extensions-except=${EXTENSION_DIR}`,
    `--load-extension=${EXTENSION_DIR}`,
    '--no-first-run',
    '--no-default-browser-check',
    // Chromium's sandbox cannot be used by root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  process.stdout.write(HINT);
  const browser = spawn('/usr/bin/chromium', args, { stdio: 'ignore' });
  const end = () => browser.kill();
  process.on('SIGINT', end).on('SIGTERM', end);
  await once(browser, 'exit');
  await directory.stop();
}
