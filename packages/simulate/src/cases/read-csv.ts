/** Reads CSV into cases, packed or not, on one thread or several. */
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Plan } from '../mapping/plan.ts'
import { dataProblem, type DataProblem } from '../problem.ts'
import { partsOf, type CsvPart } from '../table/csv/chunks.ts'
import type { CsvHeader } from '../table/csv/header.ts'
import type { Layout } from '../table/csv/scan.ts'
import type { OpenInput } from '../table/input.ts'
import { isSystemError, type SystemError } from '../table/system-error.ts'
import { asUtf8, type Encoding } from '../table/utf8.ts'
import type { TableForm } from './case-set.ts'
import { headerProblems } from './header.ts'
import { readHere, readInWorkers, type ChunkReader } from './pool.ts'
import { plainForm, type ReadOptions, type TableRead } from './table-read.ts'

/** Smaller files are not worth a worker: starting it and handing chunks over costs more than it saves (bench/engines/bulk.ts). */
const smallFile = 256 * 1024 * 1024

/** Where a gzip breaks, what was unpacked since the last piece is lost with it: so pieces are small. */
const unpackedAtOnce = 1 << 16

/** Reads chunk by chunk. */
export async function readCsv(
  input: OpenInput,
  isPacked: boolean,
  plan: Plan,
  options: ReadOptions,
): Promise<TableRead> {
  const { size } = input
  const file = input.bytes()
  const workers = options.workers ?? (size === null || size < (isPacked ? smallFile / 8 : smallFile) ? 0 : 2)
  const state = new CsvReading(plan, workers)
  try {
    for await (const part of partsOf(asUtf8(isPacked ? unpacked(file) : file, state.written), plan)) {
      if (!(await state.take(part))) break
      if (size !== null) options.onProgress?.(size === 0 ? 1 : input.bytesRead() / size)
    }
    return await state.finish()
  } catch (error) {
    if (!isPacked || !isZlibError(error)) throw error
    state.cutShort(error.message)
    return await state.finish()
  } finally {
    file.destroy()
    await state.close()
  }
}

/** An error of the packed file reaches whoever reads the unpacked one. */
function unpacked(file: Readable): Readable {
  const gunzip = createGunzip({ chunkSize: unpackedAtOnce })
  file.on('error', (error) => gunzip.destroy(error))
  return file.pipe(gunzip)
}

/** What has been read of a CSV file so far. */
class CsvReading {
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

/** One problem a code, with its first row and how many rows it took. */
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

function isZlibError(error: unknown): error is SystemError {
  return isSystemError(error) && error.code.startsWith('Z_')
}
