/** The serials and days of desks, learnt from the entries of the log as far as they are asked for. */
import type { DeskState } from '../entry/serials.ts'
import { newDesk } from '../entry/serials.ts'
import type { Entry } from '../entry/entry.ts'
import { succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import type { BlockReader } from './walk-back.ts'
import { walkBack } from './walk-back.ts'

/**
 * The desks of one log while one writer writes it.
 *
 * INVARIANT, kept by `learn` and `note`: of a desk that is known the last entry is known, because the log is read from
 * its end, and whoever writes notes what it wrote.
 */
export class DeskBook {
  readonly #read: BlockReader
  readonly #deskByPlace = new Map<string, DeskState>()
  /** Entries below this index were not read yet. */
  #unread: number

  constructor(read: BlockReader, size: number) {
    this.#read = read
    this.#unread = size
  }

  /** Reads backwards until all these desks are known. A desk without entries is known once everything was read. */
  async learn(places: ReadonlySet<string>): Promise<Result<true>> {
    const missing = new Set([...places].filter((place) => !this.#deskByPlace.has(place)))
    if (missing.size === 0) return succeed(true)
    const read = await walkBack(this.#read, this.#unread, ({ place, serial, day }) => {
      if (!this.#deskByPlace.has(place)) this.#deskByPlace.set(place, { serial, day })
      missing.delete(place)
      return missing.size === 0
    })
    if (!read.ok) return read
    this.#unread = read.value
    return succeed(true)
  }

  /** Answers the last serial and day of a desk that was learnt. */
  deskAt(place: string): DeskState {
    return this.#deskByPlace.get(place) ?? newDesk
  }

  /** Takes down entries that now have an index. */
  note(entries: readonly Entry[]): void {
    for (const { place, serial, day } of entries) this.#deskByPlace.set(place, { serial, day })
  }
}
