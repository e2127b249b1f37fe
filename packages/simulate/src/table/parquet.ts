/** Parquet as batches of columns. Its reader is loaded only when such a file is given. */
import type { AsyncBuffer } from 'hyparquet'
import { textOf, type Batch, type ColumnFile } from './column-file.ts'
import { columnName } from './header.ts'

/** Opens a Parquet file, by its path or from memory; only the wanted columns are read, one row group at a time. */
export async function openParquet(source: string | Buffer, wanted: readonly string[]): Promise<ColumnFile> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetRead, parquetSchema } = await import('hyparquet')
  const { compressors } = await import('hyparquet-compressors')
  const file = typeof source === 'string' ? await asyncBufferFromFile(source) : inMemory(source)
  const metadata = await parquetMetadataAsync(file)
  const top = parquetSchema(metadata).children
  const columns = top.map(({ element }) => columnName(element.name))
  const wantedNames = top.map(({ element }) => element.name).filter((name) => wanted.includes(columnName(name)))
  const total = Number(metadata.num_rows)
  async function* batches(): AsyncGenerator<Batch> {
    let rowEnd = 0
    for (const { num_rows: groupRows } of metadata.row_groups) {
      const rowStart = rowEnd
      rowEnd += Number(groupRows)
      const texts = new Map<string, string[]>(wantedNames.map((name) => [columnName(name), []]))
      const onChunk = ({
        columnName: name,
        columnData,
      }: {
        columnName: string
        columnData: ArrayLike<unknown>
      }): void => {
        const own = texts.get(columnName(name))
        for (let at = 0; at < columnData.length; at++) own?.push(textOf(columnData[at]))
      }
      const read = { file, metadata, columns: wantedNames, rowStart, rowEnd, compressors, onChunk }
      if (wantedNames.length > 0) await parquetRead(read)
      yield { rows: rowEnd - rowStart, column: (name) => texts.get(name) ?? null, share: rowEnd / total }
    }
  }
  return {
    columns,
    nested: top.flatMap(({ element, children }) =>
      children.length > 0 || element.repetition_type === 'REPEATED' ? [columnName(element.name)] : [],
    ),
    titleRows: 0,
    sheet: null,
    batches: batches(),
    close: async () => undefined,
  }
}

function inMemory(bytes: Buffer): AsyncBuffer {
  const whole = new Uint8Array(bytes).buffer
  return { byteLength: whole.byteLength, slice: (start, end) => whole.slice(start, end) }
}
