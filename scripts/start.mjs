/**
 * `npm start`: from a fresh checkout to a browser with the extension in it. Plain Node, for nothing is
 * installed yet when it begins; the demo itself is demo/run.ts.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './install.mjs';
import { ensurePackages } from './lab/packages.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const USAGE = `npm start                shows Waxseal on a demo mailbox with made-up domains; reaches nothing outside.
                         Without a display it looks for itself and writes pictures to demo-output/.
npm start -- --headless  the same as without a display
npm start -- --live      Chromium with Waxseal and the real network: go to your webmail and try it
npm start -- --help      this text

Exit status: 0 all is as expected; 1 it is not, or something failed; 2 wrong usage.
`;

/** What the browser and the demo's certificates need, as Debian packages. */
const PACKAGES = ['chromium', 'libnss3-tools', 'openssl'];

// Ctrl-C reaches the child too, which stops what it started; this process waits for it to end.
process.on('SIGINT', () => undefined);

const options = readOptions();
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
if (options.help) {
  process.stdout.write(USAGE);
} else if (options.live && (options.headless || !hasDisplay)) {
  console.error('--live opens a browser for you to use. It needs a display, and there is none.');
  process.exit(1);
} else {
  ensureInstalled();
  ensureSystemPackages();
  runOrExit(['node_modules/wxt/bin/wxt.mjs', 'build', '-b', 'chrome']);
  runOrExit(['--import', 'tsx', 'demo/run.ts', wayToGo()]);
}

/** Which way demo/run.ts goes. */
function wayToGo() {
  if (options.live) return 'live';
  return options.headless || !hasDisplay ? 'tour' : 'window';
}

function readOptions() {
  try {
    const flags = {
      help: { type: 'boolean' },
      headless: { type: 'boolean' },
      live: { type: 'boolean' },
    };
    return parseArgs({ options: flags }).values;
  } catch (error) {
    console.error(`${error.message}\n\n${USAGE}`);
    process.exit(2);
  }
}

function ensureSystemPackages() {
  try {
    ensurePackages(PACKAGES);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

/** Runs Node with these arguments in the root of the project; ends this process if it fails. */
function runOrExit(args) {
  const env = { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.node.json' };
  const run = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env });
  if (run.error) console.error(run.error.message);
  if (run.status !== 0) process.exit(run.status ?? 1);
}
