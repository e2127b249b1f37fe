/** Reads a file of CSV into cases, packed or not, on one thread or several. */
import { createReadStream, statSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { Plan } from '../mapping/plan.ts'
import { problem, type Problem, type ProblemCode } from '../problems.ts'
import { partsOf, type Part } from '../table/csv-chunks.ts'
import type { Layout } from '../table/csv-scan.ts'
import type { FileKind } from '../table/file-kind.ts'
import { isSystemError, type SystemError } from '../table/system-error.ts'
import { together } from './findings.ts'
import { headerProblems } from './header.ts'
import { readHere, readInWorkers, type ChunkReader } from './pool.ts'
import type { Reading, ReadOptions } from './reading.ts'

/** Smaller files are not worth a worker: starting it and handing chunks over costs more than it saves (bench/engines/bulk.ts). */
const smallFile = 256 * 1024 * 1024

/** Where a gzip breaks, what was unpacked since the last piece is lost with it: so pieces are small. */
const unpackedAtOnce = 1 << 16

/** Reads chunk by chunk. */
export async function readCsv(path: string, kind: FileKind, plan: Plan, options: ReadOptions): Promise<Reading> {
  const { size } = statSync(path)
  const file = createReadStream(path, { highWaterMark: 1 << 20 })
  const stream: AsyncIterable<Buffer> =
    kind === 'gzip-csv' ? file.pipe(createGunzip({ chunkSize: unpackedAtOnce })) : file
  // The unpacked stream ends with an error of its own; that of the file reaches it here.
  if (kind === 'gzip-csv') file.on('error', () => undefined)
  const workers = options.workers ?? (size < (kind === 'csv' ? smallFile : smallFile / 8) ? 0 : 2)
  const state = new CsvReading(plan, workers)
  try {
    for await (const part of partsOf(stream, plan.delimiter)) {
      if (!(await state.take(part))) break
      options.onProgress?.(size === 0 ? 1 : file.bytesRead / size)
    }
    return await state.finish()
  } catch (error) {
    if (kind !== 'gzip-csv' || !isZlibError(error)) throw error
    state.cutShort(error.message)
    return await state.finish()
  } finally {
    file.destroy()
    await state.close()
  }
}

/** What has been read of a CSV file so far. */
class CsvReading {
  readonly #plan: Plan
  readonly #workers: number
  readonly #problems: Problem[] = []
  readonly #dropped: { readonly code: ProblemCode; readonly chunk: number }[] = []
  #columns: readonly string[] = []
  #chunks = 0
  #reader: ChunkReader | null = null
  #cut: string | null = null

  constructor(plan: Plan, workers: number) {
    this.#plan = plan
    this.#workers = workers
  }

  /** False where nothing more can be read. */
  async take(part: Part): Promise<boolean> {
    switch (part.kind) {
      case 'header': {
        this.#columns = part.columns
        this.#problems.push(...headerProblems(this.#plan, part.columns))
        if (this.#problems.length > 0) return false
        const start = { plan: this.#plan, layout: layoutOf(part.columns, this.#plan) }
        this.#reader = this.#workers === 0 ? readHere(start) : readInWorkers(start, this.#workers)
        return true
      }
      case 'records':
        await this.#reader?.read(this.#chunks++, part.bytes)
        return true
      case 'dropped':
        this.#dropped.push({ code: part.code, chunk: this.#chunks })
        return true
      case 'unusable':
        this.#problems.push(problem(part.code, part.detail))
        return false
    }
  }

  cutShort(why: string): void {
    this.#cut = why
  }

  async close(): Promise<void> {
    await this.#reader?.close()
  }

  async finish(): Promise<Reading> {
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
      return problem(code, null, {
        row: (rowsBefore[chunk] ?? 0) - dropsBefore(chunk) + dropsBefore(chunk - 1) + earlier + 1,
      })
    })
    const last = rows + this.#dropped.length
    const cut = this.#cut === null ? [] : [problem('DATA-0007', this.#cut, { row: last === 0 ? null : last })]
    const problems = [...this.#problems, ...together(drops), ...cut]
    return {
      columns: this.#columns,
      gathered,
      rowsBefore,
      rows: last,
      dropped: this.#dropped.length,
      problems,
    }
  }
}

function layoutOf(columns: readonly string[], plan: Plan): Layout {
  const slotByColumn = Int32Array.from(columns, (name) => plan.columns.indexOf(name))
  return { delimiter: plan.delimiter.charCodeAt(0), columns: columns.length, slotByColumn }
}

function isZlibError(error: unknown): error is SystemError {
  return isSystemError(error) && error.code.startsWith('Z_')
}
