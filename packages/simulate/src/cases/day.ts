/** Days as numbers, without objects: a million rows have a million dates. */
import type { DateFormat } from '../mapping/mapping.ts'

/** A date that exists. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/**
 * Reads a date in one of some formats, or null. A time behind an ISO or US date is not read: the day counts as it is written.
 *
 * @example
 * readDay('2015-02-28', ['iso']) // => { year: 2015, month: 2, day: 28 }
 * readDay('2/28/2015 14:00', ['us']) // => { year: 2015, month: 2, day: 28 }
 * readDay('2015-02-28 am', ['iso']) // => { year: 2015, month: 2, day: 28 }
 * readDay('2015-02-30', ['iso']) // => null
 */
export function readDay(text: string, formats: readonly DateFormat[]): Day | null {
  for (const format of formats) {
    const match = patterns[format].exec(text.trim())
    if (match === null) continue
    const [year, month, day] = partsByFormat[format].map((part) => (part === 0 ? 1 : Number(match[part])))
    if (year === undefined || month === undefined || day === undefined) continue
    if (year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))
      return { year, month, day }
  }
  return null
}

/** A time behind a day: of the clock, of half a day, or both, perhaps with a zone. */
const time = String.raw`(?:[\d:.,]+ ?(?:[AP]\.?M\.?)?|[AP]\.?M\.?)(?: ?UTC| ?Z| ?[+-]\d{2}(?::?\d{2})?)?`

const patterns: Readonly<Record<DateFormat, RegExp>> = {
  iso: new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})(?:(?:T| +)${time})?$`, 'i'),
  us: new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4})(?: +${time})?$`, 'i'),
  month: /^(\d{4})-(\d{2})$/,
}

/** The groups of the year, the month and the day; 0 is the first. */
const partsByFormat: Readonly<Record<DateFormat, readonly number[]>> = {
  iso: [1, 2, 3],
  us: [3, 1, 2],
  month: [1, 2, 0],
}

/** Tells whether a cell with a date or a number says nothing: R writes `NA` for it. */
export function isBlank(text: string): boolean {
  return text === '' || text === 'NA'
}

/** Counts days since 1970-01-01, in the calendar that law uses (Hinnant, days_from_civil). */
export function dayNumberOf({ year, month, day }: Day): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/**
 * Counts years since a date, up, as the engine's `yearsSince` counts; a test keeps the two equal.
 *
 * @example
 * yearsBetween({ year: 2021, month: 11, day: 22 }, { year: 2026, month: 11, day: 23 }) // => 6
 */
export function yearsBetween(from: Day, to: Day): number {
  const years = to.year - from.year
  const anniversary = Math.min(from.day, daysIn(to.year, from.month))
  const isPast = from.month < to.month || (from.month === to.month && anniversary < to.day)
  return isPast ? years + 1 : years
}

/** Counts the days of a month. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
