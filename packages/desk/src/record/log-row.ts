/** Puts in line for the log what is recorded on a case and is no decision: a request, a time, a paper, an outcome. */
import { sql, type Selectable } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Tables } from '../database/tables.ts'
import { together, type Work } from '../database/transaction.ts'
import { bookOfKind } from './book.ts'
import { askCaseKey, type CasePlace } from './case-key.ts'
import { rowKinds, type RowKind } from './claim.ts'
import { askLine, noLaw, putInLine, type Logged } from './line.ts'
import { recordOfRow } from './record-of.ts'

/** A row of a kind, but for its place in the log. */
export type RowOf<Kind extends RowKind> = Omit<Selectable<Tables[(typeof rowKinds)[Kind]['table']]>, keyof Logged>

/** Puts a row in line, with every column as the database will give it back, and gives where its entry stands. */
export async function logRow<Kind extends RowKind>(
  work: Work,
  kind: Kind,
  row: RowOf<Kind> & CasePlace,
): Promise<Logged> {
  const { agency_id: agency } = row
  const { place: town, time_zone: timeZone } = await work
    .selectFrom('agencies')
    .select(['place', 'time_zone'])
    .where('id', '=', agency)
    .executeTakeFirstOrThrow()
  const book = { agency, place: `${town}/${bookOfKind[kind]}`, timeZone }
  const [key, line] = await together(work, async (ask) => await Promise.all([askCaseKey(ask, row), askLine(ask, book)]))
  const { verdict } = rowKinds[kind]
  const entry = { verdict, policy: noLaw, rules: [], record: recordOfRow(kind, row), key }
  const [logged] = await putInLine(work, line, [entry])
  if (logged === undefined) throw new Error('no entry')
  return logged
}

/** Gives the moment that rows of this transaction get by themselves. */
export async function recordedNow(work: Work): Promise<Temporal.Instant> {
  const { rows } = await sql<{ now: Temporal.Instant }>`select desk.decided_now() as now`.execute(work)
  const [row] = rows
  if (row === undefined) throw new Error('no time')
  return row.now
}
