import { defineConfig } from 'vitest/config';

// StrykerJS wants one project, and tells tests apart by their files.
export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts'],
    globalSetup: 'tests/support/scratch.ts',
    testTimeout: 30_000,
  },
});
