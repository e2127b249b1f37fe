/** Arrow as batches of columns. Its reader is an optional package, loaded only when such a file is given. */
import { open, type FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { zstdDecompressSync } from 'node:zlib'
import type { DataType, RecordBatch, RecordBatchReader } from 'apache-arrow'
import { isoDay, textOf, type Batch, type ColumnFile } from './column-file.ts'
import { columnName } from './header.ts'
import type { OpenInput } from './input.ts'
import { loaded } from './optional-package.ts'

/** Opens an Arrow file or stream, by its path or from memory. */
export async function openArrow(input: OpenInput, whole: Buffer | null): Promise<ColumnFile> {
  const {
    RecordBatchReader: Reader,
    CompressionType,
    DataType: Type,
    compressionRegistry,
  } = await loaded('apache-arrow', () => import('apache-arrow'))
  compressionRegistry.set(CompressionType.ZSTD, { decode: (bytes) => zstdDecompressSync(bytes) })
  // A file has its index at the end; a stream is read from its beginning.
  const handle = whole === null && input.path !== null && isFile(input) ? await open(input.path) : null
  const reader = await readerOf(Reader, handle, whole ?? input.bytes())
  try {
    await reader.open()
  } catch (error) {
    await handle?.close()
    throw error
  }
  const { fields } = reader.schema
  const rawName = (wanted: string): string => fields.find(({ name }) => columnName(name) === wanted)?.name ?? wanted
  async function* batches(): AsyncGenerator<Batch> {
    let read = 0
    for await (const batch of reader) {
      read += 1
      const share = reader.isFile() ? read / reader.numRecordBatches : input.bytesRead() / (input.size ?? Infinity)
      yield { rows: batch.numRows, column: (name) => arrowTexts(batch, rawName(name), Type), share }
    }
  }
  return {
    columns: fields.map(({ name }) => columnName(name)),
    // The types say that every type has children; flat ones have none.
    nested: fields.flatMap(({ name, type }) => ((type.children?.length ?? 0) > 0 ? [name] : [])),
    titleRows: 0,
    sheet: null,
    batches: batches(),
    close: async () => handle?.close(),
  }
}

async function readerOf(
  from: typeof RecordBatchReader,
  handle: FileHandle | null,
  bytes: Buffer | Readable,
): Promise<RecordBatchReader> {
  if (handle !== null) return from.from(handle)
  return Buffer.isBuffer(bytes) ? from.from(new Uint8Array(bytes)) : from.from(bytes)
}

function isFile({ head }: OpenInput): boolean {
  return head.toString('latin1', 0, 6) === 'ARROW1'
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

/** Makes the writer of a value. Arrow gives days and times as milliseconds, and decimals without their scale. */
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
