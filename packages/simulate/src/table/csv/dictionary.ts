/** The distinct values of one column, each with a small number: a cell is read once and compared as bytes ever after. */

/** More distinct values than this, and the numbers begin again: memory stays flat whatever a column holds. */
export const mostValues = 60_000

/** Longer values are cut: no fact is so long, and a column of essays must not fill the memory. */
const longestValue = 512

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/** A column's values by number. `generation` counts how often the numbers began again. */
export class Dictionary {
  generation = 0
  #values: string[] = []
  #slots = new Int32Array(4096).fill(-1)
  #hashes = new Int32Array(4096)
  #starts = new Int32Array(4096)
  #ends = new Int32Array(4096)
  #bytes = new Uint8Array(1 << 16)
  #used = 0
  readonly #codeByText = new Map<string, number>()

  get size(): number {
    return this.#values.length
  }

  /** Gives the text of a number. */
  valueOf(code: number): string {
    return this.#values[code] ?? ''
  }

  /** Gives the number of the bytes from `start` to `stop`, whose hash the caller made on the way through them. */
  codeOf(bytes: Uint8Array, start: number, stop: number, hash: number): number {
    const end = Math.min(stop, start + longestValue)
    const mask = this.#slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (;;) {
      const code = this.#slots[slot] ?? -1
      if (code < 0) return this.#insert(slot, bytes.subarray(start, end), hash)
      if (this.#hashes[code] === hash && this.#isSame(code, bytes, start, end)) return code
      slot = (slot + 1) & mask
    }
  }

  /** Gives the number of a text, for readers that have texts. */
  codeOfText(text: string): number {
    const known = this.#codeByText.get(text)
    if (known !== undefined) return known
    const bytes = encoder.encode(text)
    let hash = firstHash
    for (const byte of bytes) hash = nextHash(hash, byte)
    const code = this.codeOf(bytes, 0, bytes.length, hash)
    this.#codeByText.set(text, code)
    return code
  }

  /** Begins the numbers again. */
  clear(): void {
    this.generation += 1
    this.#values = []
    this.#codeByText.clear()
    this.#slots.fill(-1)
    this.#used = 0
  }

  #isSame(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#starts[code] ?? 0
    const length = end - start
    if ((this.#ends[code] ?? 0) - from !== length) return false
    const own = this.#bytes
    for (let at = 0; at < length; at++) if (own[from + at] !== bytes[start + at]) return false
    return true
  }

  #insert(slot: number, value: Uint8Array, hash: number): number {
    const code = this.#values.push(decoder.decode(value)) - 1
    this.#makeRoom(code, value.length)
    this.#slots[slot] = code
    this.#hashes[code] = hash
    this.#starts[code] = this.#used
    this.#bytes.set(value, this.#used)
    this.#used += value.length
    this.#ends[code] = this.#used
    if (this.#values.length * 2 > this.#slots.length) this.#grow()
    return code
  }

  #makeRoom(code: number, length: number): void {
    if (code >= this.#hashes.length) {
      this.#hashes = longer(this.#hashes)
      this.#starts = longer(this.#starts)
      this.#ends = longer(this.#ends)
    }
    if (this.#used + length <= this.#bytes.length) return
    const wider = new Uint8Array(Math.max(this.#bytes.length * 2, this.#used + length))
    wider.set(this.#bytes.subarray(0, this.#used))
    this.#bytes = wider
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1)
    const mask = this.#slots.length - 1
    for (let code = 0; code < this.#values.length; code++) {
      const hash = this.#hashes[code] ?? 0
      let slot = (hash ^ (hash >>> 15)) & mask
      while ((this.#slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask
      this.#slots[slot] = code
    }
  }
}

/** The hash of nothing. */
export const firstHash: number = 0x811c9dc5 | 0

/** Adds a byte to a hash. */
export function nextHash(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193)
}

function longer(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const made = new Int32Array(array.length * 2)
  made.set(array)
  return made
}
