import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateExists, dayNumber } from '../../src/index.ts'

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
