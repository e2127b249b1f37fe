/** Omission is the gap that a log leaves: serials of a desk without holes, days without entries signed as such. */
import { problem } from '../problem/problem.ts'
import type { Problem } from '../problem/problem.ts'
import type { Entry } from './entry.ts'

/** The serial and the day of the last entry of a desk. */
export interface DeskState {
  readonly serial: number
  readonly day: string
}

/** A desk that has no entry yet. */
export const newDesk: DeskState = { serial: 0, day: '' }

/** Says what is wrong with an entry that follows the last one of its desk, if anything. */
export function serialProblem(desk: DeskState, { place, serial, day }: Entry): Problem | undefined {
  if (serial !== desk.serial + 1) return problem('LOG-0704', { place, serial, last: desk.serial })
  return day < desk.day ? problem('LOG-0713', { place, serial }) : undefined
}

/** Watches entries go by in the order of the log. */
export interface SerialWatch {
  /** Says what is wrong with the next entry, if anything. */
  readonly next: (entry: Entry) => Problem | undefined
}

/**
 * Makes a watch over the serials of all desks.
 *
 * Each desk counts from 1 without gap or repetition, and its days never go back.
 *
 * @example
 * const watch = watchSerials()
 * watch.next(entry) // undefined, or a problem with the code LOG-0704
 */
export function watchSerials(): SerialWatch {
  const deskByPlace = new Map<string, DeskState>()
  return {
    next: (entry) => {
      const found = serialProblem(deskByPlace.get(entry.place) ?? newDesk, entry)
      deskByPlace.set(entry.place, { serial: entry.serial, day: entry.day })
      return found
    },
  }
}

/** Lists the days, of those that a desk was open, on which it logged neither a decision nor that there was none. */
export function silentDays(place: string, openDays: readonly string[], entries: readonly Entry[]): readonly string[] {
  const told = new Set(entries.filter((entry) => entry.place === place).map(({ day }) => day))
  return openDays.filter((day) => !told.has(day))
}
