/** When a duty is due, by the calendars of the law and the events of a case that are known. */
import { dueAt } from '@brightline/engine'
import type { Due, Holiday } from '@brightline/language'
import type { Temporal } from 'temporal-polyfill'

/** The events of a case that are known, by name. */
export type CaseEvents = ReadonlyMap<string, Temporal.Instant>

/** By what due times are counted: the zone in which the agency lives, and the holidays by place. */
export interface DutyClock {
  readonly timeZone: string
  readonly holidays: Readonly<Record<string, readonly Holiday[]>>
}

/** When a duty is due, or the event that must be known first; both null where the law names no time. */
export interface DueTime {
  readonly at: Temporal.Instant | null
  readonly waitsFor: string | null
}

/**
 * Finds when a duty is due. Null where the calendar that it is counted by cannot be read now.
 *
 * @example
 * const clock = { timeZone: 'America/Chicago', holidays: {} }
 * dueTime({ kind: 'promptly' }, new Map(), clock) // => { at: null, waitsFor: null }
 */
export function dueTime(due: Due | null, events: CaseEvents, { timeZone, holidays }: DutyClock): DueTime | null {
  if (due === null) return { at: null, waitsFor: null }
  if (due.kind === 'within' && due.span.calendar !== null && holidays[due.span.calendar] === undefined) return null
  const moments = Object.fromEntries([...events].map(([event, at]) => [event, at.toZonedDateTimeISO(timeZone)]))
  const { at, waitsFor } = dueAt(due, moments, holidays)
  return { at: at === null ? null : at.toInstant(), waitsFor }
}

/**
 * Says in a few words by which days a time was counted, for the record.
 *
 * @example
 * calendarWord({ kind: 'promptly' }) // => 'promptly'
 */
export function calendarWord(due: Due | null): string {
  if (due === null) return 'none'
  if (due.kind !== 'within') return due.kind
  const { unit, excludesWeekends, calendar } = due.span
  return [
    unit,
    ...(excludesWeekends ? ['without weekends'] : []),
    ...(calendar === null ? [] : [`without holidays of ${calendar}`]),
  ].join(' ')
}
