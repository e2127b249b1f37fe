/** The day of an entry. */
import { sql } from 'kysely'
import type { Work } from '../database/transaction.ts'

/** The desk of the log at which an entry gets its serial, and the zone by which its days begin. */
export interface LogDesk {
  readonly place: string
  readonly timeZone: string
}

/** Gives today by the clock of the database; the days of a desk never go back, also where a clock was set back. */
export async function dayFor(work: Work, schema: string, { place, timeZone }: LogDesk): Promise<string> {
  const { rows } = await sql<{ day: string }>`
    select greatest(to_char(now() at time zone ${timeZone}, 'YYYY-MM-DD'), max(day)) as day
    from ${sql.id(schema, 'desk')} where place = ${place}`.execute(work)
  const [row] = rows
  if (row === undefined) throw new Error('no day')
  return row.day
}
