import { defineConfig } from 'vitest/config';

/** Tests that build whole sites, in copies of the project: few, and slow. */
export default defineConfig({
  test: {
    include: ['tests/site/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
