/** Admits the entries of desks: each desk counts without a gap, and an entry that the log holds is not taken twice. */
import { latestDay } from '../entry/day.ts'
import type { Entry, NewEntry } from '../entry/entry.ts'
import { parseEntry } from '../entry/entry.ts'
import { fail, inFile, succeed } from '../problem/problem.ts'
import type { Problem, Result } from '../problem/problem.ts'
import type { Admission, Appended, Group } from './admission.ts'
import { DeskBook } from './desk-book.ts'
import { Draft } from './draft.ts'
import type { Logged, LoggedByEntry } from './find-logged.ts'
import { findLogged, saysTheSame } from './find-logged.ts'
import type { DeskMove, Waiting } from './storage.ts'
import type { BlockReader } from './walk-back.ts'

/** A group as read, with the bytes of those entries that were given as bytes. */
interface Asked {
  readonly entries: Result<readonly NewEntry[]>
  readonly bytesByEntry: ReadonlyMap<NewEntry, Uint8Array>
  readonly isRetry: boolean
}

/** Makes the admission of a log of which `size` entries have an index. `now` is seconds since 1970. */
export function deskAdmission(read: BlockReader, size: number, now: () => number): Admission {
  const book = new DeskBook(read, size)
  // Owned by this admission: what the last plan takes, noted once it is confirmed.
  let planned: readonly Entry[] = []
  return {
    plan: async (next, waiting, groups) => {
      const asked = groups.map(readGroup)
      const queued = waiting.map(({ entry }) => parseEntry(entry))
      const learnt = await book.learn(placesOf([...asked.map(({ entries }) => entries), ...queued.map(asList)]))
      if (!learnt.ok) return learnt
      const draft = new Draft(book, next, latestDay(now()))
      const queue = takeWaiting(draft, waiting, queued)
      const before = serialsOf(draft, asked)
      const logged = await findLogged(read, next, maybeLogged(draft, asked))
      if (!logged.ok) return logged
      const outcomes = asked.map((group) => takeGroup(draft, group, logged.value))
      planned = draft.entries
      return succeed({ entries: draft.bytes, ...queue, desks: movesOf(draft, before), outcomes })
    },
    confirm: () => book.note(planned),
  }
}

/** Reads the entries of a group; bytes must be an entry of the list. */
function readGroup({ entries, isRetry }: Group): Asked {
  const read: NewEntry[] = []
  const bytesByEntry = new Map<NewEntry, Uint8Array>()
  for (const entry of entries) {
    const parsed = entry instanceof Uint8Array ? parseEntry(entry) : succeed(entry)
    if (!parsed.ok) return { entries: parsed, bytesByEntry, isRetry }
    read.push(parsed.value)
    if (entry instanceof Uint8Array) bytesByEntry.set(parsed.value, entry)
  }
  return { entries: succeed(read), bytesByEntry, isRetry }
}

function asList(entry: Result<Entry>): Result<readonly Entry[]> {
  return entry.ok ? succeed([entry.value]) : entry
}

function placesOf(lists: readonly Result<readonly NewEntry[]>[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => (list.ok ? list.value.map(({ place }) => place) : [])))
}

/** Takes waiting entries in their order. One that does not follow is held, and so are those of its desk behind it. */
function takeWaiting(
  draft: Draft,
  waiting: readonly Waiting[],
  queued: readonly Result<Entry>[],
): { readonly tickets: readonly string[]; readonly held: readonly Problem[] } {
  const tickets: string[] = []
  const held: Problem[] = []
  for (const [at, { ticket, entry: bytes }] of waiting.entries()) {
    const entry = queued[at]
    if (entry === undefined) continue
    const taken = entry.ok ? draft.takeInLine(entry.value, bytes) : entry
    if (taken.ok) tickets.push(ticket)
    else held.push(...taken.problems.map((problem) => ({ ...problem, where: inFile(`pending ${ticket}`) })))
  }
  return { tickets, held }
}

function serialsOf(draft: Draft, asked: readonly Asked[]): ReadonlyMap<string, number> {
  const places = placesOf(asked.map(({ entries }) => entries))
  return new Map([...places].map((place) => [place, draft.deskAt(place).serial]))
}

/** Lists entries whose serial was given before, and those without one that are tried again. */
function maybeLogged(draft: Draft, asked: readonly Asked[]): readonly NewEntry[] {
  return asked.flatMap(({ entries, isRetry }) => {
    const isMaybe = (entry: NewEntry): boolean => ('serial' in entry ? isGiven(draft, entry) : isRetry)
    return entries.ok ? entries.value.filter(isMaybe) : []
  })
}

function isGiven(draft: Draft, { place, serial }: Entry): boolean {
  return serial <= draft.deskAt(place).serial
}

/** Takes all entries of a group or none. */
function takeGroup(
  draft: Draft,
  { entries, bytesByEntry }: Asked,
  loggedByEntry: LoggedByEntry,
): Result<readonly Appended[]> {
  if (!entries.ok) return entries
  const count = draft.entries.length
  const appended: Appended[] = []
  for (const wanted of entries.value) {
    const logged = loggedByEntry.get(wanted) ?? inDraft(draft, wanted)
    const taken = logged === undefined ? takeNew(draft, wanted, bytesByEntry.get(wanted)) : takeAgain(wanted, logged)
    if (!taken.ok) {
      draft.giveBack(count)
      return taken
    }
    appended.push(taken.value)
  }
  return succeed(appended)
}

function takeAgain(wanted: NewEntry, logged: Logged): Result<Appended> {
  if (saysTheSame(wanted, logged.entry)) return succeed({ ...logged, isNew: false })
  return fail('LOG-0718', { place: wanted.place, serial: logged.entry.serial })
}

function takeNew(draft: Draft, wanted: NewEntry, bytes: Uint8Array | undefined): Result<Appended> {
  const index = draft.nextIndex
  const entry = 'serial' in wanted ? wanted : { ...wanted, serial: draft.deskAt(wanted.place).serial + 1 }
  const taken = draft.take(entry, bytes)
  return taken.ok ? succeed({ index, entry, isNew: true }) : taken
}

/** Finds an entry of this very draft that has the serial already. */
function inDraft(draft: Draft, wanted: NewEntry): Logged | undefined {
  if (!('serial' in wanted) || !isGiven(draft, wanted)) return undefined
  const at = draft.entries.findIndex(({ place, serial }) => place === wanted.place && serial === wanted.serial)
  const entry = draft.entries[at]
  return entry && { index: draft.nextIndex - draft.entries.length + at, entry }
}

function movesOf(draft: Draft, before: ReadonlyMap<string, number>): readonly DeskMove[] {
  // In one order, so that two writers never wait for each other.
  const places = [...before.keys()].sort()
  return places.flatMap((place) => {
    const [from, { serial, day }] = [before.get(place) ?? 0, draft.deskAt(place)]
    return from === serial ? [] : [{ place, from, serial, day }]
  })
}
