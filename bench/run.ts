/**
 * `npm run bench`: sizes of the production build, and speed as ratios to a yardstick taken in the same
 * run. Nothing is asserted: times belong to the machine.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runRace } from './compare-speed';
import { allRaces } from './races';
import { measureSizes } from './sizes';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

build();
printSizes();
printRaces();

function build(): void {
  const args = ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', 'chrome'];
  const run = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  if (run.status !== 0) throw new Error('The build failed');
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

function printRaces(): void {
  console.log('Speed: our time as a share of the yardstick’s, in turns within this run (below 1 is faster)');
  console.table(
    allRaces().map((race) => {
      const { ours, theirs, ratio } = runRace(race);
      const row = { step: race.name, µs: ours.toFixed(1), yardstick: race.yardstick };
      return { ...row, 'its µs': theirs.toFixed(1), ratio: ratio.toFixed(2) };
    }),
  );
}
