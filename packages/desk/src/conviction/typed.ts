/** Convictions as they are typed from a record. They are read, used once, and kept nowhere. */
import { readDate } from '@brightline/engine'
import type { Conviction } from '@brightline/language'

/** One conviction as it was typed. */
export interface TypedConviction {
  readonly offence: string
  readonly level: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly court: string
}

/** What is wrong with a conviction, by its number in the list. */
export interface ConvictionFault {
  readonly at: number
  readonly key: 'offence-missing' | 'date-wrong' | 'date-future'
}

/** The most that can be typed at once. */
export const mostRows = 30

/** So many rows stand there at first. */
export const firstRows = 3

/** Tells if nothing was typed. */
export function isEmpty({ offence, day, month, year }: TypedConviction): boolean {
  return [offence, day, month, year].every((text) => text.trim() === '')
}

/** Reads convictions. Rows without anything are left out; a list with a fault is not used. */
export function readConvictions(
  typed: readonly TypedConviction[],
  { place, today }: { readonly place: string; readonly today: string },
): { readonly convictions: readonly Conviction[]; readonly faults: readonly ConvictionFault[] } {
  const read = typed.map((row, at) => (isEmpty(row) ? [] : readOne(row, at, { place, today })))
  return {
    convictions: read.flatMap((one) => ('key' in one || !('offence' in one) ? [] : [one])),
    faults: read.flatMap((one) => ('key' in one ? [one] : [])),
  }
}

function readOne(
  { offence, level, day, month, year, court }: TypedConviction,
  at: number,
  { place, today }: { readonly place: string; readonly today: string },
): Conviction | ConvictionFault {
  if (offence.trim() === '') return { at, key: 'offence-missing' }
  const text = `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`
  const date = /^\d{4}-\d\d-\d\d$/.test(text) ? readDate(text) : null
  if (date?.ok !== true) return { at, key: 'date-wrong' }
  if (date.value > today) return { at, key: 'date-future' }
  const known = level === 'felony' || level === 'misdemeanor' ? level : null
  return { offence: offence.trim(), level: known, date: date.value, place: courtPlace(court, place) }
}

/** A court of the state is one of its place; one elsewhere is of no table. */
function courtPlace(court: string, place: string): string | null {
  if (court === 'here') return place.split('/').slice(0, 2).join('/')
  return court === 'elsewhere' ? place.split('/').slice(0, 1).join('/') : null
}
