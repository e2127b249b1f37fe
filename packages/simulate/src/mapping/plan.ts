/**
 * The work on each row, as plain data that a worker can be handed: which columns are read, and how each becomes
 * a small number.
 */
import type { DateFormat } from './mapping.ts'

/** The number of an unknown yes/no or one-of fact. */
export const unknownName = 255

/** The number of an unknown number or date. */
export const unknownNumber = 0x7fff_ffff

/** The number of `never`. */
export const neverNumber = 0x7fff_fffe

/** The number of a month, place of law or date that is not known. */
export const none = -1

/** The way in which the values of some columns become one number. Slots count the columns that are read; tables have keys in capitals. */
export type FieldPlan =
  | {
      readonly kind: 'table'
      readonly slot: number
      readonly table: Readonly<Record<string, number>>
      readonly blank: number
    }
  | {
      readonly kind: 'number'
      readonly slot: number
      readonly min: number
      readonly max: number
      readonly never: readonly string[]
    }
  | { readonly kind: 'day'; readonly slot: number; readonly formats: readonly DateFormat[] }
  | {
      readonly kind: 'years'
      readonly slot: number
      readonly dateSlot: number
      readonly formats: readonly DateFormat[]
      readonly min: number
      readonly max: number
      readonly never: readonly string[]
    }
  | {
      readonly kind: 'by-date'
      readonly slot: number
      readonly formats: readonly DateFormat[]
      readonly steps: readonly PlannedStep[]
      readonly blank: number
    }
  /** Months since year 0. */
  | { readonly kind: 'month'; readonly slot: number; readonly formats: readonly DateFormat[] }
  /** 0 inside the window, 1 before it, 2 after it. */
  | {
      readonly kind: 'window'
      readonly slot: number
      readonly formats: readonly DateFormat[]
      readonly from: number | null
      readonly through: number | null
    }
  | { readonly kind: 'label'; readonly slots: readonly number[] }
  /** `mustFit` where a text that fits nothing is noted. */
  | {
      readonly kind: 'words'
      readonly slots: readonly number[]
      readonly words: readonly { readonly any: readonly string[]; readonly is: number }[]
      readonly other: number
      readonly mustFit: boolean
    }
  | {
      readonly kind: 'lookup'
      readonly slots: readonly number[]
      readonly table: Readonly<Record<string, number>>
      readonly mustFit: boolean
    }

/** Days as numbers; null is open. */
interface PlannedStep {
  readonly from: number | null
  readonly through: number | null
  readonly value: number
}

/** A field of a case, by name: `fact:NAME`, `month`, `window`, `label`, `owner`, `place:N`, `agency`, `where:N`. */
export interface Field {
  readonly name: string
  readonly plan: FieldPlan
}

/** Everything a worker needs. */
export interface Plan {
  /** The columns that are read, by slot. */
  readonly columns: readonly string[]
  readonly fields: readonly Field[]
  /** The slot of the column of counts, or null. */
  readonly countSlot: number | null
  /** The slots of columns whose values are never repeated: they may say something protected of a person. */
  readonly secretSlots: readonly number[]
  /** The delimiter of CSV; null where the file has to say. */
  readonly delimiter: string | null
}

/** Lists the slots that a field is read from. */
export function slotsOf(plan: FieldPlan): readonly number[] {
  return 'slots' in plan ? plan.slots : [plan.slot]
}

/** Makes a text in which whole words can be looked for: in capitals, parted by single blanks. */
export function inWords(text: string): string {
  return ` ${text
    .toUpperCase()
    .replaceAll(/[^A-Z0-9.&']+/g, ' ')
    .trim()} `
}
