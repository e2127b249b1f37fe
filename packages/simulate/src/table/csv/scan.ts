/** Reads whole records of CSV from bytes, straight into the numbers of dictionaries: no text is made twice. */
import { carriageReturn, closingQuote, lineFeed, quote } from './records.ts'
import { firstHash, nextHash, type Dictionary } from './dictionary.ts'

/** Takes rows as they are read: for each wanted column the number of its value. */
export interface RowTaker {
  readonly take: (codes: Int32Array, row: number) => void
  /** A row that cannot be used, with why. Rows count from 1, without the header. */
  readonly refuse: (row: number, code: 'DATA-0002' | 'DATA-0018', values: Readonly<Record<string, number>>) => void
}

/** The layout of a file, and the columns that are wanted of it. */
export interface Layout {
  readonly delimiter: number
  /** The number of columns that the header names. */
  readonly columns: number
  /** The place of each column among the wanted ones, or -1. */
  readonly slotByColumn: Int32Array
}

/** Reads chunks that hold whole records. */
export class CsvScanner {
  /** Rows read so far. */
  row = 0
  readonly #layout: Layout
  readonly #dictionaries: readonly Dictionary[]
  readonly #taker: RowTaker
  readonly #codes: Int32Array
  #scratch = new Uint8Array(4096)

  constructor(layout: Layout, dictionaries: readonly Dictionary[], taker: RowTaker) {
    this.#layout = layout
    this.#dictionaries = dictionaries
    this.#taker = taker
    this.#codes = new Int32Array(dictionaries.length)
  }

  scan(bytes: Uint8Array): void {
    const { length } = bytes
    let at = 0
    while (at < length) {
      if (bytes[at] === lineFeed || (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed)) {
        at += bytes[at] === lineFeed ? 1 : 2
        continue
      }
      at = this.#record(bytes, at, length)
    }
  }

  /** Reads one record, and returns where the next one begins. */
  #record(bytes: Uint8Array, from: number, length: number): number {
    const { delimiter, columns, slotByColumn } = this.#layout
    this.row += 1
    let at = from
    let column = 0
    let isBroken = false
    for (;;) {
      const slot = column < columns ? (slotByColumn[column] ?? -1) : -1
      if (bytes[at] === quote) {
        const end = this.#quoted(bytes, at, length, slot)
        isBroken ||= end < 0
        at = end < 0 ? plainEnd(bytes, at, length, delimiter) : end
      } else if (slot >= 0) at = this.#plain(bytes, at, length, slot)
      else while (at < length && bytes[at] !== delimiter && bytes[at] !== lineFeed) at += 1
      column += 1
      if (at >= length || bytes[at] === lineFeed) break
      at += 1
    }
    if (isBroken) this.#taker.refuse(this.row, 'DATA-0018', { fields: column })
    else if (column !== columns) this.#taker.refuse(this.row, 'DATA-0002', { fields: column, columns })
    else this.#taker.take(this.#codes, this.row)
    return at + 1
  }

  #plain(bytes: Uint8Array, from: number, length: number, slot: number): number {
    const { delimiter } = this.#layout
    let at = from
    let hash = firstHash
    let byte = bytes[at] ?? lineFeed
    while (at < length && byte !== delimiter && byte !== lineFeed) {
      hash = Math.imul(hash ^ byte, 0x01000193)
      at += 1
      byte = bytes[at] ?? lineFeed
    }
    let end = at
    if (end > from && bytes[end - 1] === carriageReturn) {
      end -= 1
      hash = hashOf(bytes, from, end)
    }
    this.#codes[slot] = this.#dictionaries[slot]?.codeOf(bytes, from, end, hash) ?? 0
    return at
  }

  /** Returns where the field ends, or -1 where something stands after its closing quote. */
  #quoted(bytes: Uint8Array, from: number, length: number, slot: number): number {
    const close = closingQuote(bytes, from + 1, length)
    if (close < 0) return -1
    let end = close + 1
    if (bytes[end] === carriageReturn && (end + 1 >= length || bytes[end + 1] === lineFeed)) end += 1
    if (end < length && bytes[end] !== this.#layout.delimiter && bytes[end] !== lineFeed) return -1
    if (slot < 0) return end
    const text = this.#unescape(bytes, from + 1, close)
    this.#codes[slot] = this.#dictionaries[slot]?.codeOf(text, 0, text.length, hashOf(text, 0, text.length)) ?? 0
    return end
  }

  #unescape(bytes: Uint8Array, from: number, to: number): Uint8Array {
    if (this.#scratch.length < to - from) this.#scratch = new Uint8Array((to - from) * 2)
    let written = 0
    for (let at = from; at < to; at++) {
      const byte = bytes[at] ?? 0
      this.#scratch[written++] = byte
      if (byte === quote) at += 1
    }
    return this.#scratch.subarray(0, written)
  }
}

function plainEnd(bytes: Uint8Array, from: number, length: number, delimiter: number): number {
  let at = from
  while (at < length && bytes[at] !== delimiter && bytes[at] !== lineFeed) at += 1
  return at
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = firstHash
  for (let at = from; at < to; at++) hash = nextHash(hash, bytes[at] ?? 0)
  return hash
}
