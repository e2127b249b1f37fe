/** The state of reading a CSV file: its header, its chunks on one thread or several, and what was left out. */
import type { Plan } from '../mapping/plan.ts'
import { dataProblem, type DataProblem } from '../problem.ts'
import type { CsvPart } from '../table/csv/chunks.ts'
import type { CsvHeader } from '../table/csv/header.ts'
import type { Layout } from '../table/csv/scan.ts'
import type { Encoding } from '../table/utf8.ts'
import type { TableForm } from './case-set.ts'
import { headerProblems } from './header.ts'
import { readHere, readInWorkers, type ChunkReader } from './pool.ts'
import { plainForm, type TableRead } from './table-read.ts'

/** Takes the parts of a file in their order. */
export class CsvReading {
  readonly #plan: Plan
  readonly #workers: number
  readonly #problems: DataProblem[] = []
  readonly #dropped: { readonly code: DataProblem['code']; readonly chunk: number }[] = []
  #columns: readonly string[] = []
  #form: TableForm = plainForm
  #encoding: string | null = null
  #chunks = 0
  #reader: ChunkReader | null = null
  #cut: string | null = null

  constructor(plan: Plan, workers: number) {
    this.#plan = plan
    this.#workers = workers
  }

  /** Notes how the text is written. */
  written = (encoding: Encoding): void => {
    this.#encoding = encoding === 'utf-8' ? null : encoding
  }

  /** Takes a part; false where nothing more can be read. */
  async take(part: CsvPart): Promise<boolean> {
    switch (part.kind) {
      case 'header':
        return this.#begin(part.header)
      case 'records':
        await this.#reader?.read(this.#chunks++, part.bytes)
        return true
      case 'dropped':
        this.#dropped.push({ code: part.code, chunk: this.#chunks })
        return true
      case 'unusable':
        this.#problems.push(part.problem)
        return false
    }
  }

  cutShort(why: string): void {
    this.#cut = why
  }

  async close(): Promise<void> {
    await this.#reader?.close()
  }

  async finish(): Promise<TableRead> {
    const { gathered, rowsByChunk } = (await this.#reader?.finish()) ?? { gathered: [], rowsByChunk: [] }
    const dropsBefore = (chunk: number): number => this.#dropped.filter((one) => one.chunk <= chunk).length
    const rowsBefore: number[] = []
    let rows = 0
    for (let chunk = 0; chunk <= this.#chunks; chunk++) {
      rowsBefore.push(rows + dropsBefore(chunk))
      rows += rowsByChunk[chunk] ?? 0
    }
    const drops = this.#dropped.map(({ code, chunk }, index) => {
      const earlier = this.#dropped.slice(0, index).filter((one) => one.chunk === chunk).length
      const before = (rowsBefore[chunk] ?? 0) - dropsBefore(chunk) + dropsBefore(chunk - 1)
      return { code, row: before + earlier + 1 }
    })
    const last = rows + this.#dropped.length
    return {
      columns: this.#columns,
      gathered,
      rowsBefore,
      rows: last,
      dropped: this.#dropped.length,
      form: this.#form,
      problems: [...this.#problems, ...byCode(drops), ...this.#cutProblem(last)],
    }
  }

  #begin({ columns, row, delimiter }: CsvHeader): boolean {
    this.#columns = columns
    this.#form = { ...plainForm, titleRows: row, delimiter, encoding: this.#encoding }
    this.#problems.push(...headerProblems(this.#plan, columns))
    if (this.#problems.length > 0) return false
    const start = { plan: this.#plan, layout: layoutOf(columns, delimiter, this.#plan) }
    this.#reader = this.#workers === 0 ? readHere(start) : readInWorkers(start, this.#workers)
    return true
  }

  #cutProblem(last: number): readonly DataProblem[] {
    if (this.#cut === null) return []
    return [dataProblem('DATA-0007', { row: last === 0 ? null : last }, { reason: this.#cut })]
  }
}

/** Makes one problem of each code, with its first row and how many rows it took. */
function byCode(
  drops: readonly { readonly code: DataProblem['code']; readonly row: number }[],
): readonly DataProblem[] {
  return [...new Set(drops.map(({ code }) => code))].map((code) => {
    const rows = drops.filter((drop) => drop.code === code).map(({ row }) => row)
    return dataProblem(code, { row: Math.min(...rows) }, { rows: rows.length })
  })
}

function layoutOf(columns: readonly string[], delimiter: string, plan: Plan): Layout {
  const slotByColumn = Int32Array.from(columns, (name) => plan.columns.indexOf(name))
  return { delimiter: delimiter.charCodeAt(0), columns: columns.length, slotByColumn }
}
