import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** "prompt.chromium.e2e.ts" is for one browser only. */
const OTHER = process.env.WAXSEAL_BROWSER === 'firefox' ? 'chromium' : 'firefox';

/** One browser a run (WAXSEAL_BROWSER); scenarios one after the other, in one world. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    exclude: [`tests/e2e/**/*.${OTHER}.e2e.ts`],
    globalSetup: ['tests/world/global-setup.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
