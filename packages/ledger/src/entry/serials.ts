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

/** The verdict of the entry by which a desk says that its clock ran ahead. From it on the days of the desk count anew. */
export const setBackVerdict = 'clock-set-back'

/** Tells if an entry sets the days of its desk back. */
export function isSetBack(entry: Entry): boolean {
  return entry.kind === 'decision' && entry.verdict === setBackVerdict
}

/** Says what is wrong with an entry that follows the last one of its desk, if anything. */
export function serialProblem(desk: DeskState, entry: Entry): Problem | undefined {
  const { place, serial, day } = entry
  if (serial !== desk.serial + 1) return problem('LOG-0704', { place, serial, last: desk.serial })
  return day < desk.day && !isSetBack(entry) ? problem('LOG-0713', { place, serial }) : undefined
}

/** The days of a desk went back: what the entry before says, and what the clock said when it was right. */
export interface SetBack {
  readonly place: string
  readonly serial: number
  readonly from: string
  readonly day: string
}

/** Watches entries go by in the order of the log. */
export interface SerialWatch {
  /** Says what is wrong with the next entry, if anything. */
  readonly next: (entry: Entry) => Problem | undefined
  /** The entries that set days back, of those that went by. */
  readonly setBacks: readonly SetBack[]
}

/**
 * Makes a watch over the serials of all desks.
 *
 * Each desk counts from 1 without gap or repetition, and its days go back at an entry alone that says so.
 *
 * @example
 * const watch = watchSerials()
 * watch.next(entry) // undefined, or a problem with the code LOG-0704
 */
export function watchSerials(): SerialWatch {
  const deskByPlace = new Map<string, DeskState>()
  const setBacks: SetBack[] = []
  return {
    setBacks,
    next: (entry) => {
      const { place, serial, day } = entry
      const desk = deskByPlace.get(place) ?? newDesk
      const found = serialProblem(desk, entry)
      if (isSetBack(entry) && day < desk.day) setBacks.push({ place, serial, from: desk.day, day })
      deskByPlace.set(place, { serial, day })
      return found
    },
  }
}

/** Lists the days, of those that a desk was open, on which it logged neither a decision nor that there was none. */
export function silentDays(place: string, openDays: readonly string[], entries: readonly Entry[]): readonly string[] {
  const told = new Set(entries.filter((entry) => entry.place === place).map(({ day }) => day))
  return openDays.filter((day) => !told.has(day))
}
