import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isWithin, type Interval } from '../../src/index.ts'
import { intersect, subtract } from '../../src/policy/interval.ts'

const day = fc.integer({ min: 0, max: 30 }).map((days) => addDays('2026-01-01', days))
const interval = fc
  .tuple(fc.option(day), fc.option(day))
  .map(([a, b]): Interval => (a !== null && b !== null && a > b ? { from: b, through: a } : { from: a, through: b }))
/** Sorted and disjoint, as intervals of law are. */
const single = interval.map((one): readonly Interval[] => [one])

describe('sets of days', () => {
  it('intersect to the days in both', () => {
    fc.assert(
      fc.property(single, single, day, (left, right, date) => {
        expect(isWithin(intersect(left, right), date)).toBe(isWithin(left, date) && isWithin(right, date))
      }),
    )
  })

  it('subtract to the days of the first only', () => {
    fc.assert(
      fc.property(single, fc.array(interval, { maxLength: 4 }), day, (left, cuts, date) => {
        expect(isWithin(subtract(left, cuts), date)).toBe(isWithin(left, date) && !isWithin(cuts, date))
      }),
    )
  })

  it('stay sorted and disjoint when some are cut out', () => {
    fc.assert(
      fc.property(single, fc.array(interval, { maxLength: 4 }), (left, cuts) => {
        const rest = subtract(left, cuts)
        rest.slice(1).forEach(({ from }, index) => expect((from ?? '') > (rest[index]?.through ?? '')).toBe(true))
      }),
    )
  })
})
