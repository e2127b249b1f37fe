/**
 * The list of the cases whose identities were destroyed, in a file beside the database and outside every backup: a restore
 * destroys them again. It holds random ids of cases and nothing else.
 */
import { open, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Database } from '../database/transaction.ts'
import { Obstacle, reasonOf } from '../obstacle.ts'

/** The name of the list in the folder of a desk. */
export const destroyedName = 'destroyed-cases.txt'

const idsAtATime = 500
const idShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads the list; null where there is no file. Throws an obstacle where it holds something else. */
export async function readDestroyed(file: string): Promise<readonly string[] | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new Obstacle('secrets-unreadable', { file, why: reasonOf(error) })
  })
  if (text === null) return null
  const ids = text.split('\n').filter((line) => line !== '')
  if (!ids.every((id) => idShape.test(id)))
    throw new Obstacle('secrets-unreadable', { file, why: 'it is no list of cases' })
  return ids
}

/** Adds what the database destroyed and the list does not hold, so that it is on disk, and tells how many. */
export async function noteDestroyed(database: Database, file: string): Promise<number> {
  const known = new Set((await readDestroyed(file)) ?? [])
  const added: string[] = []
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await sql<{ id: string }>`
      select case_id as id from desk.list_destroyed(${after}, ${idsAtATime})`.execute(database)
    added.push(...rows.flatMap(({ id }) => (known.has(id) ? [] : [id])))
    const last = rows.at(-1)
    if (last === undefined || rows.length < idsAtATime) break
    after = last.id
  }
  const list = await open(file, 'a', 0o600)
  try {
    await list.write(added.map((id) => `${id}\n`).join(''))
    await list.sync()
  } finally {
    await list.close()
  }
  return added.length
}
