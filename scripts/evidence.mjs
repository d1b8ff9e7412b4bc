/** `npm run evidence -- …`: joins, signs and checks lists of what probers saw. */
import { runTool } from './run-tool.mjs';

runTool('probe/evidence.ts');
