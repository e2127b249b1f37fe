/** The key that opens the entries of a case: there, destroyed with its case on its day, or taken away by somebody. */
import { sql } from 'kysely'
import type { Work } from '../database/transaction.ts'

/** The key; or why there is none. Null where it is gone and nothing says that it was to be destroyed. */
export type OpeningKey = Buffer | 'destroyed' | null

/** Reads the key of a case. */
export async function readOpeningKey(work: Work, caseId: string): Promise<OpeningKey> {
  const row = await work.selectFrom('case_keys').select('key').where('case_id', '=', caseId).executeTakeFirst()
  if (row !== undefined && row.key !== null) return row.key
  return (await destroyedAmong(work, [caseId])).has(caseId) ? 'destroyed' : null
}

/** Tells which of some cases were destroyed, by their vault: a key that is gone by itself says nothing. */
export async function destroyedAmong(work: Work, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`select case_id as id
    from desk.list_destroyed('00000000-0000-0000-0000-000000000000', 2147483647) where case_id = any (${ids})`.execute(
    work,
  )
  return new Set(rows.map(({ id }) => id))
}
