import { configDefaults, defineConfig } from 'vitest/config'

/** Tests that take longer than a minute, and may need the registry, are named so: `npm run test:long`. */
const long = '**/*.long.test.ts'

export default defineConfig(({ mode }) => ({
  // The packages come from their sources: here, and in processes that tests start (scripts/test-folder.ts).
  ssr: { resolve: { conditions: ['brightline-source', 'module', 'node', 'development|production'] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'docs/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
    ...(mode === 'long' ? { include: [long] } : { exclude: [...configDefaults.exclude, long] }),
    globalSetup: ['scripts/test-folder.ts'],
    // Real files and child processes on a busy two-core machine.
    testTimeout: mode === 'long' ? 300_000 : 60_000,
    hookTimeout: mode === 'long' ? 300_000 : 60_000,
  },
}))
