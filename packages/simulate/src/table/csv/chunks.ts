/** Cuts a stream of CSV into chunks of whole records, in bounded memory. */
import { dataProblem, type DataProblem } from '../../problem.ts'
import { findHeader, type CsvHeader, type CsvWanted } from './header.ts'
import { lastRecordEnd, lineFeed } from './records.ts'

/** A record longer than this is left out; so is a quote that stays open for so long. */
const longestRecord = 1 << 20

/** More columns than this are refused. */
const mostColumns = 10_000

/** A header is looked for in so many bytes first, and then in as many as a record may have. */
const firstBytes = 1 << 16

/** A part of a file. */
export type CsvPart =
  | { readonly kind: 'header'; readonly header: CsvHeader }
  | { readonly kind: 'records'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'dropped'; readonly code: 'DATA-0003' | 'DATA-0004' }
  | { readonly kind: 'unusable'; readonly problem: DataProblem }

/** Reads the parts of a file: its header, then chunks of records. */
export async function* partsOf(stream: AsyncIterable<Buffer>, wanted: CsvWanted): AsyncGenerator<CsvPart> {
  let rest: Buffer = Buffer.alloc(0)
  let code: number | null = null
  let isSkipping = false
  for await (const piece of stream) {
    let bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    if (isSkipping) {
      const stop = bytes.indexOf(lineFeed)
      bytes = stop < 0 ? Buffer.alloc(0) : bytes.subarray(stop + 1)
      isSkipping = stop < 0
    }
    if (code === null) {
      const part = headerPart(bytes, wanted, false)
      rest = bytes
      if (part === null) continue
      yield part
      if (part.kind !== 'header') return
      bytes = bytes.subarray(part.header.end)
      code = part.header.delimiter.charCodeAt(0)
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
  if (code === null) {
    const part = headerPart(rest, wanted, true)
    if (part === null) return
    yield part
    if (part.kind !== 'header') return
    rest = rest.subarray(part.header.end)
    code = part.header.delimiter.charCodeAt(0)
  }
  if (rest.length > 0) yield* lastPart(rest, code)
}

/** The end of the file: its last record may lack a line break, or its quote. */
function* lastPart(rest: Buffer, delimiter: number): Generator<CsvPart> {
  const closed = Buffer.concat([rest, Buffer.from('\n')])
  const { end, isQuoteOpen } = lastRecordEnd(closed, delimiter)
  if (end > 0) yield { kind: 'records', bytes: copy(closed.subarray(0, end)) }
  if (!isQuoteOpen) return
  yield { kind: 'dropped', code: 'DATA-0003' }
  const open = closed.subarray(end)
  const next = open.indexOf(lineFeed) + 1
  if (next < open.length) yield* lastPart(open.subarray(next, open.length - 1), delimiter)
}

type HeaderPart = Extract<CsvPart, { readonly kind: 'header' | 'unusable' }>

/** The header, or why there is none; null where more bytes are needed to tell. */
function headerPart(bytes: Buffer, wanted: CsvWanted, isEnd: boolean): HeaderPart | null {
  if (!isEnd && bytes.length < firstBytes) return null
  const header = findHeader(bytes.subarray(0, longestRecord), wanted, isEnd && bytes.length <= longestRecord)
  const isWhole = header !== null && header.found === wanted.columns.length
  if (!isWhole && !isEnd && bytes.length <= longestRecord) return null
  const text = bytes.subarray(0, header?.end ?? longestRecord).toString()
  if (text.includes('\0')) return unusable('DATA-0022')
  if (text.trim() === '') return unusable('DATA-0021')
  if (/\r(?!\n|$)/.test(text) && !text.replace(/\n$/, '').includes('\n')) return unusable('DATA-0023')
  if (header === null)
    return unusable(text.split(',', mostColumns + 1).length > mostColumns ? 'DATA-0006' : 'DATA-0024')
  if (header.columns.length > mostColumns) return unusable('DATA-0006', { columns: header.columns.length })
  return { kind: 'header', header }
}

function unusable(code: DataProblem['code'], values: DataProblem['values'] = {}): HeaderPart {
  return { kind: 'unusable', problem: dataProblem(code, {}, values) }
}

/** A copy that can be handed to a worker without its neighbours. */
function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(bytes.length)
  made.set(bytes)
  return made
}
