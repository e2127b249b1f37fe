/**
 * Puts entries in line inside the transactions of others: decision and entry commit together or not at all.
 *
 * INVARIANT, kept by the row of the desk: whoever puts an entry in line holds that row until its transaction ends. So
 * entries of one desk are in line in the order of their serials, and nobody sees a serial whose predecessor may yet go.
 */
import type { Entry, NewEntry } from '../entry/entry.ts'
import { printEntry } from '../entry/entry.ts'
import { newDesk, serialProblem } from '../entry/serials.ts'
import { attempt } from '../problem/attempt.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { quoted } from './schema.ts'
import type { Queryable } from './transaction.ts'

/** An entry in line: its ticket, and itself with its serial. */
export interface Enqueued {
  readonly ticket: string
  readonly entry: Entry
}

/**
 * Puts an entry in line inside the caller's transaction. Without a serial it gets the next one of its desk.
 *
 * The caller rolls back where this fails; the desk is then as it was, with everything else.
 *
 * @example
 * await client.query('begin')
 * await client.query('insert into decision …')
 * const { ticket } = valueOf(await enqueue(client, 'ledger', entry))
 * await client.query('commit')
 */
export async function enqueue(transaction: Queryable, schema: string, entry: NewEntry): Promise<Result<Enqueued>> {
  const line = { transaction, schema: quoted(schema) }
  const done = await attempt(async () =>
    'serial' in entry ? await putInLine(line, entry) : await putNext(line, entry),
  )
  return done.ok ? done.value : done
}

/** The last day that has begun anywhere on earth, by the clock of the server. */
const latest = `to_char((now() at time zone 'UTC') + interval '14 hours', 'YYYY-MM-DD') collate "C"`

/** The line of one log, as one transaction sees it. */
interface Line {
  readonly transaction: Queryable
  readonly schema: string
}

async function putInLine(line: Line, entry: Entry): Promise<Result<Enqueued>> {
  const bytes = printEntry(entry)
  if (!bytes.ok) return bytes
  const { place, serial, day } = entry
  // The ticket is taken once the row of the desk is held.
  const put = `with moved as (
      update ${line.schema}.desk set serial = $2::bigint, day = $3
      where place = $1 and serial = $2::bigint - 1 and day <= $3 and $3 <= ${latest} returning place)
    insert into ${line.schema}.pending (entry) select $4::bytea from moved returning ticket`
  const values = [place, serial, day, Buffer.from(bytes.value)]
  const ticket = await firstRow<{ ticket: string }>(line, place, put, values)
  return ticket === undefined ? await explain(line, entry) : succeed({ ...ticket, entry })
}

async function putNext(line: Line, entry: Exclude<NewEntry, Entry>): Promise<Result<Enqueued>> {
  const { place, day } = entry
  // Its shape is known to be right before the desk goes on.
  const shape = printEntry({ ...entry, serial: 1 })
  if (!shape.ok) return shape
  const look = `select serial from ${line.schema}.desk where place = $1 for update`
  const desk = await firstRow<{ serial: string }>(line, place, look, [place])
  return await putInLine(line, { ...entry, serial: Number(desk?.serial ?? 0) + 1, day })
}

/** Answers the first row of a statement on a desk; a desk without a row gets one, and the statement runs again. */
async function firstRow<Row extends object>(
  { transaction, schema }: Line,
  place: string,
  statement: string,
  values: unknown[],
): Promise<Row | undefined> {
  const { rows } = await transaction.query<Row>(statement, values)
  if (rows[0] !== undefined) return rows[0]
  // Waits for whoever makes the same desk.
  const make = `insert into ${schema}.desk (place, serial, day) values ($1, 0, '') on conflict do nothing`
  await transaction.query(make, [place])
  const again = await transaction.query<Row>(statement, values)
  return again.rows[0]
}

async function explain({ transaction, schema }: Line, entry: Entry): Promise<Result<never>> {
  const look = `select serial, day from ${schema}.desk where place = $1`
  const { rows } = await transaction.query<{ serial: string; day: string }>(look, [entry.place])
  const desk = rows[0] === undefined ? newDesk : { serial: Number(rows[0].serial), day: rows[0].day }
  const found = serialProblem(desk, entry)
  // What follows its desk can only be of a day that has not come.
  return found === undefined
    ? fail('LOG-0719', { place: entry.place, serial: entry.serial })
    : { ok: false, problems: [found] }
}
