/** Workbooks (.xlsx) as columns. Their reader is loaded only when such a file is given. */
import { columnName, headerAmong, type HeaderRow } from './header.ts'
import { isoDay, textOf, type Batch, type ColumnFile } from './column-file.ts'

interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly header: HeaderRow
}

/** Opens a workbook: of its sheets, the first that names every wanted column, or most of them. */
export async function openWorkbook(bytes: Buffer, wanted: readonly string[]): Promise<ColumnFile | null> {
  const { default: readWorkbook } = await import('read-excel-file/node')
  const sheets = (await readWorkbook(bytes)).flatMap(({ sheet, data }): readonly Sheet[] => {
    const rows = data.map((row) => row.map(cellText))
    const header = headerAmong(rows, wanted)
    return header === null ? [] : [{ name: sheet, rows, header }]
  })
  const found = sheets.reduce<Sheet | null>(
    (best, one) => (best === null || one.header.found > best.header.found ? one : best),
    null,
  )
  return found === null ? null : toColumns(found)
}

function toColumns({ name, rows, header }: Sheet): ColumnFile {
  const { columns, row } = header
  const body = rows.slice(row + 1).filter((cells) => cells.some((cell) => cell !== ''))
  async function* batches(): AsyncGenerator<Batch> {
    const column = (wanted: string): readonly string[] | null => {
      const at = columns.indexOf(wanted)
      return at < 0 ? null : body.map((cells) => cells[at] ?? '')
    }
    yield { rows: body.length, column, share: 1 }
  }
  return {
    columns: columns.map(columnName),
    nested: [],
    titleRows: row,
    sheet: name,
    batches: batches(),
    close: async () => undefined,
  }
}

/** Writes a cell. A date in a workbook has no zone: it is given as if it were in UTC. */
function cellText(value: unknown): string {
  return value instanceof Date ? isoDay(value.getTime()) : textOf(value)
}
