/**
 * `npm test`: everything, from a fresh checkout, with one command. Plain Node, for nothing is installed
 * yet when it begins. `npm test -- --only unit,lint` runs only those steps.
 *
 * The last line is always `N passed, N failed` (and `, N skipped` if something was); the exit status is 0
 * only if nothing failed.
 */
import { parseArgs } from 'node:util';
import { ensureInstalled } from './install.mjs';
import { ensurePackages } from './lab/packages.mjs';
import { runSteps } from './test/run-steps.mjs';
import { STEPS } from './test/steps.mjs';
import { FAILED, addCounts, summaryLine } from './test/counts.mjs';

let counts = { passed: 0, failed: 0, skipped: 0 };
let finished = false;

// Whatever ends this early, an installation that fails included, is a failure and is said as one.
process.on('exit', (status) => {
  if (!finished) counts = addCounts(counts, FAILED);
  console.log(summaryLine(counts));
  process.exitCode = counts.failed > 0 ? 1 : status;
});

const steps = chooseSteps();
ensureInstalled();
const ready = steps.length > 0 && preparePackages(steps);
counts = await runSteps(steps, ready);
finished = true;

/** The steps that were asked for. */
function chooseSteps() {
  const { only } = readOptions();
  if (only === undefined) return STEPS;
  const wanted = only.split(',').map((id) => id.trim());
  const unknown = wanted.filter((id) => !STEPS.some((step) => step.id === id));
  if (unknown.length > 0) refuse(`There is no step ${unknown.join(', ')}.`);
  return STEPS.filter((step) => wanted.includes(step.id));
}

function readOptions() {
  try {
    return parseArgs({ options: { only: { type: 'string' } } }).values;
  } catch (error) {
    return refuse(error.message);
  }
}

function refuse(message) {
  console.error(`${message}\nnpm test [-- --only ${STEPS.map((step) => step.id).join(',')}]`);
  return process.exit(2);
}

/** Whether the packages that the steps need are there; says what to do if not. */
function preparePackages(chosen) {
  try {
    ensurePackages(chosen.flatMap((step) => step.packages ?? []));
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}
