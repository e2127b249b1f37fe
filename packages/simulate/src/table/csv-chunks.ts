/** Cuts a stream of CSV into chunks of whole records, in bounded memory. */
import { fieldsOf, lastRecordEnd, lineFeed } from './csv-records.ts'

/** A record longer than this is left out; so is a quote that stays open for so long. */
const longestRecord = 1 << 20

/** More columns than this are refused. */
const mostColumns = 10_000

/** A part of a file. */
export type Part =
  | { readonly kind: 'header'; readonly columns: readonly string[] }
  | { readonly kind: 'records'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'dropped'; readonly code: 'DATA-0003' | 'DATA-0004' }
  | { readonly kind: 'unusable'; readonly code: 'DATA-0005' | 'DATA-0006'; readonly detail: string }

/** Reads the parts of a file: its header, then chunks of records. */
export async function* partsOf(stream: AsyncIterable<Buffer>, delimiter: string): AsyncGenerator<Part> {
  const code = delimiter.charCodeAt(0)
  let rest: Buffer = Buffer.alloc(0)
  let isHeaderRead = false
  let isSkipping = false
  for await (const piece of stream) {
    let bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    if (isSkipping) {
      const stop = bytes.indexOf(lineFeed)
      bytes = stop < 0 ? Buffer.alloc(0) : bytes.subarray(stop + 1)
      isSkipping = stop < 0
    }
    if (!isHeaderRead && bytes.length > 0) {
      const header = readHeader(bytes, delimiter, false)
      if (header !== null) {
        yield header.part
        if (header.part.kind === 'unusable') return
        bytes = bytes.subarray(header.end)
        isHeaderRead = true
      }
    }
    if (!isHeaderRead) {
      rest = bytes
      continue
    }
    for (;;) {
      const { end, isQuoteOpen } = lastRecordEnd(bytes, code)
      if (end > 0) yield { kind: 'records', bytes: copy(bytes.subarray(0, end)) }
      bytes = bytes.subarray(end)
      if (bytes.length <= longestRecord) break
      // Nothing ends here: leave the line out, and go on behind it.
      yield { kind: 'dropped', code: isQuoteOpen ? 'DATA-0003' : 'DATA-0004' }
      const stop = isQuoteOpen ? bytes.indexOf(lineFeed) : -1
      isSkipping = stop < 0
      bytes = stop < 0 ? Buffer.alloc(0) : bytes.subarray(stop + 1)
    }
    rest = bytes
  }
  if (!isHeaderRead) {
    const header = readHeader(rest, delimiter, true)
    if (header === null) return
    yield header.part
    rest = rest.subarray(header.end)
  }
  if (rest.length > 0) yield* lastPart(rest, code)
}

/** The end of the file: its last record may lack a line break, or its quote. */
function* lastPart(rest: Buffer, delimiter: number): Generator<Part> {
  const closed = Buffer.concat([rest, Buffer.from('\n')])
  const { end, isQuoteOpen } = lastRecordEnd(closed, delimiter)
  if (end > 0) yield { kind: 'records', bytes: copy(closed.subarray(0, end)) }
  if (!isQuoteOpen) return
  yield { kind: 'dropped', code: 'DATA-0003' }
  const open = closed.subarray(end)
  const next = open.indexOf(lineFeed) + 1
  if (next < open.length) yield* lastPart(open.subarray(next, open.length - 1), delimiter)
}

function readHeader(
  bytes: Buffer,
  delimiter: string,
  isEnd: boolean,
): { readonly part: Part; readonly end: number } | null {
  // A header is one line: line breaks in column names are not read.
  const end = bytes.subarray(0, longestRecord).indexOf(lineFeed) + 1
  if (end === 0 && !isEnd) {
    if (bytes.length <= longestRecord) return null
    return { part: { kind: 'unusable', code: 'DATA-0006', detail: 'the first line is longer than 1 MB' }, end: 0 }
  }
  const text = new TextDecoder().decode(bytes.subarray(0, end === 0 ? bytes.length : end)).replace(/\r?\n$/, '')
  if (text.trim() === '') return { part: { kind: 'unusable', code: 'DATA-0005', detail: 'the file is empty' }, end }
  if (text.includes('\0')) return { part: { kind: 'unusable', code: 'DATA-0005', detail: 'the file is not text' }, end }
  if (text.includes('\r')) {
    const detail = 'lines end with a carriage return alone; save the file with other line ends'
    return { part: { kind: 'unusable', code: 'DATA-0005', detail }, end }
  }
  const columns = fieldsOf(text, delimiter)
  if (columns.length > mostColumns) {
    return { part: { kind: 'unusable', code: 'DATA-0006', detail: `${columns.length} columns` }, end }
  }
  return { part: { kind: 'header', columns }, end: end === 0 ? bytes.length : end }
}

/** A copy that can be handed to a worker without its neighbours. */
function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(bytes.length)
  made.set(bytes)
  return made
}
