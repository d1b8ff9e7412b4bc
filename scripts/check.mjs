/** `npm run -s check -- …`: the engine from a terminal. */
import { runTool } from './run-tool.mjs';

runTool('cli/check.ts');
