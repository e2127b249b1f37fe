/** The meaning of one text of a column for a field. */
import type { DateFormat } from '../mapping/mapping.ts'
import { neverNumber, none, unknownNumber, type FieldPlan } from '../mapping/plan.ts'
import type { BadValues } from './bad-values.ts'
import { dayNumberOf, isBlank, readDay, type Day } from './day.ts'
import type { ValueReader } from './known-values.ts'

type PlanOf<Kind extends FieldPlan['kind']> = Extract<FieldPlan, { readonly kind: Kind }>

/** A field that one column decides. */
export type SinglePlan = PlanOf<'table' | 'number' | 'day' | 'by-date' | 'month' | 'window'>

/** Makes what reads a text of the column. */
export function valueReader(plan: SinglePlan, bad: BadValues): ValueReader {
  switch (plan.kind) {
    case 'table':
      return (text, slot, code) => {
        const found = plan.table[text.toUpperCase()]
        if (found === undefined && text !== '') bad.note(slot, code, 'DATA-0008')
        return found ?? plan.blank
      }
    case 'number':
      return numberReader(plan, bad)
    case 'day':
      return dayReader(plan.formats, bad, (day) => (day === null ? unknownNumber : dayNumberOf(day)))
    case 'month':
      return dayReader(plan.formats, bad, (day) => (day === null ? none : day.year * 12 + day.month - 1))
    // The date of the row is a field of its own, which notes what is no date.
    case 'window':
      return (text) => sideOfWindow(plan, readDay(text, plan.formats))
    case 'by-date':
      return (text) => stepOf(plan, readDay(text, plan.formats))
  }
}

function numberReader({ min, max, never }: PlanOf<'number'>, bad: BadValues): ValueReader {
  return (text, slot, code) => {
    if (isBlank(text)) return unknownNumber
    if (never.includes(text.toUpperCase())) return neverNumber
    const number = /^\d{1,9}(\.0+)?$/.test(text) ? Number(text) : Number.NaN
    if (number >= min && number <= max) return number
    bad.note(slot, code, 'DATA-0010')
    return unknownNumber
  }
}

function dayReader(formats: readonly DateFormat[], bad: BadValues, toNumber: (day: Day | null) => number): ValueReader {
  return (text, slot, code) => {
    const day = readDay(text, formats)
    if (day === null && !isBlank(text)) bad.note(slot, code, 'DATA-0009')
    return toNumber(day)
  }
}

function sideOfWindow({ from, through }: PlanOf<'window'>, day: Day | null): number {
  if (day === null) return 0
  const number = dayNumberOf(day)
  if (from !== null && number < from) return 1
  return through !== null && number > through ? 2 : 0
}

function stepOf({ steps, blank }: PlanOf<'by-date'>, day: Day | null): number {
  if (day === null) return blank
  const number = dayNumberOf(day)
  const step = steps.find(({ from, through }) => (from ?? -Infinity) <= number && number <= (through ?? Infinity))
  return step?.value ?? blank
}
