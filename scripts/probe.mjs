/** `npm run probe -- …`: looks at mail servers. */
import { runTool } from './run-tool.mjs';

runTool('probe/probe.ts');
