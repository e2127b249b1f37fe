import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The packages come from their sources: here, and in processes that tests start (scripts/test-folder.ts).
  ssr: { resolve: { conditions: ['brightline-source', 'module', 'node', 'development|production'] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'docs/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
    globalSetup: ['scripts/test-folder.ts'],
    // Real files and child processes on a busy two-core machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
