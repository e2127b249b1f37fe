/** Parquet as batches of columns. Its reader is loaded only when such a file is given. */
import type { AsyncBuffer, FileMetaData } from 'hyparquet'
import { textOf, type Batch, type ColumnFile } from './column-file.ts'
import { columnName } from './header.ts'

/** Opens a Parquet file, by its path or from memory; only the wanted columns are read, one row group at a time. */
export async function openParquet(source: string | Buffer, wanted: readonly string[]): Promise<ColumnFile> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetSchema } = await import('hyparquet')
  const file = typeof source === 'string' ? await asyncBufferFromFile(source) : inMemory(source)
  const metadata = await parquetMetadataAsync(file)
  const top = parquetSchema(metadata).children
  const names = top.map(({ element }) => element.name).filter((name) => wanted.includes(columnName(name)))
  return {
    columns: top.map(({ element }) => columnName(element.name)),
    nested: top.flatMap(({ element, children }) =>
      children.length > 0 || element.repetition_type === 'REPEATED' ? [columnName(element.name)] : [],
    ),
    titleRows: 0,
    sheet: null,
    batches: batchesOf(file, metadata, names),
    close: async () => undefined,
  }
}

/** A part of a column, as the reader hands it over. */
interface ColumnPart {
  readonly columnName: string
  readonly columnData: ArrayLike<unknown>
}

async function* batchesOf(file: AsyncBuffer, metadata: FileMetaData, columns: string[]): AsyncGenerator<Batch> {
  const { parquetRead } = await import('hyparquet')
  const { compressors } = await import('hyparquet-compressors')
  const total = Number(metadata.num_rows)
  let rowEnd = 0
  for (const { num_rows: groupRows } of metadata.row_groups) {
    const rowStart = rowEnd
    rowEnd += Number(groupRows)
    const texts = new Map<string, string[]>(columns.map((name) => [columnName(name), []]))
    const onChunk = ({ columnName: name, columnData }: ColumnPart): void => {
      const own = texts.get(columnName(name))
      for (let at = 0; at < columnData.length; at++) own?.push(textOf(columnData[at]))
    }
    if (columns.length > 0) await parquetRead({ file, metadata, columns, rowStart, rowEnd, compressors, onChunk })
    yield { rows: rowEnd - rowStart, column: (name) => texts.get(name) ?? null, share: rowEnd / total }
  }
}

function inMemory(bytes: Buffer): AsyncBuffer {
  const whole = new Uint8Array(bytes).buffer
  return { byteLength: whole.byteLength, slice: (start, end) => whole.slice(start, end) }
}
