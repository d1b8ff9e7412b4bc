/** `npm run evidence -- merge|sign|verify|stats …`. Wiring only. */
import { runEvidence } from './lists/run-evidence';
import { processTerminal } from './terminal/program';

process.exitCode = await runEvidence(process.argv.slice(2), processTerminal());
