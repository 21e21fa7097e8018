import { defineConfig } from 'vitest/config';

// Time limits are generous, so that a busy machine fails no test.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          globalSetup: 'tests/support/scratch.ts',
          testTimeout: 30_000,
        },
      },
      {
        // Whole builds, in copies of the project: few, and slow.
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
