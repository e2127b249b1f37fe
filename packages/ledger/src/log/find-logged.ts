/** Finds entries that the log holds already, so that a second try appends nothing. */
import { sameBytes } from '../bytes/bytes.ts'
import type { Entry, NewEntry } from '../entry/entry.ts'
import { printEntry } from '../entry/entry.ts'
import { succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import type { BlockReader } from './walk-back.ts'
import { walkBack } from './walk-back.ts'

/** An entry with its index. */
export interface Logged {
  readonly index: number
  readonly entry: Entry
}

/** Entries of the log, each by the new entry in whose place it stands. */
export type LoggedByEntry = ReadonlyMap<NewEntry, Logged>

/**
 * Finds, for each entry that has a serial, the entry with that serial; for each that has none, one that says the same.
 *
 * Days of a desk go back only where its clock is set back, so an entry without a serial is not looked for beyond its day.
 */
export async function findLogged(
  read: BlockReader,
  size: number,
  entries: readonly NewEntry[],
): Promise<Result<LoggedByEntry>> {
  const found = new Map<NewEntry, Logged>()
  const missing = new Set(entries)
  if (missing.size === 0) return succeed(found)
  const walked = await walkBack(read, size, (entry, index) => {
    for (const wanted of missing) {
      if (wanted.place !== entry.place) continue
      if (isFor(wanted, entry)) found.set(wanted, { index, entry })
      if (found.has(wanted) || isBeyond(wanted, entry)) missing.delete(wanted)
    }
    return missing.size === 0
  })
  return walked.ok ? succeed(found) : walked
}

/** Tells whether a logged entry says the same as a new one. Each try takes a fresh nonce, so it is passed over. */
export function saysTheSame(wanted: NewEntry, logged: Entry): boolean {
  const [one, other] = [{ ...logged, ...wanted, nonce: logged.nonce }, logged].map(printEntry)
  return one?.ok === true && other?.ok === true && sameBytes(one.value, other.value)
}

function isFor(wanted: NewEntry, logged: Entry): boolean {
  return 'serial' in wanted ? wanted.serial === logged.serial : saysTheSame(wanted, logged)
}

function isBeyond(wanted: NewEntry, logged: Entry): boolean {
  return 'serial' in wanted ? logged.serial < wanted.serial : logged.day < wanted.day
}
