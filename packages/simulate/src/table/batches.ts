/** Parquet and Arrow as batches of columns. The readers are loaded only when such a file is given. */
import { createReadStream } from 'node:fs'

/** Some rows, by column; values as texts, with nothing for a missing one. */
interface Batch {
  readonly rows: number
  readonly column: (name: string) => readonly string[] | null
}

/** A file of columns. */
export interface BatchFile {
  readonly columns: readonly string[]
  readonly batches: AsyncIterable<Batch>
}

/** At most this many rows of Parquet are in memory at once. */
const rowsAtOnce = 50_000

/** Opens a Parquet file; only the wanted columns are read. */
export async function openParquet(path: string, wanted: readonly string[]): Promise<BatchFile> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } = await import('hyparquet')
  const { compressors } = await import('hyparquet-compressors')
  const file = await asyncBufferFromFile(path)
  const metadata = await parquetMetadataAsync(file)
  const columns = metadata.schema
    .slice(1)
    .flatMap(({ name, num_children: children }) => (children === undefined ? [name] : []))
  const total = Number(metadata.num_rows)
  async function* batches(): AsyncGenerator<Batch> {
    const present = wanted.filter((name) => columns.includes(name))
    for (let rowStart = 0; rowStart < total; rowStart += rowsAtOnce) {
      const rowEnd = Math.min(total, rowStart + rowsAtOnce)
      const rows: readonly Readonly<Record<string, unknown>>[] = await parquetReadObjects({
        file,
        metadata,
        columns: present,
        rowStart,
        rowEnd,
        compressors,
      })
      yield {
        rows: rows.length,
        column: (name) => (present.includes(name) ? rows.map((row) => textOf(row[name])) : null),
      }
    }
  }
  return { columns, batches: batches() }
}

/** Opens an Arrow file or stream. */
export async function openArrow(path: string): Promise<BatchFile> {
  const { RecordBatchReader } = await import('apache-arrow')
  const reader = await RecordBatchReader.from(createReadStream(path))
  await reader.open()
  const columns = reader.schema.fields.map(({ name }) => name)
  async function* batches(): AsyncGenerator<Batch> {
    for await (const batch of reader) {
      const column = (name: string): readonly string[] | null => {
        const vector = batch.getChild(name)
        return vector === null ? null : Array.from({ length: batch.numRows }, (_, row) => textOf(vector.get(row)))
      }
      yield { rows: batch.numRows, column }
    }
  }
  return { columns, batches: batches() }
}

/** A value as a table would write it. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  return JSON.stringify(value) ?? ''
}
