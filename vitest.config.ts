import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Generous, so that a busy machine fails no test.
  test: { include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 },
});
