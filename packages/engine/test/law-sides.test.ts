/** The examples of the law library: each rule applies in one, and each condition fails in one. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { unshownSides } from '../src/check/sides.ts'
import { stackCache } from '../src/stack/stack-cache.ts'
import { readLawFolder } from './whole-law.ts'

it('leave no side of a condition of the law unshown', async () => {
  const library = await readLawFolder(join(import.meta.dirname, '../../../law'))
  const unshown = unshownSides(library, library.instruments, stackCache(library))
  expect(unshown.map(({ rule, part }) => `${rule} ${JSON.stringify(part)}`)).toEqual([])
})
