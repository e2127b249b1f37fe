import { configDefaults, mergeConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** The tests that a changed line is put to: those in the process, which see the change, and none that compares sources. */
export default mergeConfig(base({ command: 'serve', mode: 'mutate' }), {
  test: {
    exclude: [
      ...configDefaults.exclude,
      'packages/cli/**',
      'packages/ledger/test/{browser,docs,interop,crash,postgres}.test.ts',
      '**/readme.test.ts',
      'docs/**',
    ],
  },
})
