/**
 * Puts entries in line inside the transactions of others: decision and entry commit together or not at all.
 *
 * INVARIANT, kept by the row of the desk: whoever puts an entry in line holds that row until its transaction ends. So
 * entries of one desk are in line in the order of their serials, and nobody sees a serial whose predecessor may yet go.
 */
import type { Entry, NewEntry } from '../entry/entry.ts'
import { printEntry } from '../entry/entry.ts'
import { isSetBack, newDesk, serialProblem } from '../entry/serials.ts'
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

/**
 * Puts entries of one desk in line inside the caller's transaction, by one statement: all of them or none. Their serials
 * follow each other, and all are of the same day.
 */
export async function enqueueAll(
  transaction: Queryable,
  schema: string,
  entries: readonly [Entry, ...Entry[]],
): Promise<Result<readonly Enqueued[]>> {
  const line = { transaction, schema: quoted(schema) }
  const done = await attempt(async () => await putAllInLine(line, entries))
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
  const put = await putAllInLine(line, [entry])
  const [one] = put.ok ? put.value : []
  return one === undefined ? (put.ok ? await explain(line, entry) : put) : succeed(one)
}

async function putAllInLine(line: Line, entries: readonly [Entry, ...Entry[]]): Promise<Result<readonly Enqueued[]>> {
  const [{ place, serial, day }] = entries
  const bytes: Buffer[] = []
  for (const [at, entry] of entries.entries()) {
    const text = printEntry(entry)
    if (!text.ok) return text
    if (entry.place !== place || entry.day !== day || entry.serial !== serial + at)
      return fail('LOG-0719', { place, serial })
    bytes.push(Buffer.from(text.value))
  }
  // Tickets are taken once the row of the desk is held, in the order of the serials.
  const put = `with moved as (
      update ${line.schema}.desk set serial = $2::bigint - 1 + cardinality($4::bytea[]), day = $3
      where place = $1 and serial = $2::bigint - 1 and (day <= $3 or $5) and $3 <= ${latest} returning place)
    insert into ${line.schema}.pending (entry)
      select new.entry from moved, unnest($4::bytea[]) with ordinality as new (entry, nth) order by new.nth returning ticket`
  const rows = await rowsOf<{ ticket: string }>(line, place, put, [place, serial, day, bytes, isSetBack(entries[0])])
  const inLine = entries.flatMap((entry, at) => {
    const { ticket } = rows[at] ?? {}
    return ticket === undefined ? [] : [{ ticket, entry }]
  })
  return inLine.length === entries.length ? succeed(inLine) : await explain(line, entries[0])
}

async function putNext(line: Line, entry: Exclude<NewEntry, Entry>): Promise<Result<Enqueued>> {
  const { place, day } = entry
  // Its shape is known to be right before the desk goes on.
  const shape = printEntry({ ...entry, serial: 1 })
  if (!shape.ok) return shape
  const look = `select serial from ${line.schema}.desk where place = $1 for update`
  const [desk] = await rowsOf<{ serial: string }>(line, place, look, [place])
  return await putInLine(line, { ...entry, serial: Number(desk?.serial ?? 0) + 1, day })
}

/** Answers the rows of a statement on a desk; a desk without a row gets one, and the statement runs again. */
async function rowsOf<Row extends object>(
  { transaction, schema }: Line,
  place: string,
  statement: string,
  values: unknown[],
): Promise<readonly Row[]> {
  const { rows } = await transaction.query<Row>(statement, values)
  if (rows.length > 0) return rows
  // Waits for whoever makes the same desk.
  const make = `insert into ${schema}.desk (place, serial, day) values ($1, 0, '') on conflict do nothing`
  await transaction.query(make, [place])
  const again = await transaction.query<Row>(statement, values)
  return again.rows
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
