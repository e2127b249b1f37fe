/** A data set as cases: read once, in bounded memory, with everything that was wrong. */
import { createReadStream, statSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { Plan } from '../mapping/plan.ts'
import { problem, type Problem, type ProblemCode } from '../problems.ts'
import { partsOf, type Part } from '../table/csv-chunks.ts'
import type { Layout } from '../table/csv-scan.ts'
import { fileKind, type FileKind } from '../table/file-kind.ts'
import { CaseTable } from './case-table.ts'
import { placeOf, type Finding, type Gathered } from './gather.ts'
import { printable } from './labels.ts'
import { readHere, readInWorkers, type ChunkReader } from './pool.ts'
import { headerProblems, readColumns } from './read-columns.ts'

/** Distinct cases, with the number of requests each stands for. */
export interface CaseSet {
  /** The names of the fields, in the order of the cells. */
  readonly fields: readonly string[]
  /** `size` cases of as many numbers as there are fields. */
  readonly cells: Int32Array
  readonly counts: Float64Array
  /** The first row of each case, counted from 1 without the header. */
  readonly firstRows: Float64Array
  readonly size: number
  /** The texts of the field `label`. */
  readonly labels: readonly string[]
  /** Rows of the data, those that were refused among them. */
  readonly rowsRead: number
  readonly rowsRefused: number
  /** Columns of the data that nothing reads. */
  readonly unreadColumns: readonly string[]
  readonly problems: readonly Problem[]
}

/** How to read. */
export interface ReadOptions {
  /** Worker threads; 0 reads on this one. Left out: two for large files. */
  readonly workers?: number
  /** Told now and then the share of the file that was read, 0 to 1. */
  readonly onProgress?: (share: number) => void
}

/** Smaller files are not worth a worker: starting it and handing chunks over costs more than it saves (bench/engines/bulk.ts). */
const smallFile = 256 * 1024 * 1024

/** Where a gzip breaks, what was unpacked since the last piece is lost with it: so pieces are small. */
const unpackedAtOnce = 1 << 16

/** Reads a data set. */
export async function readCases(path: string, plan: Plan, options: ReadOptions = {}): Promise<CaseSet> {
  return toCaseSet(plan, await readFile(path, plan, options))
}

async function readFile(path: string, plan: Plan, options: ReadOptions): Promise<Reading> {
  try {
    // A pipe would wait for ever, and cannot be read twice.
    if (!statSync(path).isFile()) return unreadable('it is not a regular file')
    const kind = fileKind(path)
    return kind === 'csv' || kind === 'gzip-csv'
      ? await readCsv(path, kind, plan, options)
      : await readColumns(path, kind, plan, options)
  } catch (error) {
    if (!isSystemError(error)) throw error
    return unreadable(`the system says ${error.code}`)
  }
}

function unreadable(why: string): Reading {
  const problems = [problem('DATA-0005', why)]
  return { columns: [], gathered: [], rowsBefore: [], rows: 0, dropped: 0, problems }
}

/** What was read of a file. */
export interface Reading {
  readonly columns: readonly string[]
  readonly gathered: readonly Gathered[]
  /** The first row of each chunk, less one. */
  readonly rowsBefore: readonly number[]
  readonly rows: number
  readonly dropped: number
  readonly problems: readonly Problem[]
}

async function readCsv(path: string, kind: FileKind, plan: Plan, options: ReadOptions): Promise<Reading> {
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
  } catch (error) {
    if (kind !== 'gzip-csv' || !isZlibError(error)) throw error
    state.cutShort(error.message)
  }
  file.destroy()
  return state.finish()
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

/** Puts what several threads gathered together. */
function toCaseSet(plan: Plan, reading: Reading): CaseSet {
  const { gathered, columns } = reading
  const fields = plan.fields.map(({ name }) => name)
  const merged = gathered.length === 1 ? gathered[0] : mergeCases(plan, gathered)
  const left = merged !== undefined && 'left' in merged ? merged.left : 0
  return {
    fields,
    cells: merged?.cells ?? new Int32Array(0),
    counts: merged?.counts ?? new Float64Array(0),
    firstRows: (merged?.firsts ?? new Float64Array(0)).map((position) => {
      const { chunk, row } = placeOf(position)
      return (reading.rowsBefore[chunk] ?? 0) + row
    }),
    size: merged?.size ?? 0,
    labels: merged?.labels ?? [],
    rowsRead: reading.rows,
    rowsRefused: gathered.reduce((sum, { rowsRefused }) => sum + rowsRefused, reading.dropped + left),
    unreadColumns: columns.filter((name) => !plan.columns.includes(name)).map(printable),
    problems: [
      ...reading.problems,
      ...(left === 0 ? [] : [problem('DATA-0014', null, { rows: left })]),
      ...findingsOf(
        plan,
        gathered.flatMap(({ findings }) => findings),
        reading.rowsBefore,
      ),
    ],
  }
}

/** The cases of all threads, and how many requests found no room among them. */
type Merged = Pick<Gathered, 'cells' | 'counts' | 'firsts' | 'size' | 'labels'> & { readonly left: number }

function mergeCases(plan: Plan, gathered: readonly Gathered[]): Merged {
  const width = plan.fields.length
  const labelField = plan.fields.findIndex(({ plan: { kind } }) => kind === 'label')
  const labels: string[] = []
  const numberByLabel = new Map<string, number>()
  const table = new CaseTable(width)
  let left = 0
  for (const one of gathered) {
    const numbers = one.labels.map((text) => {
      const known = numberByLabel.get(text) ?? labels.push(text) - 1
      numberByLabel.set(text, known)
      return known
    })
    for (let at = 0; at < one.size; at++) {
      if (labelField >= 0) one.cells[at * width + labelField] = numbers[one.cells[at * width + labelField] ?? 0] ?? 0
      const count = one.counts[at] ?? 0
      if (!table.add(one.cells, at * width, count, one.firsts[at] ?? 0)) left += count
    }
  }
  return {
    cells: table.cells.slice(0, table.size * width),
    counts: table.counts.slice(0, table.size),
    firsts: table.firsts.slice(0, table.size),
    size: table.size,
    labels,
    left,
  }
}

/** A value that comes in fewer rows may say something about one person, and is not repeated. */
const fewestRows = 10

/** Problems whose detail is what stands in a cell. */
const repeatsCells: readonly ProblemCode[] = ['DATA-0008', 'DATA-0009', 'DATA-0010', 'DATA-0017']

/** A place that the mapping leaves out may be meant so. */
const severityOf = (code: ProblemCode): Problem['severity'] => (code === 'DATA-0017' ? 'warning' : 'error')

/** Findings of several threads as problems, in the order of their first rows. */
function findingsOf(plan: Plan, findings: readonly Finding[], rowsBefore: readonly number[]): readonly Problem[] {
  const placed = findings.map(({ code, slot, detail, chunk, row, rows }) => {
    const column = slot === null ? null : (plan.columns[slot] ?? null)
    const where = { column, row: (rowsBefore[chunk] ?? 0) + row, rows }
    return problem(code, detail === null ? null : `\`${detail}\``, where, severityOf(code))
  })
  const discreet = together(placed).map((one) => {
    const { code, column, row, rows } = one
    if (rows >= fewestRows || !repeatsCells.includes(code)) return one
    return problem(code, null, { column, row, rows }, severityOf(code))
  })
  return [...together(discreet)].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
}

function together(problems: readonly Problem[]): readonly Problem[] {
  const byKey = new Map<string, Problem>()
  for (const one of problems) {
    const key = `${one.column} ${one.message}`
    const known = byKey.get(key)
    const row = Math.min(known?.row ?? Infinity, one.row ?? Infinity)
    byKey.set(
      key,
      known === undefined ? one : { ...known, rows: known.rows + one.rows, row: row === Infinity ? null : row },
    )
  }
  return [...byKey.values()]
}

function isZlibError(error: unknown): error is SystemError {
  return isSystemError(error) && error.code.startsWith('Z_')
}

type SystemError = Error & { readonly code: string }

/** What the file system or zlib says; other errors are bugs. */
function isSystemError(error: unknown): error is SystemError {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^(?:E[A-Z]+|Z_\w+)$/.test(error.code)
  )
}
