import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['{apps,modules,packages,examples,tools,bench}/**/*.test.{ts,tsx}'],
    globalSetup: ['tools/testing/src/postgres.ts'],
    setupFiles: ['tools/testing/src/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
