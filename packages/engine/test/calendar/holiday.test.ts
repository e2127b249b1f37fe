import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { Holiday } from '@brightline/language'
import { holidaysOf, isHoliday } from '../../src/calendar/holiday.ts'

function holiday(rule: string, from: string | null = null, through: string | null = null): Holiday {
  return { name: rule, rule, force: { from, through }, cite: '5 USC 6103(a)', mark: 'read' }
}

function datesOf(year: number, ...rows: readonly Holiday[]): readonly string[] {
  return holidaysOf(year, rows).map(({ date }) => date.toString())
}

describe('holidaysOf', () => {
  const cases: readonly { name: string; year: number; row: Holiday; want: readonly string[] }[] = [
    { name: 'a fixed holiday stays on its Saturday', year: 2026, row: holiday('07-04'), want: ['2026-07-04'] },
    {
      name: 'an observed holiday on a Saturday is kept on the Friday before',
      year: 2026,
      row: holiday('07-04 observed'),
      want: ['2026-07-03'],
    },
    {
      name: 'an observed holiday on a Sunday is kept on the Monday after',
      year: 2027,
      row: holiday('07-04 observed'),
      want: ['2027-07-05'],
    },
    {
      name: 'an observed holiday on a weekday is kept on its day',
      year: 2028,
      row: holiday('07-04 observed'),
      want: ['2028-07-04'],
    },
    {
      name: 'a holiday that only Sunday moves stays on its Saturday',
      year: 2022,
      row: holiday('02-12 sunday observed'),
      want: ['2022-02-12'],
    },
    {
      name: 'a holiday that only Sunday moves is kept on the Monday after a Sunday',
      year: 2023,
      row: holiday('02-12 sunday observed'),
      want: ['2023-02-13'],
    },
    {
      name: "New Year's Day on a Saturday is kept on 31 December of the year before",
      year: 2021,
      row: holiday('01-01 observed'),
      want: ['2021-01-01', '2021-12-31'],
    },
    {
      name: "the year of a New Year's Day on a Saturday has none",
      year: 2022,
      row: holiday('01-01 observed'),
      want: [],
    },
    {
      name: "New Year's Eve on a Sunday is kept on 1 January of the year after",
      year: 2024,
      row: holiday('12-31 observed'),
      want: ['2024-01-01', '2024-12-31'],
    },
    {
      name: 'the third Monday in January can be the 15th',
      year: 2024,
      row: holiday('third monday january'),
      want: ['2024-01-15'],
    },
    {
      name: 'the third Monday in January can be the 21st',
      year: 2030,
      row: holiday('third monday january'),
      want: ['2030-01-21'],
    },
    {
      name: 'the last Monday in May can be the 31st',
      year: 2027,
      row: holiday('last monday may'),
      want: ['2027-05-31'],
    },
    {
      name: 'the last Monday in May can be the 25th',
      year: 2026,
      row: holiday('last monday may'),
      want: ['2026-05-25'],
    },
    {
      name: 'the day after Thanksgiving follows the fourth Thursday, which is not always before the fourth Friday',
      year: 2024,
      row: holiday('day after fourth thursday november'),
      want: ['2024-11-29'],
    },
    {
      name: 'where the month begins on a Friday, the day after the fourth Thursday is the fifth Friday',
      year: 2030,
      row: holiday('day after fourth thursday november'),
      want: ['2030-11-29'],
    },
    {
      name: 'the day after the last Tuesday in December can be in the next year',
      year: 2025,
      row: holiday('day after last tuesday december'),
      want: ['2025-01-01', '2025-12-31'],
    },
    { name: 'a day of mourning happens once', year: 2025, row: holiday('2025-01-09'), want: ['2025-01-09'] },
    { name: 'a day of mourning does not come back', year: 2026, row: holiday('2025-01-09'), want: [] },
    { name: '29 February is a holiday in a leap year', year: 2024, row: holiday('02-29'), want: ['2024-02-29'] },
    { name: '29 February is no holiday in other years', year: 2026, row: holiday('02-29'), want: [] },
    {
      name: 'a holiday is none before its law',
      year: 2020,
      row: holiday('06-19 observed', '2021-06-17'),
      want: [],
    },
    {
      name: 'a holiday is one from the first day of its law, also when it is kept the day before',
      year: 2021,
      row: holiday('06-19 observed', '2021-06-17'),
      want: ['2021-06-18'],
    },
    {
      name: 'a law that begins between the day kept and the day named does not reach back',
      year: 2021,
      row: holiday('06-19 observed', '2021-06-19'),
      want: [],
    },
    {
      name: 'a holiday whose law ends on its day is still one',
      year: 2026,
      row: holiday('10-12', null, '2026-10-12'),
      want: ['2026-10-12'],
    },
    {
      name: 'a holiday whose law ended the day before is none',
      year: 2026,
      row: holiday('10-12', null, '2026-10-11'),
      want: [],
    },
  ]
  for (const { name, year, row, want } of cases) {
    it(name, () => expect(datesOf(year, row)).toEqual(want))
  }

  it('lists two holidays that fall on one day, in order and with their citations', () => {
    const rows = [holiday('last monday may'), holiday('third monday january'), holiday('2025-01-20')]
    expect(datesOf(2025, ...rows)).toEqual(['2025-01-20', '2025-01-20', '2025-05-26'])
    expect(holidaysOf(2025, rows)[0]).toMatchObject({ name: 'third monday january', cite: '5 USC 6103(a)' })
  })
})

it('refuses a row that no calendar could have', () => {
  expect(() => holidaysOf(2026, [holiday('every other tuesday')])).toThrow(
    'unreadable holiday rule: every other tuesday',
  )
})

describe('isHoliday', () => {
  it('agrees with the list of each year', () => {
    const rules = ['01-01 observed', '12-31 observed', '07-04', 'last monday may', 'day after last tuesday december']
    const rows = rules.map((rule) => holiday(rule))
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 365 }), (year, dayOfYear) => {
        const date = Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days: dayOfYear - 1 })
        expect(isHoliday(date, rows)).toBe(datesOf(year, ...rows).includes(date.toString()))
      }),
    )
  })

  it('never keeps an observed holiday on a weekend, and keeps each within a day of its date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (month, day) => {
        const text = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        const kept = [2024, 2025, 2026, 2027].flatMap((year) => holidaysOf(year, [holiday(`${text} observed`)]))
        for (const { date } of kept) {
          expect(date.dayOfWeek).toBeLessThan(6)
          const around = [-1, 0, 1].map((days) => date.add({ days }).toString().slice(5))
          expect(around).toContain(text)
        }
      }),
    )
  })
})
