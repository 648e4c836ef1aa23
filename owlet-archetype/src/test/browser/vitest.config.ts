import { defineConfig } from 'vitest/config';

// One file after the other: each has an application and a browser of its own.
export default defineConfig({
  test: { include: ['*.e2e.ts'], environment: 'node', testTimeout: 60_000, hookTimeout: 240_000, fileParallelism: false },
});
