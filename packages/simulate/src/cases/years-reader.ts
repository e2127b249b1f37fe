/** Years between the date in one column and the date of the row. */
import type { DateFormat } from '../mapping/mapping.ts'
import { neverNumber, unknownNumber, type FieldPlan } from '../mapping/plan.ts'
import type { Dictionary } from '../table/csv/dictionary.ts'
import type { BadValues } from './bad-values.ts'
import { dayNumberOf, isBlank, readDay, yearsBetween, type Day } from './day.ts'
import type { FieldReader } from './known-values.ts'

/** Reads a field of years, counted up. */
export function yearsReader(
  plan: Extract<FieldPlan, { readonly kind: 'years' }>,
  dictionaries: readonly Dictionary[],
  bad: BadValues,
): FieldReader {
  const { slot, dateSlot, formats, min, max, never } = plan
  const dictionary = dictionaries[slot]
  const dates = dictionaries[dateSlot]
  if (dictionary === undefined || dates === undefined) throw new Error(`no column in slot ${slot}`)
  const isNever = (code: number): boolean => never.includes(dictionary.valueOf(code).trim().toUpperCase())
  const eventDays = dayCache(dictionary, formats, (code) => {
    if (!isNever(code)) bad.note(slot, code, 'DATA-0009')
  })
  const rowDays = dayCache(dates, formats, () => undefined)
  return (codes) => {
    const code = codes[slot] ?? 0
    const event = eventDays(code)
    if (event === null) return isNever(code) ? neverNumber : unknownNumber
    const row = rowDays(codes[dateSlot] ?? 0)
    if (row === null) return unknownNumber
    const years = yearsBetween(event, row)
    if (years < 0 || dayNumberOf(event) > dayNumberOf(row)) {
      bad.occurs(slot, 'DATA-0015')
      return unknownNumber
    }
    // A fact ends at its greatest number; a longer time has that number, as in the engine.
    return Math.min(Math.max(years, min), max)
  }
}

function dayCache(
  dictionary: Dictionary,
  formats: readonly DateFormat[],
  refuse: (code: number) => void,
): (code: number) => Day | null {
  let known: (Day | null | undefined)[] = []
  let { generation } = dictionary
  return (code) => {
    if (generation !== dictionary.generation) {
      known = []
      generation = dictionary.generation
    }
    const found = known[code]
    if (found !== undefined) return found
    const text = dictionary.valueOf(code).trim()
    const day = readDay(text, formats)
    if (day === null && !isBlank(text)) refuse(code)
    known[code] = day
    return day
  }
}
