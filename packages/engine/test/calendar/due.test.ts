import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { Due, Holiday, Limit, Span } from '@brightline/language'
import { addSpan, dueAt, limitAt } from '../../src/calendar/due.ts'

const federal: readonly Holiday[] = [
  '01-01 observed',
  'third monday january',
  'last monday may',
  '07-04 observed',
  'first monday september',
  '11-11 observed',
  'fourth thursday november',
  '12-25 observed',
].map((rule) => ({
  name: rule,
  rule,
  force: { from: null, through: null },
  cite: '5 USC 6103(a)',
  mark: 'read',
}))

type Excluding = 'nothing' | 'weekends' | 'weekends and holidays'

function span(amount: number, unit: Span['unit'], excluding: Excluding = 'nothing'): Span {
  return {
    amount,
    unit,
    event: 'receipt',
    excludesWeekends: excluding !== 'nothing',
    calendar: excluding === 'weekends and holidays' ? 'us' : null,
  }
}

function at(local: string, zone = 'America/Chicago'): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone)
}

function local(moment: Temporal.ZonedDateTime | null): string | undefined {
  return moment?.toPlainDateTime().toString({ smallestUnit: 'second' })
}

describe('addSpan', () => {
  const cases: readonly { name: string; start: string; span: Span; want: string; zone?: string }[] = [
    {
      name: '48 hours from Friday evening end on Sunday evening',
      start: '2026-11-20T18:00',
      span: span(48, 'hours'),
      want: '2026-11-22T18:00:00',
    },
    {
      name: '48 hours without weekends from Friday evening end on Tuesday evening',
      start: '2026-11-20T18:00',
      span: span(48, 'hours', 'weekends'),
      want: '2026-11-24T18:00:00',
    },
    {
      name: '48 hours without weekends and holidays end on Wednesday evening where Monday is a holiday',
      start: '2026-09-04T18:00',
      span: span(48, 'hours', 'weekends and holidays'),
      want: '2026-09-09T18:00:00',
    },
    {
      name: 'a holiday that falls on a Saturday stops the clock on the Friday before',
      start: '2026-07-02T10:00',
      span: span(24, 'hours', 'weekends and holidays'),
      want: '2026-07-06T10:00:00',
    },
    {
      name: "a New Year's Day on a Saturday stops the clock on 31 December",
      start: '2021-12-30T20:00',
      span: span(5, 'hours', 'weekends and holidays'),
      want: '2022-01-03T01:00:00',
    },
    {
      name: 'a holiday inside the week stops the clock for that day',
      start: '2026-11-25T09:00',
      span: span(48, 'hours', 'weekends and holidays'),
      want: '2026-11-30T09:00:00',
    },
    {
      name: 'a clock that starts on a Sunday begins to run at midnight',
      start: '2026-11-22T15:30',
      span: span(90, 'minutes', 'weekends'),
      want: '2026-11-23T01:30:00',
    },
    {
      name: 'time that is up at the midnight before a weekend is up then',
      start: '2026-11-20T18:00',
      span: span(6, 'hours', 'weekends'),
      want: '2026-11-21T00:00:00',
    },
    {
      name: 'one minute more than that waits for Monday',
      start: '2026-11-20T18:00',
      span: span(361, 'minutes', 'weekends'),
      want: '2026-11-23T00:01:00',
    },
    {
      name: 'no time at all is up at once, also on a weekend',
      start: '2026-11-21T12:00',
      span: span(0, 'hours', 'weekends'),
      want: '2026-11-21T12:00:00',
    },
    {
      name: '24 hours over the night when clocks go forward end an hour later by the clock',
      start: '2026-03-07T18:00',
      span: span(24, 'hours'),
      want: '2026-03-08T19:00:00',
    },
    {
      name: '24 hours over the night when clocks go back end an hour earlier by the clock',
      start: '2026-10-31T18:00',
      span: span(24, 'hours'),
      want: '2026-11-01T17:00:00',
    },
    {
      name: 'a Friday of 23 hours, where clocks change on a Friday, runs for 23 hours',
      start: '2025-03-28T00:00',
      span: span(24, 'hours', 'weekends'),
      want: '2025-03-31T01:00:00',
      zone: 'Asia/Jerusalem',
    },
    {
      name: 'one day ends at the end of the next day',
      start: '2026-11-18T09:00',
      span: span(1, 'days'),
      want: '2026-11-19T23:59:59',
    },
    {
      name: 'one day after an event in the last minute of a day still has the whole next day',
      start: '2026-11-18T23:59',
      span: span(1, 'days'),
      want: '2026-11-19T23:59:59',
    },
    {
      name: 'days run through a weekend and may end on one',
      start: '2026-11-20T09:00',
      span: span(2, 'days'),
      want: '2026-11-22T23:59:59',
    },
    {
      name: 'a business day after Friday is Monday',
      start: '2026-11-20T09:00',
      span: span(1, 'days', 'weekends'),
      want: '2026-11-23T23:59:59',
    },
    {
      name: 'a business day after Saturday is Monday too',
      start: '2026-11-21T09:00',
      span: span(1, 'days', 'weekends'),
      want: '2026-11-23T23:59:59',
    },
    {
      name: 'three business days before Thanksgiving end after the weekend',
      start: '2026-11-24T09:00',
      span: span(3, 'days', 'weekends and holidays'),
      want: '2026-11-30T23:59:59',
    },
    {
      name: 'the same days without the holiday end before it',
      start: '2026-11-24T09:00',
      span: span(3, 'days', 'weekends'),
      want: '2026-11-27T23:59:59',
    },
    {
      name: 'no days end with the day of the event',
      start: '2026-11-21T09:00',
      span: span(0, 'days', 'weekends'),
      want: '2026-11-21T23:59:59',
    },
    {
      name: 'a day on which clocks go back ends at its later last second',
      start: '2026-10-31T09:00',
      span: span(1, 'days'),
      want: '2026-11-01T23:59:59',
    },
    {
      name: 'two weeks are fourteen days',
      start: '2026-11-20T09:00',
      span: span(2, 'weeks'),
      want: '2026-12-04T23:59:59',
    },
    {
      name: 'a week without weekends is seven business days',
      start: '2026-11-02T09:00',
      span: span(1, 'weeks', 'weekends'),
      want: '2026-11-11T23:59:59',
    },
    {
      name: 'one month after 31 January is 28 February',
      start: '2026-01-31T09:00',
      span: span(1, 'months'),
      want: '2026-02-28T23:59:59',
    },
    {
      name: 'one month after 31 January is 29 February in a leap year',
      start: '2028-01-31T09:00',
      span: span(1, 'months'),
      want: '2028-02-29T23:59:59',
    },
    {
      name: 'one year after 29 February is 28 February',
      start: '2024-02-29T09:00',
      span: span(1, 'years'),
      want: '2025-02-28T23:59:59',
    },
    {
      name: 'a month that ends on a weekend ends there',
      start: '2026-10-22T09:00',
      span: span(1, 'months'),
      want: '2026-11-22T23:59:59',
    },
    {
      name: 'a month without weekends and holidays that ends on one ends on the next day that is neither',
      start: '2026-08-05T09:00',
      span: span(1, 'months', 'weekends and holidays'),
      want: '2026-09-08T23:59:59',
    },
  ]
  for (const { name, start, span: given, want, zone } of cases) {
    it(name, () => expect(local(addSpan(at(start, zone), given, federal))).toBe(want))
  }

  it('reads no holidays where the span names no calendar', () => {
    const end = addSpan(at('2026-09-04T18:00'), span(48, 'hours', 'weekends'), federal)
    expect(local(end)).toBe('2026-09-08T18:00:00')
  })

  it('ends a day at its later last second where the hour before midnight comes twice', () => {
    const end = addSpan(at('2018-02-17T09:00', 'America/Sao_Paulo'), span(0, 'days'), [])
    expect(end.toString()).toBe('2018-02-17T23:59:59-03:00[America/Sao_Paulo]')
  })
})

const moments = fc
  .record({
    second: fc.integer({ min: 946_684_800, max: 2_208_988_800 }),
    zone: fc.constantFrom('America/Chicago', 'America/Los_Angeles', 'America/Phoenix', 'Asia/Jerusalem', 'UTC'),
  })
  .map(({ second, zone }) => Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(zone))
const excludings = fc.constantFrom<Excluding>('nothing', 'weekends', 'weekends and holidays')
const units = fc.constantFrom<Span['unit']>('minutes', 'hours', 'days', 'weeks', 'months', 'years')
const amounts = fc.integer({ min: 0, max: 60 })

describe('every span', () => {
  it('ends no earlier than it starts, keeps the zone, and is no shorter for leaving days out', () => {
    fc.assert(
      fc.property(moments, amounts, units, (start, amount, unit) => {
        const ends = (['nothing', 'weekends', 'weekends and holidays'] as const).map((excluding) =>
          addSpan(start, span(amount, unit, excluding), federal),
        )
        const order = [start, ...ends].map(({ epochNanoseconds }) => epochNanoseconds)
        expect(order).toEqual(order.toSorted((a, b) => Number(a - b)))
        for (const end of ends) expect(end.timeZoneId).toBe(start.timeZoneId)
      }),
    )
  })

  it('ends later when it is longer or starts later', () => {
    fc.assert(
      fc.property(moments, amounts, units, excludings, fc.nat(200_000), (start, amount, unit, excluding, seconds) => {
        const end = addSpan(start, span(amount, unit, excluding), federal)
        const longer = addSpan(start, span(amount + 1, unit, excluding), federal)
        const later = addSpan(start.add({ seconds }), span(amount, unit, excluding), federal)
        expect(Temporal.ZonedDateTime.compare(end, longer)).toBeLessThanOrEqual(0)
        expect(Temporal.ZonedDateTime.compare(end, later)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('in hours adds up: so many and so many more are the sum', () => {
    fc.assert(
      fc.property(moments, amounts, amounts, excludings, (start, first, second, excluding) => {
        const once = addSpan(start, span(first + second, 'hours', excluding), federal)
        const between = addSpan(start, span(first, 'hours', excluding), federal)
        expect(addSpan(between, span(second, 'hours', excluding), federal).equals(once)).toBe(true)
      }),
    )
  })

  it('in hours that leave days out takes exactly its hours and whole days left out', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 300 }), (start, hours) => {
        const end = addSpan(start, span(hours, 'hours', 'weekends'), federal)
        let leftOut = 0n
        for (let day = start; day.epochNanoseconds < end.epochNanoseconds;) {
          const next = day.toPlainDate().add({ days: 1 }).toZonedDateTime(day.timeZoneId)
          if (day.dayOfWeek >= 6) leftOut += next.epochNanoseconds - day.epochNanoseconds
          day = next
        }
        const passed = end.epochNanoseconds - start.epochNanoseconds
        expect(passed - leftOut).toBe(BigInt(hours) * 3_600_000_000_000n)
      }),
    )
  })

  it('in business days ends at the last second of a business day', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 30 }), (start, days) => {
        const end = addSpan(start, span(days, 'days', 'weekends'), [])
        expect(end.dayOfWeek).toBeLessThan(6)
        expect(
          end
            .add({ seconds: 1 })
            .startOfDay()
            .equals(end.add({ seconds: 1 })),
        ).toBe(true)
      }),
    )
  })
})

describe('dueAt', () => {
  const receipt = at('2026-09-04T18:00')
  const events = { receipt }
  const calendars = { us: federal }
  const within = (of: Span): Due => ({ kind: 'within', span: of })
  const cases: readonly { name: string; due: Due; at: string | undefined; waitsFor: string | null }[] = [
    { name: 'promptly names no time', due: { kind: 'promptly' }, at: undefined, waitsFor: null },
    { name: 'at once names no time', due: { kind: 'at-once' }, at: undefined, waitsFor: null },
    {
      name: 'before an event is due when the event happens',
      due: { kind: 'before', event: 'receipt' },
      at: '2026-09-04T18:00:00',
      waitsFor: null,
    },
    {
      name: 'before an event that has not happened waits for it',
      due: { kind: 'before', event: 'interview' },
      at: undefined,
      waitsFor: 'interview',
    },
    {
      name: 'within hours of an event that has happened is due after them',
      due: within(span(48, 'hours')),
      at: '2026-09-06T18:00:00',
      waitsFor: null,
    },
    {
      name: 'the calendar that the span names is the one that counts',
      due: within(span(48, 'hours', 'weekends and holidays')),
      at: '2026-09-09T18:00:00',
      waitsFor: null,
    },
    {
      name: 'within hours of an event that has not happened waits for it',
      due: within({ ...span(48, 'hours'), event: 'reply' }),
      at: undefined,
      waitsFor: 'reply',
    },
  ]
  for (const { name, due, at: want, waitsFor } of cases) {
    it(name, () => {
      const deadline = dueAt(due, events, calendars)
      expect(local(deadline.at)).toBe(want)
      expect(deadline.waitsFor).toBe(waitsFor)
    })
  }

  it('never counts by a calendar it does not have', () => {
    expect(() => dueAt(within(span(1, 'days', 'weekends and holidays')), events, {})).toThrow('no holiday calendar us')
  })
})

describe('limitAt', () => {
  const release = at('2026-11-20T09:00')
  const hours = (amount: number, event = 'release'): Span => ({ ...span(amount, 'hours'), event })
  const cases: readonly {
    name: string
    limit: Limit
    asked?: Span
    at: string | undefined
    waitsFor: string | null
  }[] = [
    {
      name: 'a limit that takes the time of the form ends with it',
      limit: { kind: 'asked', atMost: null },
      asked: hours(48),
      at: '2026-11-22T09:00:00',
      waitsFor: null,
    },
    {
      name: 'it ends no later than the law lets it',
      limit: { kind: 'asked', atMost: hours(24) },
      asked: hours(48),
      at: '2026-11-21T09:00:00',
      waitsFor: null,
    },
    {
      name: 'it ends no later than the form asks',
      limit: { kind: 'asked', atMost: hours(48) },
      asked: hours(24),
      at: '2026-11-21T09:00:00',
      waitsFor: null,
    },
    {
      name: 'the clock of each leaves out what its own text leaves out',
      limit: { kind: 'asked', atMost: hours(60) },
      asked: { ...span(48, 'hours', 'weekends and holidays'), event: 'release' },
      at: '2026-11-22T21:00:00',
      waitsFor: null,
    },
    {
      name: 'it has no time where no form asks for one, also where the law caps it',
      limit: { kind: 'asked', atMost: hours(24) },
      at: undefined,
      waitsFor: null,
    },
    {
      name: 'it has the time that is known, where the other counts from an event without one',
      limit: { kind: 'asked', atMost: hours(24, 'arrest') },
      asked: hours(48),
      at: '2026-11-22T09:00:00',
      waitsFor: null,
    },
    {
      name: 'it has the time of the law, where the form counts from an event without one',
      limit: { kind: 'asked', atMost: hours(24) },
      asked: hours(48, 'arrest'),
      at: '2026-11-21T09:00:00',
      waitsFor: null,
    },
    {
      name: 'it waits for the event from which the form counts',
      limit: { kind: 'asked', atMost: null },
      asked: hours(48, 'arrest'),
      at: undefined,
      waitsFor: 'arrest',
    },
    {
      name: 'the end of a day is its last second',
      limit: { kind: 'end-of-day', event: 'release' },
      at: '2026-11-20T23:59:59',
      waitsFor: null,
    },
    {
      name: 'the end of the day of an event that has not happened waits for it',
      limit: { kind: 'end-of-day', event: 'arrest' },
      at: undefined,
      waitsFor: 'arrest',
    },
    {
      name: 'a hold of 48 hours without weekends and holidays runs past both',
      limit: { kind: 'span', span: { ...span(48, 'hours', 'weekends and holidays'), event: 'release' } },
      at: '2026-11-24T09:00:00',
      waitsFor: null,
    },
  ]
  for (const { name, limit, asked = null, at: want, waitsFor } of cases) {
    it(name, () => {
      const deadline = limitAt(limit, asked, { events: { release }, calendars: { us: federal } })
      expect(local(deadline.at)).toBe(want)
      expect(deadline.waitsFor).toBe(waitsFor)
    })
  }
})
