/** `npm run probe -- …`: looks at mail servers. Wiring only. */
import { runProbe } from './run-probe';
import { processTerminal } from './terminal/program';

process.exitCode = await runProbe(process.argv.slice(2), processTerminal());
