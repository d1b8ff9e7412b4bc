import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Suites against real servers on loopback (tests/world). */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['tests/integration/**/*.world.ts', 'tests/world/**/*.test.ts'],
    globalSetup: ['tests/world/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
    fileParallelism: false,
  },
});
