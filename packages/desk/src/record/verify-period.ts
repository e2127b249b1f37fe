/**
 * Holds every row of a period against the log, and the log against the rows: what was altered, deleted, or put in by SQL
 * is told apart. The log is read once, each entry proved under the signature.
 */
import { commit, readEntries, readShownCheckpoint, type DecisionEntry } from '@brightline/ledger'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { transaction, type Database, type Who, type Work } from '../database/transaction.ts'
import { bookOf, kindOfEntry, type ClaimKind } from './book.ts'
import type { ClockCorrection } from './clock-correction.ts'
import { goneDuties } from './gone-duties.ts'
import { logSchema } from './line.ts'
import { readPeriodRows, type PeriodRow } from './period-rows.ts'
import { notLost, readTrust, tilesOf } from './verify-entry.ts'

/** Days, both included. */
export interface Days {
  readonly from: string
  readonly through: string
}

/** What is wrong. */
interface Wrong {
  readonly found: 'altered' | 'key-gone' | 'deleted' | 'inserted' | 'gone'
  readonly kind: ClaimKind | 'duty'
  /** The desk or book and the serial, as they stand in the log or in the row. */
  readonly book: string
  readonly serial: number | null
  /** The reference of the case, where a row still says it. */
  readonly reference: string | null
}

/** What was found of a period. */
export interface PeriodFound {
  readonly proved: number
  readonly forgotten: number
  readonly waiting: number
  readonly wrong: readonly Wrong[]
  /** The corrections of the clock that are proved and bear on these days. */
  readonly corrections: readonly ClockCorrection[]
  /** The log is longer than what is read at once, and the period begins before that. */
  readonly isCut: boolean
  /** False where the log cannot be read and proved at all. */
  readonly isProved: boolean
}

/** So many entries are read at once. */
const most = 20_000

/** Verifies a period. */
export async function verifyPeriod(database: Database, who: Who, days: Days): Promise<PeriodFound> {
  const schema = logSchema(who.agency)
  const { rows, gone } = await transaction(database, who, async (work) => {
    return { rows: await readPeriodRows(work, most), gone: await readGone(work, days) }
  })
  const log = await readLog(database, schema)
  if (log === null) return { ...nothing, wrong: gone, isProved: rows.length === 0 }
  const found = judge(rows, log, days)
  return { ...found, wrong: [...found.wrong, ...gone] }
}

/** Tells if a moment lies in days of the agency. */
async function withinDays(work: Work, { from, through }: Days): Promise<(at: Temporal.Instant) => boolean> {
  const [agency] = await work.selectFrom('agencies').select('time_zone').execute()
  return (at) => {
    const day = at
      .toZonedDateTimeISO(agency?.time_zone ?? 'UTC')
      .toPlainDate()
      .toString()
    return from <= day && day <= through
  }
}

/** Reads the duties that are gone, by the entries of the decisions that gave rise to them. */
async function readGone(work: Work, days: Days): Promise<readonly Wrong[]> {
  const isWanted = await withinDays(work, days)
  const gone = await goneDuties(work)
  return gone.flatMap(({ reference, prefix, serial, decidedAt }): readonly Wrong[] => {
    if (!isWanted(decidedAt)) return []
    return [{ found: 'gone', kind: 'duty', book: prefix.toLowerCase(), serial, reference }]
  })
}

const nothing: PeriodFound = {
  proved: 0,
  forgotten: 0,
  waiting: 0,
  wrong: [],
  corrections: [],
  isCut: false,
  isProved: true,
}

interface ReadLog {
  readonly entries: ReadonlyMap<string, DecisionEntry>
  readonly pending: ReadonlySet<number>
  readonly firstDay: string | null
}

/** Reads the log by desk and serial; null where it cannot be proved. */
async function readLog(database: Database, schema: string): Promise<ReadLog | null> {
  const { rows: there } = await sql<{ is: boolean }>`
    select to_regclass(${`${schema}.trust`}) is not null as is`.execute(database)
  if (there[0]?.is !== true) return null
  const policy = await readTrust(database, schema)
  if (policy === null) return null
  const source = tilesOf(database, schema)
  const shown = notLost(await readShownCheckpoint(source, policy))
  if (!shown.ok) return null
  const { checkpoint } = shown.value
  const from = Math.max(0, checkpoint.size - most)
  const entries = new Map<string, DecisionEntry>()
  for await (const read of readEntries(source, checkpoint, from)) {
    const known = notLost(read)
    if (!known.ok) return null
    const { entry } = known.value
    if (entry?.kind === 'decision') entries.set(nameOf(bookOf(entry.place), entry.serial), entry)
  }
  const { rows } = await sql<{ ticket: number }>`select ticket from ${sql.id(schema, 'pending')}`.execute(database)
  const [first] = entries.values()
  return {
    entries,
    pending: new Set(rows.map(({ ticket }) => ticket)),
    firstDay: from > 0 ? (first?.day ?? null) : null,
  }
}

function judge(rows: readonly PeriodRow[], log: ReadLog, days: Days): PeriodFound {
  const { entries, firstDay } = log
  const isWanted = (day: string): boolean => days.from <= day && day <= days.through
  const claims = Map.groupBy(rows, ({ book, serial }) => nameOf(book, serial))
  const judged = [...claims].flatMap(([entry, claimed]) => {
    const logged = entries.get(entry)
    return judgeClaims(
      entry,
      claimed.filter(({ day }) => isWanted(logged?.day ?? day)),
      log,
    )
  })
  const count = (said: Said): number => judged.filter((one) => one.said === said).length
  const replaced = replacedIn(claims, log)
  const deleted = [...entries].flatMap(([entry, { place, verdict, day, serial }]): readonly Wrong[] =>
    isWanted(day) && !claims.has(entry) && !replaced.has(entry)
      ? [{ found: 'deleted', kind: kindOfEntry({ place, verdict }), book: bookOf(place), serial, reference: null }]
      : [],
  )
  const wrong = judged.flatMap(({ said, row: { kind, book, serial, reference } }): readonly Wrong[] =>
    isFaulty(said) ? [{ found: said, kind, book, serial, reference }] : [],
  )
  const corrections = [...claims].flatMap(([entry, claimed]) =>
    judgeClaims(entry, claimed, log).flatMap(({ said, row: { correction } }) =>
      said === 'proved' && correction !== undefined && bearsOn(correction, days) ? [correction] : [],
    ),
  )
  const isCut = firstDay !== null && days.from <= firstDay
  const found = { proved: count('proved'), forgotten: count('forgotten'), waiting: count('waiting') }
  return { ...found, wrong: [...wrong, ...deleted], corrections, isCut, isProved: true }
}

/** Tells if some of the days lie between what the clock said and what it was. */
function bearsOn({ right_day: right, ahead_day: ahead }: ClockCorrection, { from, through }: Days): boolean {
  return right <= through && from <= ahead
}

/**
 * Names the entries before the last of each request, which have no row of their own: the last one commits to the list of
 * them. A row that is not proved vouches for none.
 */
function replacedIn(claims: ReadonlyMap<string, readonly PeriodRow[]>, log: ReadLog): ReadonlySet<string> {
  const listing = [...claims].filter(([, claimed]) => claimed.some(({ replaced = [] }) => replaced.length > 0))
  const judged = listing.flatMap(([entry, claimed]) => judgeClaims(entry, claimed, log))
  return new Set(
    judged.flatMap(({ said, row: { book, replaced = [] } }) =>
      isFaulty(said) ? [] : replaced.map((serial) => nameOf(book, serial)),
    ),
  )
}

interface Judged {
  readonly said: Said
  readonly row: PeriodRow
}

/** Judges the rows that claim one entry. Of several, those that it does not prove were put in. */
function judgeClaims(
  entry: string,
  claimed: readonly PeriodRow[],
  { entries, pending, firstDay }: ReadLog,
): readonly Judged[] {
  const logged = entries.get(entry)
  const judged = claimed.map((row) => ({ said: sayOf(row, logged, pending), row }))
  const isProved = judged.some(({ said }) => said === 'proved' || said === 'forgotten')
  // What is older than what was read is not judged.
  const known = judged.filter(({ row }) => logged !== undefined || firstDay === null || row.day >= firstDay)
  return known.map((one) => (isProved && one.said === 'altered' ? { ...one, said: 'inserted' } : one))
}

type Fault = 'altered' | 'key-gone' | 'inserted'
type Said = 'proved' | 'forgotten' | 'waiting' | Fault

function isFaulty(said: Said): said is Fault {
  return said === 'altered' || said === 'inserted' || said === 'key-gone'
}

function sayOf(row: PeriodRow, logged: DecisionEntry | undefined, pending: ReadonlySet<number>): Said {
  if (logged === undefined) return row.ticket !== null && pending.has(row.ticket) ? 'waiting' : 'inserted'
  if (row.verdict !== logged.verdict) return 'altered'
  if (row.policy !== null && !row.policy.equals(logged.policy)) return 'altered'
  if (row.key === null) return 'key-gone'
  if (row.key === 'destroyed') return 'forgotten'
  const again = commit(new Uint8Array(row.key), row.record)
  return again.ok && Buffer.from(again.value).equals(logged.commitment) ? 'proved' : 'altered'
}

function nameOf(book: string, serial: number | null): string {
  return `${book} ${serial ?? '–'}`
}
