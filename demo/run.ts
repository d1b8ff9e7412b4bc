/** The demo behind `npm start`. scripts/start.mjs has installed and built everything, and says which way to go. */
import { openLive } from './live';
import { openForUser } from './open-for-user';
import { runTour } from './tour';

const [way] = process.argv.slice(2);

switch (way) {
  case 'live':
    await openLive();
    break;
  case 'window':
    await openForUser();
    break;
  case 'tour':
    process.exitCode = (await runTour()) ? 0 : 1;
    break;
  default:
    throw new Error(`No such way: ${String(way)}. Use npm start.`);
}
