/** Identical rows put together: each distinct case once, with how many requests it stands for. */

/** More distinct cases than this are refused, so that memory stays bounded. */
const mostCases = 2_000_000

/** Cases of `width` whole numbers, by a hash table over one typed array. */
export class CaseTable {
  readonly width: number
  size = 0
  cells: Int32Array<ArrayBuffer>
  counts: Float64Array<ArrayBuffer>
  /** The first place of each case, as numbers in the order of the data. */
  firsts: Float64Array<ArrayBuffer>
  #slots = new Int32Array(4096).fill(-1)
  #hashes = new Int32Array(1024)

  constructor(width: number) {
    this.width = width
    this.cells = new Int32Array(1024 * width)
    this.counts = new Float64Array(1024)
    this.firsts = new Float64Array(1024)
  }

  /** Adds requests to a case that stands at `at` in some numbers, and came first at `first`; false where there is no room for another case. */
  add(numbers: Int32Array, at: number, count: number, first: number): boolean {
    const { width } = this
    let hash = 0x811c9dc5 | 0
    for (let index = 0; index < width; index++)
      hash = Math.imul(hash ^ (numbers[at + index] ?? 0), 0x01000193) ^ (hash >>> 15)
    const mask = this.#slots.length - 1
    let slot = (hash ^ (hash >>> 13)) & mask
    for (;;) {
      const found = this.#slots[slot] ?? -1
      if (found < 0) break
      if (this.#hashes[found] === hash && this.#isSame(found, numbers, at)) {
        this.counts[found] = (this.counts[found] ?? 0) + count
        this.firsts[found] = Math.min(this.firsts[found] ?? first, first)
        return true
      }
      slot = (slot + 1) & mask
    }
    if (this.size >= mostCases) return false
    const made = this.#insert(slot, hash)
    for (let index = 0; index < width; index++) this.cells[made * width + index] = numbers[at + index] ?? 0
    this.counts[made] = count
    this.firsts[made] = first
    return true
  }

  /** Forgets every case. */
  clear(): void {
    this.size = 0
    this.#slots.fill(-1)
  }

  #isSame(found: number, numbers: Int32Array, at: number): boolean {
    const { width, cells } = this
    const start = found * width
    for (let index = 0; index < width; index++) if (cells[start + index] !== numbers[at + index]) return false
    return true
  }

  /** Makes room for a case, and gives its number. */
  #insert(slot: number, hash: number): number {
    const { size } = this
    if (size >= this.counts.length) this.#widen()
    this.#hashes[size] = hash
    this.#slots[slot] = size
    this.size += 1
    if (this.size * 2 > this.#slots.length) this.#rehash()
    return size
  }

  #widen(): void {
    const room = this.counts.length * 2
    const cells = new Int32Array(room * this.width)
    cells.set(this.cells)
    this.cells = cells
    const counts = new Float64Array(room)
    counts.set(this.counts)
    this.counts = counts
    const firsts = new Float64Array(room)
    firsts.set(this.firsts)
    this.firsts = firsts
    const hashes = new Int32Array(room)
    hashes.set(this.#hashes)
    this.#hashes = hashes
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1)
    const mask = this.#slots.length - 1
    for (let one = 0; one < this.size; one++) {
      const hash = this.#hashes[one] ?? 0
      let slot = (hash ^ (hash >>> 13)) & mask
      while ((this.#slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask
      this.#slots[slot] = one
    }
  }
}
