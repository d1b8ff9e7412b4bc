import { FAILED, addCounts, summaryLine } from './counts.mjs';

/** As many steps at a time as two processors carry. */
const AT_A_TIME = 2;

/**
 * Runs the steps, each after those it needs or follows, two at a time, and prints them in their order as they end.
 * A step whose needs failed, or all of them if the packages are not there, is not run and counts as failed.
 */
export async function runSteps(steps, packagesReady) {
  const started = new Map();
  const slots = makeSlots(AT_A_TIME);
  for (const step of steps) started.set(step.id, runWhenReady(step, started, slots, packagesReady));
  let total = { passed: 0, failed: 0, skipped: 0 };
  for (const step of steps) {
    console.log(`\n=== ${step.title} (${step.id}) ===`);
    const { output, counts, seconds } = await started.get(step.id);
    const shown = output.trim();
    if (shown !== '') console.log(shown);
    console.log(`--- ${summaryLine(counts)} in ${seconds} s`);
    total = addCounts(total, counts);
  }
  console.log('');
  return total;
}

async function runWhenReady(step, started, slots, packagesReady) {
  await Promise.all((step.after ?? []).map((id) => started.get(id)));
  const needs = (step.needs ?? []).filter((id) => started.has(id));
  const done = await Promise.all(needs.map((id) => started.get(id)));
  const missing = needs.filter((_, index) => done[index].counts.failed > 0);
  if (missing.length > 0) return notRun(`Not run, because this failed: ${missing.join(', ')}.`);
  if (!packagesReady && step.packages) return notRun('Not run, because packages are missing.');
  const release = await slots.take(step.alone ? AT_A_TIME : 1);
  const start = Date.now();
  try {
    const result = await step.run();
    return { ...result, seconds: Math.round((Date.now() - start) / 1000) };
  } catch (error) {
    return notRun(`Broke: ${error.stack}`);
  } finally {
    release();
  }
}

function notRun(output) {
  return { output, counts: FAILED, seconds: 0 };
}

/** Hands out slots in the order in which they were asked for. */
function makeSlots(count) {
  let free = count;
  const waiting = [];
  const serve = () => {
    while (waiting.length > 0 && waiting[0].wanted <= free) {
      const { wanted, resolve } = waiting.shift();
      free -= wanted;
      resolve(() => {
        free += wanted;
        serve();
      });
    }
  };
  return {
    take: (wanted) =>
      new Promise((resolve) => {
        waiting.push({ wanted, resolve });
        serve();
      }),
  };
}
