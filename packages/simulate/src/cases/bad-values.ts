/** The faults of values and rows, noted on one thread. */
import type { ProblemValue } from '@brightline/language'
import type { DataCode } from '../problem.ts'
import type { Dictionary } from '../table/csv/dictionary.ts'
import { printable } from './labels.ts'

/** Values that are listed one by one for each column; more are counted together. */
const mostListed = 200

const longestValue = 60

/** Notes what cannot be read. */
export interface BadValues {
  /** A value that is wrong wherever it comes. */
  readonly note: (slot: number, code: number, what: DataCode) => void
  /** A value that is wrong in this row only. */
  readonly occurs: (slot: number, what: DataCode) => void
}

/** Something wrong with values, rows or fields; `chunk` and `row` say where first. */
export interface Finding {
  readonly code: DataCode
  readonly slot: number | null
  /** `value` is a short value of a mapped column. */
  readonly values: Readonly<Record<string, ProblemValue>>
  readonly chunk: number
  readonly row: number
  rows: number
}

/** Equal rows: where they came first, and how many they are. */
export type RowsAt = Pick<Finding, 'chunk' | 'row' | 'rows'>

/** The findings of a thread. */
export class FindingLog implements BadValues {
  /** The rows that are worked off now. */
  at: RowsAt = { chunk: 0, row: 0, rows: 1 }
  readonly #findings = new Map<string, Finding>()
  /** For each slot: rows by value, and the bad values with the row where each came first. */
  readonly #rowsByValue: readonly Map<number, number>[]
  readonly #badBySlot: readonly Map<number, Pick<Finding, 'code' | 'chunk' | 'row'>>[]

  constructor(slots: number) {
    this.#rowsByValue = Array.from({ length: slots }, () => new Map())
    this.#badBySlot = Array.from({ length: slots }, () => new Map())
  }

  get findings(): readonly Finding[] {
    return [...this.#findings.values()]
  }

  note = (slot: number, code: number, what: DataCode): void => {
    const seen = this.#badBySlot[slot]
    const { chunk, row } = this.at
    if (seen !== undefined && !seen.has(code)) seen.set(code, { code: what, chunk, row })
  }

  occurs = (slot: number | null, what: DataCode): void => {
    this.add({ code: what, slot, values: {}, ...this.at })
  }

  /** Counts the rows that are worked off now under each of their values. */
  count(codes: Int32Array): void {
    for (const [slot, code] of codes.entries()) {
      const rows = this.#rowsByValue[slot]
      if (rows !== undefined) rows.set(code, (rows.get(code) ?? 0) + this.at.rows)
    }
  }

  /** Moves what was counted by number into findings by text. */
  flush(slot: number, dictionary: Dictionary): void {
    const rowsByValue = this.#rowsByValue[slot]
    for (const [value, bad] of this.#badBySlot[slot] ?? []) {
      const rows = rowsByValue?.get(value)
      if (rows === undefined) continue
      const text = printable(dictionary.valueOf(value).trim())
      const short = text.length > longestValue ? `${text.slice(0, longestValue)}…` : text
      this.add({ ...bad, slot, values: { value: short }, rows })
    }
    rowsByValue?.clear()
  }

  /** Forgets the numbers of a column, which begin again. */
  forget(slot: number): void {
    this.#badBySlot[slot]?.clear()
  }

  add(finding: Finding): void {
    const { code, slot, values } = finding
    const exact = `${code} ${slot} ${JSON.stringify(values)}`
    const isListed = this.#findings.has(exact) || this.#findings.size < mostListed
    const key = isListed ? exact : `${code} ${slot} {}`
    const known = this.#findings.get(key)
    if (known !== undefined) known.rows += finding.rows
    else this.#findings.set(key, isListed ? finding : { ...finding, values: {} })
  }
}
