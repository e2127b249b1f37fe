/** Cuts a stream of CSV into chunks of whole records, in bounded memory. */
import { dataProblem, type DataCode, type DataProblem } from '../../problem.ts'
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
  const cutter = new Cutter(wanted)
  for await (const piece of stream) {
    yield* cutter.take(piece)
    if (cutter.isUnusable) return
  }
  yield* cutter.finish()
}

/** The rest of the pieces so far. */
class Cutter {
  isUnusable = false
  readonly #wanted: CsvWanted
  #rest: Buffer = Buffer.alloc(0)
  /** Known with the header. */
  #delimiter: number | null = null
  /** The line that is being read is left out. */
  #isSkipping = false

  constructor(wanted: CsvWanted) {
    this.#wanted = wanted
  }

  *take(piece: Buffer): Generator<CsvPart> {
    this.#rest = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece])
    if (this.#isSkipping) this.#skipLine()
    if (this.#delimiter === null) yield* this.#header(false)
    if (this.#delimiter !== null) yield* this.#records(this.#delimiter)
  }

  *finish(): Generator<CsvPart> {
    if (this.#delimiter === null) yield* this.#header(true)
    if (this.#delimiter !== null && this.#rest.length > 0) yield* lastPart(this.#rest, this.#delimiter)
  }

  *#header(isEnd: boolean): Generator<CsvPart> {
    const part = headerPart(this.#rest, this.#wanted, isEnd)
    if (part === null) return
    if (part.kind === 'header') {
      this.#rest = this.#rest.subarray(part.header.end)
      this.#delimiter = part.header.delimiter.charCodeAt(0)
    } else this.isUnusable = true
    yield part
  }

  *#records(delimiter: number): Generator<CsvPart> {
    for (;;) {
      const { end, isQuoteOpen } = lastRecordEnd(this.#rest, delimiter)
      if (end > 0) yield { kind: 'records', bytes: copy(this.#rest.subarray(0, end)) }
      this.#rest = this.#rest.subarray(end)
      if (this.#rest.length <= longestRecord) return
      // Nothing ends here: leave the line out, and go on behind it.
      yield { kind: 'dropped', code: isQuoteOpen ? 'DATA-0003' : 'DATA-0004' }
      if (isQuoteOpen) this.#skipLine()
      else this.#skipAll()
    }
  }

  #skipLine(): void {
    const stop = this.#rest.indexOf(lineFeed)
    if (stop < 0) {
      this.#skipAll()
      return
    }
    this.#rest = this.#rest.subarray(stop + 1)
    this.#isSkipping = false
  }

  #skipAll(): void {
    this.#rest = Buffer.alloc(0)
    this.#isSkipping = true
  }
}

/** Reads the end of the file: its last record may lack a line break, or its quote. */
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

/** Finds the header, or why there is none; null where more bytes are needed to tell. */
function headerPart(bytes: Buffer, wanted: CsvWanted, isEnd: boolean): HeaderPart | null {
  if (!isEnd && bytes.length < firstBytes) return null
  const isAll = isEnd && bytes.length <= longestRecord
  const header = findHeader(bytes.subarray(0, longestRecord), wanted, isAll)
  const isWhole = header !== null && header.found === wanted.columns.length
  if (!isWhole && !isEnd && bytes.length <= longestRecord) return null
  const text = bytes.subarray(0, header?.end ?? longestRecord).toString()
  const code = noText(text)
  if (code !== null) return unusable(code)
  if (header === null)
    return unusable(text.split(',', mostColumns + 1).length > mostColumns ? 'DATA-0006' : 'DATA-0024')
  if (header.columns.length > mostColumns) return unusable('DATA-0006', { columns: header.columns.length })
  return { kind: 'header', header }
}

/** Tells why the first bytes are no text of lines; null where they are. */
function noText(text: string): DataCode | null {
  if (text.includes('\0')) return 'DATA-0022'
  if (text.trim() === '') return 'DATA-0021'
  const hasOldBreaks = /\r(?!\n|$)/.test(text) && !text.replace(/\n$/, '').includes('\n')
  return hasOldBreaks ? 'DATA-0023' : null
}

function unusable(code: DataCode, values: DataProblem['values'] = {}): HeaderPart {
  return { kind: 'unusable', problem: dataProblem(code, {}, values) }
}

/** Makes a copy that can be handed to a worker without its neighbours. */
function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(bytes.length)
  made.set(bytes)
  return made
}
