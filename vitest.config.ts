import { globSync, readFileSync } from 'node:fs'
import { configDefaults, defineConfig } from 'vitest/config'

const tests = ['packages/*/test/**/*.test.ts', 'docs/test/**/*.test.ts', 'scripts/test/**/*.test.ts']

/** Tests for the long run only are named so: they take minutes, and may need the registry. */
const longOnly = '**/*.long.test.ts'

/**
 * The decision path is covered whole, but for fallbacks that the types ask for and no data reaches. A little below what
 * was measured (docs/testing.md): a new branch without a test ends the run of `npm run coverage` with a failure.
 */
const leastCovered = {
  'packages/engine/src/{stack,interpret,calendar}/**': { lines: 99, functions: 99, branches: 98 },
  'packages/engine/src/decide/**': { lines: 98, functions: 98, branches: 95 },
  'packages/engine/src/request/**': { lines: 98, functions: 98, branches: 95 },
  'packages/ledger/src/merkle/**': { lines: 99, functions: 99, branches: 97 },
  'packages/simulate/src/report/{suppress,equations,fixed-counts}.ts': { lines: 96, functions: 96, branches: 74 },
}

export default defineConfig(({ mode }) => ({
  // The packages come from their sources: here, and in processes that tests start (scripts/test-folder.ts).
  ssr: { resolve: { conditions: ['brightline-source', 'module', 'node', 'development|production'] } },
  test: {
    ...(mode === 'long' ? { include: longRun() } : { include: tests, exclude: [...configDefaults.exclude, longOnly] }),
    env: mode === 'long' ? { LONG: '1' } : {},
    globalSetup: ['scripts/test-folder.ts'],
    // Every core, and modules loaded once a core: half of the time. The long run loads them anew for each file.
    maxWorkers: '100%',
    isolate: mode === 'long',
    unstubEnvs: true,
    unstubGlobals: true,
    // Real files and child processes on a two-core machine that others keep busy, while coverage is measured.
    testTimeout: mode === 'long' ? 600_000 : 180_000,
    hookTimeout: mode === 'long' ? 300_000 : 180_000,
    teardownTimeout: 60_000,
    coverage: {
      include: ['packages/*/src/**/*.ts'],
      exclude: ['packages/language/src/generated/**'],
      reporter: ['text-summary', 'json-summary', 'html'],
      thresholds: leastCovered,
    },
  },
}))

/** Lists the tests of the long run: those named so, and those that grow in it (scripts/test-counts.ts, the eyes of the desk). */
function longRun(): string[] {
  const hasCounts = (path: string): boolean => /\b(?:random-law|test-counts|eyes)\.ts'/.test(readFileSync(path, 'utf8'))
  return globSync(tests, { cwd: import.meta.dirname }).filter(
    (path) => path.endsWith('.long.test.ts') || hasCounts(`${import.meta.dirname}/${path}`),
  )
}
