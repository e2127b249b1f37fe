/** Gathers the rows of a data set into cases, on one thread: a worker or the caller. */
import { Dictionary, mostValues } from '../table/dictionary.ts'
import type { RowTaker } from '../table/csv-scan.ts'
import type { Plan } from '../mapping/plan.ts'
import type { ProblemCode } from '../problems.ts'
import { CaseTable } from './case-table.ts'
import { fieldReader, type BadValues, type FieldReader } from './field-reader.ts'
import { Labels } from './labels.ts'

/** Values that are listed one by one for each column; more are counted together. */
const mostListed = 200

/** Something wrong with values, rows or fields; `chunk` and `row` say where first. */
export interface Finding {
  readonly code: ProblemCode
  readonly slot: number | null
  /** A short value of a mapped column, or what was found instead. */
  readonly detail: string | null
  readonly chunk: number
  readonly row: number
  rows: number
}

/** What one thread gathered. */
export interface Gathered {
  readonly cells: Int32Array<ArrayBuffer>
  readonly counts: Float64Array<ArrayBuffer>
  readonly size: number
  readonly labels: readonly string[]
  readonly findings: readonly Finding[]
  readonly rowsRefused: number
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
  readonly #rowsByValue: Float64Array<ArrayBuffer>[]
  readonly #badBySlot: Map<number, { readonly code: ProblemCode; readonly chunk: number; readonly row: number }>[]
  #row = 0

  constructor(plan: Plan) {
    this.#plan = plan
    this.dictionaries = plan.columns.map(() => new Dictionary())
    this.#rowsByValue = plan.columns.map(() => new Float64Array(256))
    this.#badBySlot = plan.columns.map(() => new Map())
    this.#table = new CaseTable(plan.fields.length)
    this.#numbers = new Int32Array(plan.fields.length)
    const bad: BadValues = {
      note: (slot, code, what) => {
        const seen = this.#badBySlot[slot]
        if (seen !== undefined && !seen.has(code)) seen.set(code, { code: what, chunk: this.chunk, row: this.#row })
      },
      occurs: (slot, what) => this.#find(what, slot, null),
    }
    this.#readers = plan.fields.map((field) => fieldReader(field.plan, this.dictionaries, this.#labels, bad))
  }

  take = (codes: Int32Array, row: number): void => {
    this.#row = row
    const numbers = this.#numbers
    const readers = this.#readers
    for (let field = 0; field < readers.length; field++) numbers[field] = readers[field]?.(codes) ?? 0
    const count = this.#countOf(codes)
    if (count === null) this.refuse(row, 'DATA-0011', null, this.#plan.countSlot)
    else if (!this.#table.add(numbers, 0, count)) this.refuse(row, 'DATA-0014', null)
    for (let slot = 0; slot < codes.length; slot++) this.#countValue(slot, codes[slot] ?? 0)
  }

  refuse = (row: number, code: ProblemCode, detail: string | null, slot: number | null = null): void => {
    this.#row = row
    this.rowsRefused += 1
    this.#find(code, slot, detail)
  }

  /** Ends the gathering. */
  finish(): Gathered {
    for (let slot = 0; slot < this.dictionaries.length; slot++) this.#flush(slot)
    const { cells, counts, size, width } = this.#table
    return {
      cells: cells.slice(0, size * width),
      counts: counts.slice(0, size),
      size,
      labels: this.#labels.texts,
      findings: [...this.#findings.values()],
      rowsRefused: this.rowsRefused,
    }
  }

  #countOf(codes: Int32Array): number | null {
    const { countSlot } = this.#plan
    if (countSlot === null) return 1
    const text = this.dictionaries[countSlot]?.valueOf(codes[countSlot] ?? 0).trim() ?? ''
    if (text === '' || text === 'NA') return 0
    return /^\d{1,9}(\.0+)?$/.test(text) ? Number(text) : null
  }

  #countValue(slot: number, code: number): void {
    let rows = this.#rowsByValue[slot]
    if (rows === undefined) return
    if (code >= rows.length) {
      const wider = new Float64Array(Math.max(rows.length * 2, code + 1))
      wider.set(rows)
      rows = wider
      this.#rowsByValue[slot] = wider
    }
    rows[code] = (rows[code] ?? 0) + 1
    if ((this.dictionaries[slot]?.size ?? 0) <= mostValues) return
    this.#flush(slot)
    this.dictionaries[slot]?.clear()
  }

  /** Moves what was counted by number into findings by text. */
  #flush(slot: number): void {
    const rows = this.#rowsByValue[slot]
    for (const [code, { code: what, chunk, row }] of this.#badBySlot[slot] ?? []) {
      const text = this.dictionaries[slot]?.valueOf(code).trim() ?? ''
      this.#add(what, slot, text.length > 60 ? `${text.slice(0, 60)}…` : text, chunk, row, rows?.[code] ?? 0)
    }
    this.#badBySlot[slot]?.clear()
    rows?.fill(0)
  }

  #find(code: ProblemCode, slot: number | null, detail: string | null): void {
    this.#add(code, slot, detail, this.chunk, this.#row, 1)
  }

  #add(code: ProblemCode, slot: number | null, detail: string | null, chunk: number, row: number, rows: number): void {
    const exact = `${code} ${slot} ${detail}`
    const key = this.#findings.has(exact) || this.#findings.size < mostListed ? exact : `${code} ${slot} `
    const known = this.#findings.get(key)
    if (known !== undefined) known.rows += rows
    else this.#findings.set(key, { code, slot, detail: key === exact ? detail : 'other values', chunk, row, rows })
  }
}
