/**
 * A clock that ran days ahead and was set back. Its entries are of days that have not come, and nothing of an earlier day
 * follows them, until an administrator confirms that the clock was wrong: then each line of the log that waits gets an
 * entry that says so, and goes on with the right days.
 */
import { newCaseKey, setBackVerdict, systemRandom } from '@brightline/ledger'
import { sql, type Selectable } from 'kysely'
import { randomUUID } from 'node:crypto'
import { noteEvent } from '../administration/note-event.ts'
import type { Tables } from '../database/tables.ts'
import { together, type Database, type Who, type Work } from '../database/transaction.ts'
import { bookOf } from './book.ts'
import { claimOf, type Claim } from './claim.ts'
import { askLine, logSchema, noLaw, putInLine } from './line.ts'
import { recordedNow } from './log-row.ts'
import { recordOfRow } from './record-of.ts'
import { verifyEntry, type Checked } from './verify-entry.ts'

/** A correction on record, for one line of the log. */
export type ClockCorrection = Selectable<Tables['clock_corrections']>

/** A line of the log whose last day has not come. */
export interface LineAhead {
  readonly place: string
  readonly day: string
}

/** The lines that wait, and what the clock of the database says now at the place of the agency. */
export interface LogClock {
  readonly today: string
  readonly ahead: readonly LineAhead[]
}

/** Finds the lines of the log of an agency that can take nothing now. */
export async function linesAhead(work: Work, agency: string): Promise<readonly LineAhead[]> {
  const schema = logSchema(agency)
  const { rows: made } = await sql<{ is: boolean }>`
    select to_regclass(${`${schema}.desk`}) is not null as is`.execute(work)
  if (made[0]?.is !== true) return []
  // The last day that has begun anywhere on earth is the last one that the log takes.
  const { rows } = await sql<LineAhead>`select place, day from ${sql.id(schema, 'desk')}
    where day > to_char((now() at time zone 'UTC') + interval '14 hours', 'YYYY-MM-DD') collate "C"
    order by place`.execute(work)
  return rows
}

/** Reads what an administrator confirms. */
export async function readLogClock(work: Work, { agency }: Who): Promise<LogClock> {
  const { rows } = await sql<{ today: string }>`select to_char(now() at time zone time_zone, 'YYYY-MM-DD') as today
    from desk.agencies where id = ${agency}`.execute(work)
  return { today: rows[0]?.today ?? '', ahead: await linesAhead(work, agency) }
}

/** Sets every line that waits back to today, in the name of whoever confirms, and gives how many there were. */
export async function setClockBack(work: Work, who: Who): Promise<number> {
  const { time_zone: timeZone } = await work
    .selectFrom('agencies')
    .select('time_zone')
    .where('id', '=', who.agency)
    .executeTakeFirstOrThrow()
  const { today, ahead } = await readLogClock(work, who)
  let count = 0
  for (const { place } of ahead) {
    const line = await together(work, async (ask) => await askLine(ask, { agency: who.agency, place, timeZone }))
    // Whoever confirmed at the same time was first.
    if (line.day <= today) continue
    const [id, key] = [randomUUID(), newCaseKey(systemRandom)]
    const days = { ahead_day: line.day, right_day: today }
    const row = { id, agency_id: who.agency, place, ...days, corrected_by: who.user }
    const record = recordOfRow('clock', { ...row, corrected_at: await recordedNow(work) })
    const entry = { verdict: setBackVerdict, policy: noLaw, rules: [], record, key }
    const [logged] = await putInLine(work, { ...line, day: today }, [entry])
    if (logged === undefined) throw new Error('no entry')
    await work
      .insertInto('clock_corrections')
      .values({ ...row, ...logged, log_key: Buffer.from(key) })
      .execute()
    count += 1
  }
  if (count > 0) await noteEvent(work, who, 'clock-set-back')
  return count
}

/** Reads the corrections of the agency, the oldest first. */
export async function readCorrections(work: Work): Promise<readonly ClockCorrection[]> {
  return await work.selectFrom('clock_corrections').selectAll().orderBy('log_ticket').execute()
}

/** Gives what a correction claims to stand in the log. */
export function claimOfCorrection(row: ClockCorrection): Claim {
  const record = recordOfRow('clock', row)
  return claimOf('clock', row, { verdict: setBackVerdict, policy: noLaw, record })
}

/** Tells if an entry was made by the wrong clock: it stands before the correction of its line, and its day had not come. */
export function isByWrongClock(
  { book, serial, day }: { readonly book: string; readonly serial: number | null; readonly day: string },
  { place, log_serial: setBack, ahead_day: ahead, right_day: right }: ClockCorrection,
): boolean {
  return serial !== null && bookOf(place) === book && serial < setBack && right < day && day <= ahead
}

/** A correction with what was found of it. */
export interface CheckedCorrection {
  readonly row: ClockCorrection
  readonly checked: Checked
}

/** Holds corrections against the log. */
export async function verifyCorrections(
  database: Database,
  rows: readonly ClockCorrection[],
): Promise<readonly CheckedCorrection[]> {
  const found: CheckedCorrection[] = []
  for (const row of rows) found.push({ row, checked: await verifyEntry(database, claimOfCorrection(row), row.log_key) })
  return found
}
