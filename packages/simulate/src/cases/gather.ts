/** Gathers the rows of a data set into cases, on one thread: a worker or the caller. */
import { Dictionary, mostValues } from '../table/csv/dictionary.ts'
import type { RowTaker } from '../table/csv/scan.ts'
import type { Plan } from '../mapping/plan.ts'
import type { DataCode } from '../problem.ts'
import { FindingLog, type Finding } from './bad-values.ts'
import { CaseTable } from './case-table.ts'
import { fieldReader } from './field-reader.ts'
import type { FieldReader } from './known-values.ts'
import { Labels } from './labels.ts'

/** Rows that are the same in every column that is read are put together first; with more than these, they are worked off. */
const mostRaw = 100_000

/** The gatherings of one thread. */
export interface Gathered {
  readonly cells: Int32Array<ArrayBuffer>
  readonly counts: Float64Array<ArrayBuffer>
  /** The first place of each case: `placeOf` reads it. */
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

/** Reads the chunk and the row that a position stands for. */
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
  readonly #log: FindingLog
  /** Identical rows, by the numbers of their values. */
  readonly #raw: CaseTable

  constructor(plan: Plan) {
    this.#plan = plan
    this.dictionaries = plan.columns.map(() => new Dictionary())
    this.#log = new FindingLog(plan.columns.length)
    this.#table = new CaseTable(plan.fields.length)
    this.#raw = new CaseTable(plan.columns.length)
    this.#numbers = new Int32Array(plan.fields.length)
    this.#readers = plan.fields.map((field) => fieldReader(field.plan, this.dictionaries, this.#labels, this.#log))
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
    this.#log.add({ code, slot: null, values, chunk: this.chunk, row, rows: 1 })
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
      findings: this.#log.findings,
      rowsRefused: this.rowsRefused,
    }
  }

  /** Turns the rows that were put together into cases, and begins again. */
  #workOff(): void {
    const { size, cells, counts, firsts, width } = this.#raw
    for (let at = 0; at < size; at++) {
      this.#log.at = { ...placeOf(firsts[at] ?? 0), rows: counts[at] ?? 0 }
      this.#workOne(cells.subarray(at * width, (at + 1) * width))
    }
    this.#raw.clear()
    for (const [slot, dictionary] of this.dictionaries.entries()) {
      this.#log.flush(slot, dictionary)
      if (dictionary.size <= mostValues) continue
      dictionary.clear()
      this.#log.forget(slot)
    }
  }

  #workOne(codes: Int32Array): void {
    for (const [field, reader] of this.#readers.entries()) this.#numbers[field] = reader(codes)
    const { rows } = this.#log.at
    const count = this.#countOf(codes)
    const isAdded = count !== null && this.#table.add(this.#numbers, 0, count * rows, positionOf(this.#log.at))
    if (!isAdded) {
      this.rowsRefused += rows
      if (count === null) this.#log.occurs(this.#plan.countSlot, 'DATA-0011')
      else this.#log.occurs(null, 'DATA-0014')
    }
    this.#log.count(codes)
  }

  #countOf(codes: Int32Array): number | null {
    const { countSlot } = this.#plan
    if (countSlot === null) return 1
    const text = this.dictionaries[countSlot]?.valueOf(codes[countSlot] ?? 0).trim() ?? ''
    return /^\d{1,9}(\.0+)?$/.test(text) ? Number(text) : null
  }
}
