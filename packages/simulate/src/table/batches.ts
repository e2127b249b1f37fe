/** Parquet and Arrow as batches of columns. The readers are loaded only when such a file is given. */
import { statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { zstdDecompressSync } from 'node:zlib'
import type { DataType, RecordBatch, RecordBatchReader } from 'apache-arrow'

/** Some rows, by column; values as texts, with nothing for a missing one. */
interface Batch {
  readonly rows: number
  readonly column: (name: string) => readonly string[] | null
  /** The share of the file that was read, 0 to 1. */
  readonly share: number
}

/** A file of columns. */
export interface BatchFile {
  readonly columns: readonly string[]
  /** Columns that hold lists or structures: no cell of a table. */
  readonly nested: readonly string[]
  readonly batches: AsyncIterable<Batch>
  readonly close: () => Promise<void>
}

/** Opens a Parquet file; only the wanted columns are read, one row group at a time. */
export async function openParquet(path: string, wanted: readonly string[]): Promise<BatchFile> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetRead, parquetSchema } = await import('hyparquet')
  const { compressors } = await import('hyparquet-compressors')
  const file = await asyncBufferFromFile(path)
  const metadata = await parquetMetadataAsync(file)
  const top = parquetSchema(metadata).children
  const columns = top.map(({ element }) => element.name)
  const total = Number(metadata.num_rows)
  async function* batches(): AsyncGenerator<Batch> {
    let rowEnd = 0
    for (const { num_rows: groupRows } of metadata.row_groups) {
      const rowStart = rowEnd
      rowEnd += Number(groupRows)
      const texts = new Map<string, string[]>(
        wanted.flatMap((name): [string, string[]][] => (columns.includes(name) ? [[name, []]] : [])),
      )
      const onChunk = ({ columnName, columnData }: { columnName: string; columnData: ArrayLike<unknown> }): void => {
        const own = texts.get(columnName)
        for (let at = 0; at < columnData.length; at++) own?.push(textOf(columnData[at]))
      }
      const read = [...texts.keys()]
      if (read.length > 0) await parquetRead({ file, metadata, columns: read, rowStart, rowEnd, compressors, onChunk })
      yield { rows: rowEnd - rowStart, column: (name) => texts.get(name) ?? null, share: rowEnd / total }
    }
  }
  return {
    columns,
    nested: top.flatMap(({ element, children }) =>
      children.length > 0 || element.repetition_type === 'REPEATED' ? [element.name] : [],
    ),
    batches: batches(),
    close: async () => undefined,
  }
}

/** Opens an Arrow file or stream. */
export async function openArrow(path: string, kind: 'arrow' | 'arrow-stream'): Promise<BatchFile> {
  const {
    RecordBatchReader: Reader,
    CompressionType,
    DataType: Type,
    compressionRegistry,
  } = await import('apache-arrow')
  compressionRegistry.set(CompressionType.ZSTD, { decode: (bytes) => zstdDecompressSync(bytes) })
  const { size } = statSync(path)
  const handle = await open(path)
  // A file has its index at the end; a stream is read from its beginning.
  const stream = kind === 'arrow' ? null : handle.createReadStream()
  const reader: RecordBatchReader = await (stream === null ? Reader.from(handle) : Reader.from(stream))
  try {
    await reader.open()
  } catch (error) {
    await handle.close()
    throw error
  }
  const { fields } = reader.schema
  async function* batches(): AsyncGenerator<Batch> {
    let read = 0
    for await (const batch of reader) {
      read += 1
      const share = reader.isFile() ? read / reader.numRecordBatches : (stream?.bytesRead ?? size) / size
      yield { rows: batch.numRows, column: (name) => arrowTexts(batch, name, Type), share }
    }
  }
  return {
    columns: fields.map(({ name }) => name),
    // The types say that every type has children; flat ones have none.
    nested: fields.flatMap(({ name, type }) => ((type.children?.length ?? 0) > 0 ? [name] : [])),
    batches: batches(),
    close: async () => handle.close(),
  }
}

function arrowTexts(batch: RecordBatch, name: string, type: typeof DataType): readonly string[] | null {
  const vector = batch.getChild(name)
  if (vector === null) return null
  const own: DataType = type.isDictionary(vector.type) ? vector.type.dictionary : vector.type
  const text = arrowText(own, type)
  return Array.from({ length: batch.numRows }, (_, row) => {
    const value: unknown = vector.get(row)
    return value === null ? '' : text(value)
  })
}

/** Arrow gives days and times as milliseconds, and decimals without their scale. */
function arrowText(own: DataType, type: typeof DataType): (value: unknown) => string {
  if (type.isDate(own)) return (value) => isoDay(Number(value))
  if (type.isTimestamp(own)) {
    const { timezone } = own
    if (!timezone) return (value) => isoDay(Number(value))
    // The day of an instant is that of the zone in which it was written.
    const days = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' })
    return (value) => days.format(Number(value))
  }
  if (type.isDecimal(own)) {
    const { scale } = own
    return (value) => String(Number(String(value)) / 10 ** scale)
  }
  return textOf
}

/** A value as a table would write it. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return isoDay(value.getTime())
  if (value instanceof Uint8Array) return new TextDecoder().decode(value)
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : ''
}

function isoDay(milliseconds: number): string {
  const day = new Date(milliseconds)
  return Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10)
}
