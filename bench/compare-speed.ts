/** Two ways to do the same work, timed in turns within one run, so that their ratio means something. */

export interface Race {
  readonly name: string;
  readonly ours: () => unknown;
  /** What it is held against. */
  readonly yardstick: string;
  readonly theirs: () => unknown;
}

export interface RaceResult {
  /** Microseconds a call, of the median round. */
  readonly ours: number;
  readonly theirs: number;
  /** Our time as a share of theirs: below 1 is faster. */
  readonly ratio: number;
}

const ROUNDS = 31;
const ROUND_MS = 10;

/** Runs both sides in turns and compares their median rounds. */
export function runRace(race: Race): RaceResult {
  const ours: number[] = [];
  const theirs: number[] = [];
  // One round first, not counted, for the just-in-time compiler.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [mine, other] = [timePerCall(race.ours), timePerCall(race.theirs)];
    if (round === 0) continue;
    ours.push(mine);
    theirs.push(other);
  }
  const result = { ours: median(ours), theirs: median(theirs) };
  return { ...result, ratio: result.ours / result.theirs };
}

/** Microseconds a call, over about ROUND_MS. */
function timePerCall(work: () => unknown): number {
  const start = performance.now();
  let calls = 0;
  let elapsed = 0;
  while (elapsed < ROUND_MS) {
    for (let i = 0; i < 50; i += 1) work();
    calls += 50;
    elapsed = performance.now() - start;
  }
  return (elapsed * 1000) / calls;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
