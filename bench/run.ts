/**
 * `npm run bench`: sizes of the production build, and speed as ratios to a yardstick taken in the same
 * run. Nothing is asserted: times belong to the machine.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { measureSizes } from './sizes';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

runNode(['node_modules/wxt/bin/wxt.mjs', 'build', '-b', 'chrome'], 'ignore');
printSizes();
runNode(['--import', 'tsx', 'bench/speed.ts'], 'inherit');

/** Runs Node with these arguments in the root of the project; throws if it fails. */
function runNode(args: readonly string[], stdout: 'ignore' | 'inherit'): void {
  const env = { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.node.json' };
  const run = spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', stdout, 'inherit'] });
  if (run.status !== 0) throw new Error(`node ${args.join(' ')} failed`);
}

function printSizes(): void {
  console.log('Size of the production build for Chrome, in KB (1,000 octets)');
  console.table(
    measureSizes(`${ROOT}.output/chrome-mv3`).map(({ part, files, raw, gzip }) => ({
      part,
      files,
      KB: (raw / 1000).toFixed(1),
      'KB gzip': (gzip / 1000).toFixed(1),
    })),
  );
}
