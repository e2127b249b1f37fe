import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateExists, dateOf, dayNumber } from '../src/index.ts'

describe('dateExists', () => {
  const cases: readonly { date: string; want: boolean; why: string }[] = [
    { date: '2024-02-29', want: true, why: 'a leap year' },
    { date: '2025-02-29', want: false, why: 'no leap year' },
    { date: '2000-02-29', want: true, why: 'a fourth century' },
    { date: '1900-02-29', want: false, why: 'a century' },
    { date: '2026-04-31', want: false, why: 'April has thirty days' },
    { date: '2026-12-31', want: true, why: 'December has thirty-one' },
    { date: '2026-00-10', want: false, why: 'no month' },
    { date: '2026-13-01', want: false, why: 'a thirteenth month' },
    { date: '2026-01-00', want: false, why: 'no day' },
  ]
  it.each(cases)('$date is $want: $why', ({ date, want }) => expect(dateExists(date)).toBe(want))
})

describe('addDays and dayNumber', () => {
  it('count the same days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -1000, max: 1000 }), (day, more) => {
        const date = addDays('1970-01-01', day)
        expect(dateExists(date)).toBe(true)
        expect(dayNumber(addDays(date, more))).toBe(day + more)
      }),
    )
  })
})

describe('dateOf and dayNumber', () => {
  it('agree with the clock of the machine on every day of four centuries', () => {
    const [first, last] = [Date.UTC(1800, 0, 1) / 86_400_000, Date.UTC(2201, 0, 1) / 86_400_000]
    const differing: string[] = []
    for (let day = first; day < last; day += 1) {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
      if (dateOf(day) !== date || dayNumber(date) !== day) differing.push(date)
    }
    expect(differing).toEqual([])
  })

  it('go back and forth in any year', () => {
    fc.assert(fc.property(fc.integer({ min: -719_468, max: 2_932_896 }), (day) => dayNumber(dateOf(day)) === day))
  })
})
