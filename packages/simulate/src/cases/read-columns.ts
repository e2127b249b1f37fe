/** Reads a file of columns, Parquet, Arrow or a workbook, into cases. */
import type { Plan } from '../mapping/plan.ts'
import { dataProblem, type DataProblem } from '../problem.ts'
import { openArrow } from '../table/arrow.ts'
import type { ColumnFile } from '../table/column-file.ts'
import type { ReadableKind } from '../table/file-kind.ts'
import { wholeOf, type OpenInput } from '../table/input.ts'
import { PackageMissing } from '../table/optional-package.ts'
import { openParquet } from '../table/parquet.ts'
import { openWorkbook } from '../table/workbook.ts'
import { unpackedBytes } from '../table/zip.ts'
import type { TableForm } from './case-set.ts'
import { Gatherer } from './gather.ts'
import { headerProblems } from './header.ts'
import { plainForm, unread, type ReadOptions, type TableRead } from './table-read.ts'

type ColumnKind = Exclude<ReadableKind, 'csv' | 'gzip-csv'>

/** The most bytes of what must be in memory as a whole. */
const mostInMemory = 512 * 1024 * 1024

/** A workbook that unpacks to more is refused: it would be held in memory several times over. */
const mostUnpacked = 1024 * 1024 * 1024

/** Reads batch by batch. */
export async function readColumns(
  input: OpenInput,
  kind: ColumnKind,
  plan: Plan,
  options: ReadOptions,
): Promise<TableRead> {
  const gathering = new Gathering(plan, options)
  let file: ColumnFile | null = null
  try {
    const opened = await openColumns(input, kind, plan)
    if ('code' in opened) return unread([opened])
    file = opened
    await gathering.read(file)
  } catch (error) {
    if (error instanceof PackageMissing) return unread([dataProblem('DATA-0027', {}, { package: error.packageName })])
    gathering.breakOff(error)
  } finally {
    await file?.close()
  }
  return gathering.finish()
}

async function openColumns(input: OpenInput, kind: ColumnKind, plan: Plan): Promise<ColumnFile | DataProblem> {
  const isStreamed = kind === 'arrow-stream' || (kind !== 'workbook' && input.path !== null)
  const whole = isStreamed ? null : await wholeOf(input, mostInMemory)
  if (!isStreamed && whole === null) return tooLarge(mostInMemory)
  switch (kind) {
    case 'arrow':
    case 'arrow-stream':
      return openArrow(input, whole)
    case 'parquet':
      return openParquet(whole ?? input.path ?? '', plan.columns)
    case 'workbook': {
      const bytes = whole ?? Buffer.alloc(0)
      if (unpackedBytes(bytes) > mostUnpacked) return tooLarge(mostUnpacked)
      return (await openWorkbook(bytes, plan.columns)) ?? dataProblem('DATA-0021')
    }
  }
}

function tooLarge(most: number): DataProblem {
  return dataProblem('DATA-0029', {}, { megabytes: most / 1024 / 1024 })
}

/** The state of reading a file of columns. */
class Gathering {
  readonly #plan: Plan
  readonly #options: ReadOptions
  readonly #gatherer: Gatherer
  readonly #problems: DataProblem[] = []
  #columns: readonly string[] = []
  #form: TableForm = plainForm
  #rows = 0

  constructor(plan: Plan, options: ReadOptions) {
    this.#plan = plan
    this.#options = options
    this.#gatherer = new Gatherer(plan)
  }

  async read({ columns, nested, titleRows, sheet, batches }: ColumnFile): Promise<void> {
    const { columns: wanted } = this.#plan
    this.#columns = columns
    this.#form = { ...plainForm, titleRows, sheet }
    const structured = wanted.filter((name) => nested.includes(name))
    this.#problems.push(
      ...headerProblems(this.#plan, columns),
      ...structured.map((column) => dataProblem('DATA-0016', { column })),
    )
    if (this.#problems.length > 0) return
    for await (const batch of batches) {
      this.#take(
        batch.rows,
        wanted.map((name) => batch.column(name) ?? []),
      )
      this.#options.onProgress?.(batch.share)
    }
  }

  /** Notes that the file ended early, or could not be read at all. */
  breakOff(error: unknown): void {
    const row = this.#rows === 0 ? null : this.#rows
    this.#problems.push(dataProblem(row === null ? 'DATA-0005' : 'DATA-0007', { row }, reasonOf(error)))
  }

  finish(): TableRead {
    return {
      columns: this.#columns,
      gathered: [this.#gatherer.finish()],
      rowsBefore: [0],
      rows: this.#rows,
      dropped: 0,
      form: this.#form,
      problems: this.#problems,
    }
  }

  #take(rows: number, values: readonly (readonly string[])[]): void {
    const codes = new Int32Array(values.length)
    for (let row = 0; row < rows; row++) {
      for (let slot = 0; slot < codes.length; slot++)
        codes[slot] = this.#gatherer.dictionaries[slot]?.codeOfText(values[slot]?.[row] ?? '') ?? 0
      this.#rows += 1
      this.#gatherer.take(codes, this.#rows)
    }
  }
}

/** Gives the reason that an error names. Over damaged bytes the readers name their own variables, which helps nobody. */
function reasonOf(error: unknown): Readonly<Record<string, string>> {
  const isOwn = error instanceof Error && !(error instanceof TypeError) && !(error instanceof RangeError)
  return isOwn ? { reason: error.message.slice(0, 120) } : {}
}
