/** Omission is the gap that a log leaves: serials of a desk without holes, days without entries signed as such. */
import { problem } from '../problem/problem.ts'
import type { Problem } from '../problem/problem.ts'
import type { Entry } from './entry.ts'

/** Owned by one walk over one log. */
interface Desk {
  serial: number
  day: string
}

/** Watches entries go by in the order of the log. */
export interface SerialWatch {
  /** What is wrong with the next entry, if anything. */
  readonly next: (index: number, entry: Entry) => Problem | undefined
}

/**
 * A watch over the serials of all desks.
 *
 * Each desk counts from 1 without gap or repetition, and its days never go back.
 *
 * @example
 * const watch = watchSerials()
 * watch.next(0, entry) // undefined, or an error with the code LOG-0704
 */
export function watchSerials(): SerialWatch {
  const deskByPlace = new Map<string, Desk>()
  return {
    next: (index, { place, serial, day }) => {
      const desk = deskByPlace.get(place) ?? { serial: 0, day: '' }
      deskByPlace.set(place, { serial, day })
      if (serial !== desk.serial + 1) return problem('LOG-0704', { entry: index, place, serial, last: desk.serial })
      return day < desk.day ? problem('LOG-0713', { entry: index, place }) : undefined
    },
  }
}

/** The days, of those that a desk was open, on which it logged neither a decision nor that there was none. */
export function silentDays(place: string, openDays: readonly string[], entries: readonly Entry[]): readonly string[] {
  const told = new Set(entries.filter((entry) => entry.place === place).map(({ day }) => day))
  return openDays.filter((day) => !told.has(day))
}
