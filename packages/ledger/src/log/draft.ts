/** Entries on their way to an index, and where their desks stand with them. */
import type { Entry } from '../entry/entry.ts'
import { printEntry } from '../entry/entry.ts'
import type { DeskState } from '../entry/serials.ts'
import { serialProblem } from '../entry/serials.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import type { DeskBook } from './desk-book.ts'

/** The draft of one write. INVARIANT, kept by `take`: its entries follow those of the book, desk by desk. */
export class Draft {
  readonly entries: Entry[] = []
  readonly bytes: Uint8Array[] = []
  readonly #size: number
  readonly #book: DeskBook
  readonly #deskByPlace = new Map<string, DeskState>()

  readonly #latestDay: string

  /** Days after the latest one have not come: nothing of an earlier day could follow such an entry. */
  constructor(book: DeskBook, size: number, latestDay: string) {
    this.#book = book
    this.#size = size
    this.#latestDay = latestDay
  }

  /** The index that the next entry gets. */
  get nextIndex(): number {
    return this.#size + this.entries.length
  }

  /** The desks that have entries in this draft. */
  get places(): readonly string[] {
    return [...this.#deskByPlace.keys()]
  }

  /** Answers the last serial and day of a desk, with the entries of this draft. */
  deskAt(place: string): DeskState {
    return this.#deskByPlace.get(place) ?? this.#book.deskAt(place)
  }

  /** Takes an entry, if it is the next one of its desk and its day has come. Its bytes are made where they were not given. */
  take(entry: Entry, given?: Uint8Array): Result<true> {
    const { place, serial, day } = entry
    return day > this.#latestDay ? fail('LOG-0719', { place, serial }) : this.takeInLine(entry, given)
  }

  /**
   * Takes one that is in line: whoever put it there looked at the clock. Where that ran ahead, the entry that says so stands
   * behind it.
   */
  takeInLine(entry: Entry, given?: Uint8Array): Result<true> {
    const { place, serial, day } = entry
    const found = serialProblem(this.deskAt(place), entry)
    if (found !== undefined) return { ok: false, problems: [found] }
    const bytes = given === undefined ? printEntry(entry) : succeed(given)
    if (!bytes.ok) return bytes
    this.entries.push(entry)
    this.bytes.push(bytes.value)
    this.#deskByPlace.set(place, { serial, day })
    return succeed(true)
  }

  /** Gives back all entries after the first `count`. */
  giveBack(count: number): void {
    this.entries.length = count
    this.bytes.length = count
    this.#deskByPlace.clear()
    for (const { place, serial, day } of this.entries) this.#deskByPlace.set(place, { serial, day })
  }
}
