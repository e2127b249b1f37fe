import { globSync, readFileSync } from 'node:fs'
import { configDefaults, defineConfig } from 'vitest/config'

const tests = ['packages/*/test/**/*.test.ts', 'docs/test/**/*.test.ts', 'scripts/test/**/*.test.ts']

/** Tests for the long run only are named so: they take minutes, and may need the registry. */
const longOnly = '**/*.long.test.ts'

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
    // Real files and child processes on a busy two-core machine.
    testTimeout: mode === 'long' ? 600_000 : 60_000,
    hookTimeout: mode === 'long' ? 300_000 : 60_000,
    coverage: {
      include: ['packages/*/src/**/*.ts'],
      exclude: ['packages/language/src/generated/**'],
      reporter: ['text-summary', 'json-summary', 'html'],
    },
  },
}))

/** Lists the tests of the long run: those named so, and those whose counts grow in it (scripts/test-counts.ts). */
function longRun(): string[] {
  const hasCounts = (path: string): boolean => /\b(?:random-law|test-counts)\.ts'/.test(readFileSync(path, 'utf8'))
  return globSync(tests, { cwd: import.meta.dirname }).filter(
    (path) => path.endsWith('.long.test.ts') || hasCounts(`${import.meta.dirname}/${path}`),
  )
}
