/** The steps of `npm test`, in the order in which they are shown. */
import { readFile, rm } from 'node:fs/promises';
import { FAILED, PASSED, countVitest } from './counts.mjs';
import { runNode } from './run-program.mjs';
import { checkSizes } from './sizes.mjs';

const MINUTE = 60_000;
const BIN = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
  webExt: 'node_modules/web-ext/bin/web-ext.js',
  wxt: 'node_modules/wxt/bin/wxt.mjs',
};

const WORLD = [
  ...['bind9-dnsutils', 'bind9-utils', 'dovecot-imapd', 'openssl', 'php-cli'],
  ...['roundcube', 'roundcube-sqlite3', 'unbound'],
];
const MAIL = ['postfix', 'postfix-mta-sts-resolver', 'iproute2'];
const BROWSERS = ['chromium', 'firefox-esr', 'libnss3-tools', 'xauth', 'xdotool', 'xvfb'];

/**
 * `needs`: ids of steps that must have succeeded before; `after`: that must have ended; `packages`: Debian packages; `alone`: nothing else
 * runs at the same time, for times matter in it.
 */
export const STEPS = [
  check('prepare', 'Types made by WXT', [BIN.wxt, 'prepare']),
  check('format', 'Format', [BIN.prettier, '--check', '.']),
  check('lint', 'Lint', [BIN.eslint, '.'], { needs: ['prepare'] }),
  check('types', 'Types', [BIN.tsc, '--noEmit'], { needs: ['prepare'] }),
  suite('unit', 'Unit tests', 'vitest.config.ts', { needs: ['prepare'], packages: ['openssl'] }),
  // Each build writes .wxt anew, which the steps before read.
  check('build-chrome', 'Build for Chrome', [BIN.wxt, 'build', '-b', 'chrome'], {
    after: ['lint', 'types', 'unit'],
  }),
  check('build-firefox', 'Build for Firefox', [BIN.wxt, 'build', '-b', 'firefox'], {
    after: ['build-chrome'],
  }),
  check(
    'web-ext',
    'Firefox’s own linter',
    [BIN.webExt, 'lint', '--no-config-discovery', '-s', '.output/firefox-mv3'],
    {
      needs: ['build-firefox'],
    },
  ),
  {
    id: 'sizes',
    title: 'Sizes of the builds',
    needs: ['build-chrome', 'build-firefox'],
    run: () => checkSizes(),
  },
  suite('integration', 'Real servers, from a terminal', 'vitest.world.config.ts', {
    needs: ['prepare'],
    after: ['build-firefox'],
    packages: [...WORLD, ...MAIL],
  }),
  browserSuite('chromium', 'End to end in Chromium', 'build-chrome'),
  browserSuite('firefox', 'End to end in Firefox', 'build-firefox'),
];

/** A program that either succeeds or not; what it prints matters only if it does not. */
function check(id, title, args, more = {}) {
  const run = async () => {
    const { status, output } = await runNode(args, { timeoutMs: 5 * MINUTE });
    return status === 0 ? { output: '', counts: PASSED } : { output, counts: FAILED };
  };
  return { id, title, ...more, run };
}

/** A vitest run; every test counts. */
function suite(id, title, config, { env = {}, ...more }) {
  const run = async () => {
    const report = `node_modules/.waxseal-test-${id}.json`;
    await rm(report, { force: true });
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const args = [BIN.vitest, 'run', '-c', config, ...reporters];
    const { status, output } = await runNode(args, { env, timeoutMs: 10 * MINUTE });
    return { output, counts: countVitest(await readReport(report), status) };
  };
  return { id, title, ...more, run };
}

function browserSuite(browser, title, build) {
  return suite(`e2e-${browser}`, title, 'vitest.e2e.config.ts', {
    env: { WAXSEAL_BROWSER: browser },
    needs: ['prepare', build],
    after: ['integration'],
    packages: [...WORLD, ...BROWSERS],
    alone: true,
  });
}

async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}
