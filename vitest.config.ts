import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'docs/test/**/*.test.ts'],
    globalSetup: ['scripts/test-folder.ts'],
    // Real files and child processes on a busy two-core machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
