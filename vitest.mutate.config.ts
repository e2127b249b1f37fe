import { configDefaults, defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** The tests that a changed line is put to: those beside it (scripts/mutate.ts names them), in its process, and quick. */
export default defineConfig((given) => {
  const { test, ...rest } = base({ ...given, mode: 'mutate' })
  return {
    ...rest,
    test: {
      ...test,
      include: (process.env['MUTATE_TESTS'] ?? 'packages/{engine,ledger}/test/**/*.test.ts').split(' '),
      exclude: [
        ...configDefaults.exclude,
        '**/readme.test.ts',
        'packages/engine/test/{analysis,bulk,sql}/**',
        'packages/engine/test/{whole-law,decide/no-sentences}.test.ts',
        'packages/ledger/test/{browser,crash,docs,files,fuzz,http-source,interop,postgres}.test.ts',
      ],
    },
  }
})
