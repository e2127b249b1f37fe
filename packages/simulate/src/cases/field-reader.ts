/** Turns the values of a row into the number of one field; each distinct value is worked out once. */
import type { Dictionary } from '../table/csv/dictionary.ts'
import { inWords, neverNumber, none, unknownNumber, type FieldPlan } from '../mapping/plan.ts'
import type { DataCode } from '../problem.ts'
import { dayNumberOf, isBlank, readDay, yearsBetween, type Day } from './day.ts'
import type { Labels } from './labels.ts'

const unread = -0x8000_0000

/** Notes what cannot be read, by value. */
export interface BadValues {
  readonly note: (slot: number, code: number, what: DataCode) => void
  /** A value that is wrong in this row only. */
  readonly occurs: (slot: number, what: DataCode) => void
}

/** The value of one field for a row. */
export type FieldReader = (codes: Int32Array) => number

/** Makes the reader of a field. `labels` gathers the texts of label fields. */
export function fieldReader(
  plan: FieldPlan,
  dictionaries: readonly Dictionary[],
  labels: Labels,
  bad: BadValues,
): FieldReader {
  switch (plan.kind) {
    case 'years':
      return yearsReader(plan, dictionaries, bad)
    case 'label':
      return joined(plan.slots, dictionaries, (text) => {
        const named = text.split(' / ').filter((part) => part.trim() !== '')
        return labels.numberOf(named.join(' / '))
      })
    case 'lookup':
      return joined(plan.slots, dictionaries, (text, slot, code) => {
        const found = plan.table[text.toUpperCase()]
        if (found === undefined && plan.mustFit && !isBlank(text)) bad.note(slot, code, 'DATA-0017')
        return found ?? none
      })
    case 'words':
      return joined(plan.slots, dictionaries, (text, slot, code) => {
        const padded = inWords(text)
        const found = plan.words.find(({ any }) => any.some((word) => padded.includes(word)))
        if (found === undefined && plan.mustFit && text !== '') bad.note(slot, code, 'DATA-0008')
        return found?.is ?? plan.other
      })
    case 'table':
    case 'number':
    case 'day':
    case 'by-date':
    case 'month':
    case 'window':
      return single(plan.slot, dictionaries, valueReader(plan, bad))
  }
}

type SinglePlan = Extract<FieldPlan, { readonly kind: 'table' | 'number' | 'day' | 'by-date' | 'month' | 'window' }>

/** Works out one value: its text, its slot and number for the notes. */
type ValueReader = (text: string, slot: number, code: number) => number

function valueReader(plan: SinglePlan, bad: BadValues): ValueReader {
  const day = (text: string, slot: number, code: number, formats: Parameters<typeof readDay>[1]): Day | null => {
    const found = readDay(text, formats)
    if (found === null && !isBlank(text)) bad.note(slot, code, 'DATA-0009')
    return found
  }
  switch (plan.kind) {
    case 'table':
      return (text, slot, code) => {
        const found = plan.table[text.toUpperCase()]
        if (found === undefined && text !== '') bad.note(slot, code, 'DATA-0008')
        return found ?? plan.blank
      }
    case 'number':
      return (text, slot, code) => readNumber(text, plan, () => bad.note(slot, code, 'DATA-0010'))
    case 'day':
      return (text, slot, code) => {
        const found = day(text, slot, code, plan.formats)
        return found === null ? unknownNumber : dayNumberOf(found)
      }
    case 'month':
      return (text, slot, code) => {
        const found = day(text, slot, code, plan.formats)
        return found === null ? none : found.year * 12 + found.month - 1
      }
    case 'window':
      return (text) => {
        const found = readDay(text, plan.formats)
        if (found === null) return 0
        const number = dayNumberOf(found)
        if (plan.from !== null && number < plan.from) return 1
        return plan.through !== null && number > plan.through ? 2 : 0
      }
    case 'by-date':
      return (text) => {
        const found = readDay(text, plan.formats)
        if (found === null) return plan.blank
        const number = dayNumberOf(found)
        return (
          plan.steps.find(({ from, through }) => (from ?? -Infinity) <= number && number <= (through ?? Infinity))
            ?.value ?? plan.blank
        )
      }
  }
}

function readNumber(text: string, plan: Extract<FieldPlan, { readonly kind: 'number' }>, refuse: () => void): number {
  if (isBlank(text)) return unknownNumber
  if (plan.never.includes(text.toUpperCase())) return neverNumber
  const number = /^\d{1,9}(\.0+)?$/.test(text) ? Number(text) : Number.NaN
  if (number >= plan.min && number <= plan.max) return number
  refuse()
  return unknownNumber
}

function single(slot: number, dictionaries: readonly Dictionary[], read: ValueReader): FieldReader {
  const dictionary = dictionaries[slot]
  // INVARIANT: a plan reads only slots that it has.
  if (dictionary === undefined) throw new Error(`no column in slot ${slot}`)
  let known = new Int32Array(256).fill(unread)
  let { generation } = dictionary
  return (codes) => {
    const code = codes[slot] ?? 0
    if (generation !== dictionary.generation) {
      known.fill(unread)
      generation = dictionary.generation
    }
    if (code >= known.length) known = widened(known, code)
    const found = known[code] ?? unread
    if (found !== unread) return found
    const value = read(dictionary.valueOf(code).trim(), slot, code)
    known[code] = value
    return value
  }
}

/** Fields of several columns: by the combination of their numbers. */
function joined(slots: readonly number[], dictionaries: readonly Dictionary[], read: ValueReader): FieldReader {
  const own = slots.flatMap((slot) => dictionaries[slot] ?? [])
  const [first = 0] = slots
  if (slots.length === 1) return single(first, dictionaries, read)
  const known = new Map<number, number>()
  let generation = 0
  return (codes) => {
    const now = own.reduce((sum, dictionary) => sum + dictionary.generation, 0)
    if (now !== generation || known.size > 200_000) {
      known.clear()
      generation = now
    }
    let key = 0
    for (const slot of slots) key = key * 65_536 + (codes[slot] ?? 0)
    const found = known.get(key)
    if (found !== undefined) return found
    const texts = slots.map((slot) => dictionaries[slot]?.valueOf(codes[slot] ?? 0).trim() ?? '')
    const value = read(texts.some((text) => text !== '') ? texts.join(' / ') : '', first, codes[first] ?? 0)
    known.set(key, value)
    return value
  }
}

function yearsReader(
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
  formats: Parameters<typeof readDay>[1],
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

function widened(known: Int32Array<ArrayBuffer>, code: number): Int32Array<ArrayBuffer> {
  const made = new Int32Array(Math.max(known.length * 2, code + 1)).fill(unread)
  made.set(known)
  return made
}
