/** The examples of the law library: each rule applies in one, each condition fails in one, and each day around a date is shown. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { unshownDays } from '../src/check/days.ts'
import { unshownSides } from '../src/check/sides.ts'
import { stackCache } from '../src/stack/stack-cache.ts'
import { readLawFolder } from './whole-law.ts'

it('leave no side of a condition of the law unshown, and no day on which it begins or ends', async () => {
  const library = await readLawFolder(join(import.meta.dirname, '../../../law'))
  const sides = unshownSides(library, library.instruments, stackCache(library))
  expect(sides.map(({ rule, part }) => `${rule} ${JSON.stringify(part)}`)).toEqual([])
  const days = unshownDays(library.instruments, '2010-01-01')
  expect(days.map(({ rule, day }) => `${rule} ${day}`)).toEqual([])
})
