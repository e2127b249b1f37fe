/**
 * Times of events as people and systems write them, read exactly or refused.
 *
 * Every form of ISO 8601 that names a minute is taken, and what an American desk writes. Whatever offset or zone a time
 * is written in, it becomes the clock of the place: deadlines of days end at the place's midnight.
 */
import type { Result } from '@brightline/language'
import { Temporal } from 'temporal-polyfill'
import { readDate, years } from './calendar-date.ts'

/** A moment by the clock of the place. A date without a time is taken for the beginning of its day. */
export interface ReadTime {
  readonly at: Temporal.ZonedDateTime
  readonly isDateOnly: boolean
}

/** Why a text gives no time. */
export type TimeFault =
  /** It is written in no form that is known. */
  | { readonly kind: 'no-time' }
  | { readonly kind: 'too-far' }
  /** The clocks of that night jumped over it. */
  | { readonly kind: 'skipped' }
  /** The clocks of that night showed it twice; either of the offsets says which. */
  | { readonly kind: 'twice'; readonly offsets: readonly [string, string] }
  /** Its offset is not that of the zone it names. */
  | { readonly kind: 'offset-disagrees' }

/** Where and when a text is read: the zone of the place, and its date, where a time alone may be given. */
export interface Setting {
  readonly zone: string
  readonly today: string | null
}

/**
 * Reads a time.
 *
 * @example
 * const setting = { zone: 'America/Chicago', today: '2026-11-28' }
 * const read = (text) => readTime(text, setting).value?.at.toString({ timeZoneName: 'never' })
 * read('2026-11-28T18:30') // => '2026-11-28T18:30:00-06:00'
 * read('20261129T003000,0+0000') // => '2026-11-28T18:30:00-06:00'
 * read('2026-11-29T06:15+05:45[Asia/Kathmandu]') // => '2026-11-28T18:30:00-06:00'
 * read('11/28/2026 18:30') // => '2026-11-28T18:30:00-06:00'
 * read('6:30 pm') // => '2026-11-28T18:30:00-06:00'
 * readTime('2026-11-01T01:30', setting).problems // => [{ kind: 'twice', offsets: ['-05:00', '-06:00'] }]
 */
export function readTime(text: string, setting: Setting): Result<ReadTime, TimeFault> {
  const key = `${setting.zone} ${setting.today ?? ''} ${text}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const read = readAnew(text, setting)
  if (kept.size === mostKept) kept.clear()
  kept.set(key, read)
  return read
}

/** What was read lately: on the way to a decision the same time is read at each step. */
const kept = new Map<string, Result<ReadTime, TimeFault>>()
const mostKept = 100

function readAnew(text: string, setting: Setting): Result<ReadTime, TimeFault> {
  const written = partsOf(text.trim().replaceAll('\u2212', '-'), setting.today)
  if (written === null) return fault({ kind: 'no-time' })
  const date = readDate(written.date)
  if (!date.ok) return fault({ kind: date.problems[0] === 'too-far' ? 'too-far' : 'no-time' })
  try {
    return momentOf(date.value, written, setting.zone)
  } catch (error) {
    // Temporal knows no such zone or clock time.
    if (error instanceof RangeError) return fault({ kind: 'no-time' })
    throw error
  }
}

/**
 * Writes a moment as the clock of its zone shows it, with the offset only where the clock showed that time twice.
 *
 * @example
 * const read = readTime('2026-11-01T01:30-06:00', { zone: 'America/Chicago', today: null })
 * writeTime(read.value.at) // => '2026-11-01T01:30-06:00'
 */
export function writeTime(at: Temporal.ZonedDateTime): string {
  const { second, millisecond, microsecond, nanosecond } = at
  const isWhole = second + millisecond + microsecond + nanosecond === 0
  const clock = at.toPlainDateTime().toString(isWhole ? { smallestUnit: 'minute' } : {})
  const isOnce = readTime(clock, { zone: at.timeZoneId, today: null }).ok
  return isOnce ? clock : `${clock}${at.offset}`
}

interface Written {
  readonly date: string
  /** As `HH:MM:SS.fraction`; null where only a date stands. */
  readonly time: string | null
  /** As `Z` or `+HH:MM:SS`; null where none stands. */
  readonly offset: string | null
  readonly zone: string | null
}

const wholeForm = /^(\d{4}-\d{2}-\d{2}|\d{8}|\d{1,2}\/\d{1,2}\/\d{4})(?:(?:[Tt]|,? +)(\S[^[]*))?(?:\[!?([^\]=]+)\])?$/
const timeForm =
  /^(\d{1,2})(?:(:?)(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?(?: *([ap])\.?m\.?)? *([Zz]|[+-]\d{2}(?::?\d{2}(?::?\d{2})?)?)?$/i

function partsOf(text: string, today: string | null): Written | null {
  const [, date, clock, zone = null] = wholeForm.exec(text) ?? []
  // A number alone could be a year.
  if (date === undefined) return today === null || /^\d+$/.test(text) ? null : clockOf(text, today, null)
  const iso = /^\d{8}$/.test(date) ? date.replace(/^(....)(..)(..)$/, '$1-$2-$3') : date
  if (clock !== undefined) return clockOf(clock.trim(), iso, zone)
  return zone === null ? { date: iso, time: null, offset: null, zone } : null
}

function clockOf(text: string, date: string, zone: string | null): Written | null {
  const match = timeForm.exec(text)
  if (match === null) return null
  const [, hours = '', colon, minutes, seconds = '00', fraction = '0', half, offset] = match
  // One digit is an hour only before a colon or before am and pm.
  if (hours.length < 2 && colon !== ':' && (half === undefined || minutes !== undefined)) return null
  const hour = hourOf(Number(hours), half)
  if (hour === null || Number(minutes ?? 0) > 59 || Number(seconds) > 59) return null
  return {
    date,
    time: `${String(hour).padStart(2, '0')}:${minutes ?? '00'}:${seconds}.${fraction}`,
    offset: offset === undefined ? null : offsetOf(offset),
    zone,
  }
}

/** Gives the hour of the day. On a clock of two halves, 12 am is midnight and 12 pm is noon. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour > 23 ? null : hour
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

function offsetOf(text: string): string {
  if (/^z$/i.test(text)) return 'Z'
  const digits = text.slice(1).replaceAll(':', '').padEnd(6, '0')
  return `${text.slice(0, 1)}${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4)}`
}

function momentOf(date: string, { time, offset, zone }: Written, placeZone: string): Result<ReadTime, TimeFault> {
  if (time === null) return found(Temporal.PlainDate.from(date).toZonedDateTime(placeZone), placeZone, true)
  const plain = Temporal.PlainDateTime.from(`${date}T${time}`)
  if (offset === null) return local(plain, zone ?? placeZone, placeZone)
  const moment = Temporal.Instant.from(`${date}T${time}${offset}`).toZonedDateTimeISO(zone ?? placeZone)
  if (zone !== null && offset !== 'Z' && !moment.toPlainDateTime().equals(plain)) {
    return fault({ kind: 'offset-disagrees' })
  }
  return found(moment, placeZone, false)
}

/** Reads a time without an offset, which may be none or two on a night when clocks change. */
function local(plain: Temporal.PlainDateTime, zone: string, placeZone: string): Result<ReadTime, TimeFault> {
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.epochNanoseconds === later.epochNanoseconds) return found(earlier, placeZone, false)
  if (!earlier.toPlainDateTime().equals(plain)) return fault({ kind: 'skipped' })
  return fault({ kind: 'twice', offsets: [earlier.offset, later.offset] })
}

function found(moment: Temporal.ZonedDateTime, zone: string, isDateOnly: boolean): Result<ReadTime, TimeFault> {
  const at = moment.withTimeZone(zone)
  if (at.year < years.first || at.year > years.last) return fault({ kind: 'too-far' })
  return { ok: true, value: { at, isDateOnly } }
}

function fault(kind: TimeFault): { readonly ok: false; readonly problems: readonly TimeFault[] } {
  return { ok: false, problems: [kind] }
}
