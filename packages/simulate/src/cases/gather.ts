/** Gathers the rows of a data set into cases, on one thread: a worker or the caller. */
import { Dictionary, mostValues } from '../table/csv/dictionary.ts'
import type { RowTaker } from '../table/csv/scan.ts'
import type { Plan } from '../mapping/plan.ts'
import type { ProblemValue } from '@brightline/language'
import type { DataCode } from '../problem.ts'
import { CaseTable } from './case-table.ts'
import { fieldReader, type BadValues, type FieldReader } from './field-reader.ts'
import { Labels, printable } from './labels.ts'

/** Values that are listed one by one for each column; more are counted together. */
const mostListed = 200

/** Rows that are the same in every column that is read are put together first; with more than these, they are worked off. */
const mostRaw = 100_000

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

/** What one thread gathered. */
export interface Gathered {
  readonly cells: Int32Array<ArrayBuffer>
  readonly counts: Float64Array<ArrayBuffer>
  /** Where each case came first: `placeOf` reads it. */
  readonly firsts: Float64Array<ArrayBuffer>
  readonly size: number
  readonly labels: readonly string[]
  readonly findings: readonly Finding[]
  readonly rowsRefused: number
}

/** A chunk, and a row in it. */
interface Place {
  readonly chunk: number
  readonly row: number
}

const mostRowsOfChunk = 2 ** 32

function positionOf({ chunk, row }: Place): number {
  return chunk * mostRowsOfChunk + row
}

/** The chunk and the row that a position stands for. */
export function placeOf(position: number): Place {
  return { chunk: Math.floor(position / mostRowsOfChunk), row: position % mostRowsOfChunk }
}

/** Takes rows and groups them. */
export class Gatherer implements RowTaker {
  readonly dictionaries: readonly Dictionary[]
  /** The chunk that is being read, for the place of findings. */
  chunk = 0
  rowsRefused = 0
  readonly #plan: Plan
  readonly #table: CaseTable
  readonly #readers: readonly FieldReader[]
  readonly #labels = new Labels()
  readonly #numbers: Int32Array
  readonly #findings = new Map<string, Finding>()
  /** By slot: rows by value, and the bad values with the row where each came first. */
  readonly #rowsByValue: Map<number, number>[]
  readonly #badBySlot: Map<number, { readonly code: DataCode; readonly chunk: number; readonly row: number }>[]
  /** Identical rows, by the numbers of their values. */
  readonly #raw: CaseTable
  /** The rows that are worked off now. */
  #row = 0
  #rowChunk = 0
  #rows = 1

  constructor(plan: Plan) {
    this.#plan = plan
    this.dictionaries = plan.columns.map(() => new Dictionary())
    this.#rowsByValue = plan.columns.map(() => new Map<number, number>())
    this.#badBySlot = plan.columns.map(() => new Map())
    this.#table = new CaseTable(plan.fields.length)
    this.#raw = new CaseTable(plan.columns.length)
    this.#numbers = new Int32Array(plan.fields.length)
    const bad: BadValues = {
      note: (slot, code, what) => {
        const seen = this.#badBySlot[slot]
        if (seen !== undefined && !seen.has(code)) seen.set(code, { code: what, chunk: this.#rowChunk, row: this.#row })
      },
      occurs: (slot, what) => this.#find(what, slot),
    }
    this.#readers = plan.fields.map((field) => fieldReader(field.plan, this.dictionaries, this.#labels, bad))
  }

  take = (codes: Int32Array, row: number): void => {
    const raw = this.#raw
    const before = raw.size
    raw.add(codes, 0, 1, positionOf({ chunk: this.chunk, row }))
    if (raw.size === before) return
    if (raw.size >= mostRaw || this.dictionaries.some(({ size }) => size > mostValues)) this.#workOff()
  }

  refuse = (row: number, code: DataCode, values: Finding['values']): void => {
    this.rowsRefused += 1
    this.#add({ code, slot: null, values, chunk: this.chunk, row, rows: 1 })
  }

  /** Ends the gathering. */
  finish(): Gathered {
    this.#workOff()
    const { cells, counts, firsts, size, width } = this.#table
    return {
      cells: cells.slice(0, size * width),
      counts: counts.slice(0, size),
      firsts: firsts.slice(0, size),
      size,
      labels: this.#labels.texts,
      findings: [...this.#findings.values()],
      rowsRefused: this.rowsRefused,
    }
  }

  /** Turns the rows that were put together into cases, and begins again. */
  #workOff(): void {
    const { size, cells, counts, firsts, width } = this.#raw
    for (let at = 0; at < size; at++) {
      const { chunk, row } = placeOf(firsts[at] ?? 0)
      this.#row = row
      this.#rowChunk = chunk
      this.#rows = counts[at] ?? 0
      this.#workOne(cells.subarray(at * width, (at + 1) * width))
    }
    this.#raw.clear()
    for (const [slot, dictionary] of this.dictionaries.entries()) {
      this.#flush(slot)
      if (dictionary.size <= mostValues) continue
      dictionary.clear()
      this.#badBySlot[slot]?.clear()
    }
  }

  #workOne(codes: Int32Array): void {
    for (const [field, reader] of this.#readers.entries()) this.#numbers[field] = reader(codes)
    const count = this.#countOf(codes)
    const first = positionOf({ chunk: this.#rowChunk, row: this.#row })
    const problem =
      count === null ? 'DATA-0011' : this.#table.add(this.#numbers, 0, count * this.#rows, first) ? null : 'DATA-0014'
    if (problem !== null) {
      this.rowsRefused += this.#rows
      this.#find(problem, count === null ? this.#plan.countSlot : null)
    }
    for (const [slot, code] of codes.entries()) {
      const rows = this.#rowsByValue[slot]
      if (rows !== undefined) rows.set(code, (rows.get(code) ?? 0) + this.#rows)
    }
  }

  #countOf(codes: Int32Array): number | null {
    const { countSlot } = this.#plan
    if (countSlot === null) return 1
    const text = this.dictionaries[countSlot]?.valueOf(codes[countSlot] ?? 0).trim() ?? ''
    return /^\d{1,9}(\.0+)?$/.test(text) ? Number(text) : null
  }

  /** Moves what was counted by number into findings by text. */
  #flush(slot: number): void {
    const rows = this.#rowsByValue[slot]
    for (const [code, { code: what, chunk, row }] of this.#badBySlot[slot] ?? []) {
      if (rows?.has(code) !== true) continue
      const text = printable(this.dictionaries[slot]?.valueOf(code).trim() ?? '')
      const value = text.length > 60 ? `${text.slice(0, 60)}…` : text
      this.#add({ code: what, slot, values: { value }, chunk, row, rows: rows?.get(code) ?? 0 })
    }
    rows?.clear()
  }

  #find(code: DataCode, slot: number | null): void {
    this.#add({ code, slot, values: {}, chunk: this.#rowChunk, row: this.#row, rows: this.#rows })
  }

  #add(finding: Finding): void {
    const { code, slot, values } = finding
    const exact = `${code} ${slot} ${JSON.stringify(values)}`
    const isListed = this.#findings.has(exact) || this.#findings.size < mostListed
    const key = isListed ? exact : `${code} ${slot} {}`
    const known = this.#findings.get(key)
    if (known !== undefined) known.rows += finding.rows
    else this.#findings.set(key, isListed ? finding : { ...finding, values: {} })
  }
}
