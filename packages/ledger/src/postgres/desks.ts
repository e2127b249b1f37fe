/** The table of desks: where each stands, for those who put entries in line. The entries themselves are the truth. */
import type { DeskState } from '../entry/serials.ts'
import { parseEntry } from '../entry/entry.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import type { DeskMove } from '../log/storage.ts'
import type { Queryable } from './transaction.ts'

const rowsAtATime = 1_000

/** Lets desks go on in the writer's transaction. `LOG-0812` where one of them stands elsewhere. */
export async function moveDesks(client: Queryable, schema: string, moves: readonly DeskMove[]): Promise<Result<true>> {
  if (moves.length === 0) return succeed(true)
  const places = moves.map(({ place }) => place)
  const make = `insert into ${schema}.desk (place, serial, day) select place, 0, '' from unnest($1::text[]) as new (place)
    on conflict do nothing`
  await client.query(make, [places])
  // Rows are locked in the order of their names first, so that two writers never wait for each other.
  await client.query(`select 1 from ${schema}.desk where place = any($1::text[]) order by place for update`, [places])
  const move = `update ${schema}.desk set serial = new.serial, day = new.day
    from unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[]) as new (place, before, serial, day)
    where desk.place = new.place and desk.serial = new.before`
  const columns = [
    places,
    moves.map(({ from }) => from),
    moves.map(({ serial }) => serial),
    moves.map(({ day }) => day),
  ]
  const { rowCount } = await client.query(move, columns)
  return rowCount === moves.length ? succeed(true) : fail('LOG-0812')
}

/** Fills an empty table of desks from the entries of a log that is older than the table. */
export async function fillDesks(client: Queryable, schema: string): Promise<void> {
  const isNeeded = `select 1 where not exists (select 1 from ${schema}.desk)
    and (exists (select 1 from ${schema}.sequenced) or exists (select 1 from ${schema}.pending))`
  const { rowCount } = await client.query(isNeeded)
  if (rowCount === 0) return
  const deskByPlace = new Map<string, DeskState>()
  for (const [table, order] of [['sequenced', 'index'] as const, ['pending', 'ticket'] as const]) {
    let after = '-1'
    for (;;) {
      const select = `select ${order} as at, entry from ${schema}.${table} where ${order} > $1 order by ${order} limit ${rowsAtATime}`
      const { rows } = await client.query<{ at: string; entry: Buffer }>(select, [after])
      for (const { entry } of rows) noteDesk(deskByPlace, new Uint8Array(entry))
      after = rows.at(-1)?.at ?? after
      if (rows.length < rowsAtATime) break
    }
  }
  const desks = [...deskByPlace]
  const insert = `insert into ${schema}.desk (place, serial, day) select * from unnest($1::text[], $2::bigint[], $3::text[])`
  await client.query(insert, [
    desks.map(([place]) => place),
    desks.map(([, { serial }]) => serial),
    desks.map(([, { day }]) => day),
  ])
}

/** Takes down where a desk stands after an entry. Entries of other kinds have no desk. */
export function noteDesk(deskByPlace: Map<string, DeskState>, bytes: Uint8Array): void {
  const entry = parseEntry(bytes)
  if (entry.ok) deskByPlace.set(entry.value.place, { serial: entry.value.serial, day: entry.value.day })
}
