/** Dates as requests give them, and the date that it is at a place. */
import { dateExists, type Library, type Result } from '@brightline/language'
import { Temporal } from 'temporal-polyfill'

/** Why a text gives no date: it is none, or a year that no request is about. */
export type DateFault = 'no-date' | 'too-far'

/** The first and the last year that a request can be about. A date outside them is a slip. */
export const years = { first: 1900, last: 2100 } as const

/**
 * Reads a date: year-month-day, or month/day/year as American papers have it.
 *
 * @example
 * readDate('2026-11-22') // => { ok: true, value: '2026-11-22' }
 * readDate('11/22/2026') // => { ok: true, value: '2026-11-22' }
 * readDate('2026-02-30') // => { ok: false, problems: ['no-date'] }
 * readDate('20260-01-01') // => { ok: false, problems: ['no-date'] }
 * readDate('0206-11-22') // => { ok: false, problems: ['too-far'] }
 */
export function readDate(text: string): Result<string, DateFault> {
  const date = isoDate(text.trim())
  if (date === null || !dateExists(date)) return { ok: false, problems: ['no-date'] }
  const year = Number(date.slice(0, 4))
  return year < years.first || year > years.last ? { ok: false, problems: ['too-far'] } : { ok: true, value: date }
}

/** Tells whether a text is a date that a request can be about. */
export function isDate(text: string): boolean {
  return readDate(text).ok
}

/** Gives the time zone of a place. */
export function zoneOf(library: Pick<Library, 'places'>, place: string): string {
  return library.places.find(({ id }) => id === place)?.timeZone ?? 'UTC'
}

/**
 * Gives the local time of a zone at an instant, both in ISO 8601. Nothing here has a clock: the instant comes from the caller.
 *
 * @example
 * localTime('2026-11-22T03:30:00Z', 'America/Los_Angeles') // => '2026-11-21T19:30'
 */
export function localTime(now: string, zone: string): string {
  return Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/**
 * Gives the date that it is at a place.
 *
 * @example
 * todayAt(library, 'us/ca', '2026-11-22T03:30:00Z') // => '2026-11-21'
 */
export function todayAt(library: Pick<Library, 'places'>, place: string, now: string): string {
  return localTime(now, zoneOf(library, place)).slice(0, 10)
}

function isoDate(text: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  return year === '' ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
