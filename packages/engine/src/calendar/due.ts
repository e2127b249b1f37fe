/**
 * When a deadline ends.
 *
 * The reading of each unit, with its model in the law:
 *
 * - Minutes and hours are time that really passes: the clock starts at the event, not at the next full hour, and a
 *   night on which clocks change is an hour shorter or longer (the model is FRCP 6(a)(2)).
 * - Hours that leave out weekends or holidays: the clock stands still from midnight to midnight, local time, of each
 *   such day. Time is up at the first moment at which enough has passed (the model is 8 CFR 287.7(d)).
 * - Days: the day of the event does not count, the last day counts to its end, 23:59:59 local time
 *   (the model is FRCP 6(a)(1)). Days that are left out do not count. A week is seven such days.
 * - Months and years end on the day with the same number, or on the last day of a shorter month, at 23:59:59 local
 *   time. They name a date, so nothing inside them can be left out: if that date is left out, the next one that is not
 *   ends them.
 *
 * The federal rules also push a last day that falls on a weekend or holiday to the next working day. We do so only
 * where the policy says `excluding`: a longer limit than the text gives is never assumed.
 */
import type { Temporal } from 'temporal-polyfill'
import type { Due, Holiday, Limit, Span } from '@brightline/language'
import { isHoliday } from './holiday.ts'

/** When something ends, or the event that must happen before a time can be named; both null where no time is set. */
export interface Deadline {
  readonly at: Temporal.ZonedDateTime | null
  readonly waitsFor: string | null
}

type Moments = Readonly<Record<string, Temporal.ZonedDateTime>>
type Calendars = Readonly<Record<string, readonly Holiday[]>>

/**
 * Finds the moment at which a span ends, in the time zone of its start.
 *
 * @example
 * const span = { amount: 48, unit: 'hours', event: 'release', excludesWeekends: true, calendar: null }
 * const friday = Temporal.ZonedDateTime.from('2026-11-20T18:00[America/Chicago]')
 * addSpan(friday, span, []).toPlainDateTime().toString() // => '2026-11-24T18:00:00'
 * addSpan(friday, { ...span, excludesWeekends: false }, []).toPlainDateTime().toString() // => '2026-11-22T18:00:00'
 */
export function addSpan(
  start: Temporal.ZonedDateTime,
  span: Span,
  holidays: readonly Holiday[],
): Temporal.ZonedDateTime {
  const { amount, unit } = span
  const isLeftOut = leftOut(span, holidays)
  const day = start.toPlainDate()
  const ending = (date: Temporal.PlainDate): Temporal.ZonedDateTime => endOfDay(date, start.timeZoneId)
  switch (unit) {
    case 'minutes':
      return isLeftOut === null ? start.add({ minutes: amount }) : runClock(start, BigInt(amount) * minute, isLeftOut)
    case 'hours':
      return isLeftOut === null
        ? start.add({ hours: amount })
        : runClock(start, BigInt(amount) * 60n * minute, isLeftOut)
    case 'days':
      return ending(countDays(day, amount, isLeftOut))
    case 'weeks':
      return ending(countDays(day, amount * 7, isLeftOut))
    case 'months':
      return ending(nextCounted(day.add({ months: amount }), isLeftOut))
    case 'years':
      return ending(nextCounted(day.add({ years: amount }), isLeftOut))
  }
}

/**
 * Finds when a duty is due, given the events that have happened and the calendars by place.
 *
 * @example
 * const span = { amount: 1, unit: 'days', event: 'receipt', excludesWeekends: false, calendar: null }
 * dueAt({ kind: 'within', span }, {}, {}) // => { at: null, waitsFor: 'receipt' }
 * const receipt = Temporal.ZonedDateTime.from('2026-11-20T09:00[America/Chicago]')
 * dueAt({ kind: 'within', span }, { receipt }, {}).at?.toPlainDateTime().toString() // => '2026-11-21T23:59:59'
 */
export function dueAt(due: Due, events: Moments, calendars: Calendars): Deadline {
  switch (due.kind) {
    // No number of hours stands behind these words, so no time can be named.
    case 'promptly':
    case 'at-once':
      return { at: null, waitsFor: null }
    case 'before':
      return after(due.event, events, (moment) => moment)
    case 'within':
      return after(due.span.event, events, (moment) => spanEnd(moment, due.span, calendars))
  }
}

/** The events that have happened, and the holidays of the calendars by place. */
export interface Clock {
  readonly events: Moments
  readonly calendars: Calendars
}

/**
 * Finds when the limit of an act is reached. `asked` is the time for which the form asks, or null: then a limit that
 * takes it has no time, also where the law caps it.
 *
 * @example
 * const release = Temporal.ZonedDateTime.from('2026-11-20T09:00[America/Chicago]')
 * const clock = { events: { release }, calendars: {} }
 * const limit = { kind: 'end-of-day', event: 'release' }
 * limitAt(limit, null, clock).at?.toPlainDateTime().toString() // => '2026-11-20T23:59:59'
 */
export function limitAt(limit: Limit, asked: Span | null, { events, calendars }: Clock): Deadline {
  const spanAt = (span: Span): Deadline => after(span.event, events, (moment) => spanEnd(moment, span, calendars))
  switch (limit.kind) {
    case 'end-of-day':
      return after(limit.event, events, (moment) => endOfDay(moment.toPlainDate(), moment.timeZoneId))
    case 'span':
      return spanAt(limit.span)
    case 'asked': {
      if (asked === null) return { at: null, waitsFor: null }
      const request = spanAt(asked)
      return limit.atMost === null ? request : earlier(request, spanAt(limit.atMost))
    }
  }
}

/** Gives the deadline that comes first, of those that have a time. */
function earlier(one: Deadline, other: Deadline): Deadline {
  if (other.at === null) return one
  if (one.at === null) return other
  return one.at.epochMilliseconds <= other.at.epochMilliseconds ? one : other
}

function after(
  event: string,
  events: Moments,
  ending: (moment: Temporal.ZonedDateTime) => Temporal.ZonedDateTime,
): Deadline {
  const moment = events[event]
  return moment === undefined ? { at: null, waitsFor: event } : { at: ending(moment), waitsFor: null }
}

function spanEnd(start: Temporal.ZonedDateTime, span: Span, calendars: Calendars): Temporal.ZonedDateTime {
  if (span.calendar === null) return addSpan(start, span, [])
  const holidays = calendars[span.calendar]
  // INVARIANT: a library has every calendar that a span names; its check (POL-0215) keeps it so.
  if (holidays === undefined) throw new Error(`no holiday calendar ${span.calendar}`)
  return addSpan(start, span, holidays)
}

type DayTest = (date: Temporal.PlainDate) => boolean

const minute = 60_000_000_000n

/** Finds the days that the clock leaves out; null when it leaves out none. */
function leftOut(span: Span, holidays: readonly Holiday[]): DayTest | null {
  if (!span.excludesWeekends && span.calendar === null) return null
  return (date) =>
    (span.excludesWeekends && date.dayOfWeek >= 6) || (span.calendar !== null && isHoliday(date, holidays))
}

function runClock(start: Temporal.ZonedDateTime, nanoseconds: bigint, isLeftOut: DayTest): Temporal.ZonedDateTime {
  let now = start
  let left = nanoseconds
  while (left > 0n) {
    const day = now.toPlainDate()
    const midnight = startOfNextDay(day, now.timeZoneId)
    if (!isLeftOut(day)) {
      // Not 24 hours on a day when clocks change.
      const rest = midnight.epochNanoseconds - now.epochNanoseconds
      if (left <= rest) return now.add({ nanoseconds: Number(left) })
      left -= rest
    }
    now = midnight
  }
  return now
}

function countDays(start: Temporal.PlainDate, days: number, isLeftOut: DayTest | null): Temporal.PlainDate {
  if (isLeftOut === null) return start.add({ days })
  let date = start
  for (let counted = 0; counted < days; counted += 1) date = nextCounted(date.add({ days: 1 }), isLeftOut)
  return date
}

function nextCounted(date: Temporal.PlainDate, isLeftOut: DayTest | null): Temporal.PlainDate {
  let next = date
  while (isLeftOut?.(next) === true) next = next.add({ days: 1 })
  return next
}

/** Finds the last second of a day, also where midnight or the hour before it is skipped or comes twice. */
function endOfDay(date: Temporal.PlainDate, timeZone: string): Temporal.ZonedDateTime {
  return startOfNextDay(date, timeZone).subtract({ seconds: 1 })
}

function startOfNextDay(date: Temporal.PlainDate, timeZone: string): Temporal.ZonedDateTime {
  return date.add({ days: 1 }).toZonedDateTime(timeZone)
}
