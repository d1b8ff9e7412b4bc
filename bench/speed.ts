/** Prints all races. A program of its own, so that it starts fresh and with the path aliases of the project. */
import { runRace } from './compare-speed';
import { allRaces } from './races';

console.log('Speed: our time as a share of the yardstick’s, in turns within this run (below 1 is faster)');
console.table(
  allRaces().map((race) => {
    const { ours, theirs, ratio } = runRace(race);
    const row = { step: race.name, µs: ours.toFixed(1), yardstick: race.yardstick };
    return { ...row, 'its µs': theirs.toFixed(1), ratio: ratio.toFixed(2) };
  }),
);
