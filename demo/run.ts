/** The demo behind `npm start`. scripts/start.mjs has installed and built everything, and says which way to go. */
import { openLive } from './live';
import { openForUser } from './open-for-user';
import { runTour } from './tour';

/** Exit status after Ctrl-C, as shells have it. */
const INTERRUPTED = 130;
/** How long the browser may take to close after a signal, in milliseconds. */
const CLOSING_MS = 3_000;

const signals = { interrupted: false };
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    signals.interrupted = true;
    // Whatever is left then is removed by what hangs on the exit of the process.
    setTimeout(() => process.exit(INTERRUPTED), CLOSING_MS).unref();
  });
}

try {
  await go(process.argv[2]);
} catch (error) {
  // What was waited for when the browser closed is no news to somebody who closed it.
  if (!signals.interrupted) console.error(error);
  process.exitCode = signals.interrupted ? INTERRUPTED : 1;
}

async function go(way: string | undefined): Promise<void> {
  switch (way) {
    case 'live':
      return openLive();
    case 'window':
      return openForUser();
    case 'tour':
      process.exitCode = (await runTour()) ? 0 : 1;
      return;
    default:
      throw new Error(`No such way: ${String(way)}. Use npm start.`);
  }
}
