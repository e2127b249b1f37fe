/** What the vault does without a person: keys go under the newest master key, and what is due is destroyed. */
import { sql } from 'kysely'
import type { Database } from '../database/transaction.ts'
import { longestKeyCall, type KeyService } from './key-service.ts'
import { keyPurpose } from './case-key.ts'

const keysAtATime = 200

/** Wraps every key that is under an older master key under the newest, and tells how many. Nothing sealed is read. */
export async function rewrapKeys(database: Database, keys: KeyService): Promise<number> {
  const newest = await keys.newest(AbortSignal.timeout(longestKeyCall))
  for (let done = 0; ;) {
    const { rows } = await sql<{ case_id: string; wrapped_key: Buffer; master_key_id: string }>`
      select case_id, wrapped_key, master_key_id from desk.list_keys_not_under(${newest}, ${keysAtATime})`.execute(
      database,
    )
    if (rows.length === 0) return done
    for (const row of rows) {
      await rewrap(database, keys, row)
      done += 1
    }
  }
}

async function rewrap(
  database: Database,
  keys: KeyService,
  row: { readonly case_id: string; readonly wrapped_key: Buffer; readonly master_key_id: string },
): Promise<void> {
  const { case_id: caseId, wrapped_key: wrapped, master_key_id: masterKeyId } = row
  const purpose = keyPurpose(caseId)
  const key = await keys.unwrap({ wrapped, masterKeyId }, purpose, AbortSignal.timeout(longestKeyCall))
  if (key === null) throw new Error(`a key is wrapped under \`${masterKeyId}\`, which is not at hand`)
  const next = await keys.wrap(key, purpose, AbortSignal.timeout(longestKeyCall))
  key.fill(0)
  await sql`select desk.rewrap_key(${caseId}, ${wrapped}, ${next.wrapped}, ${next.masterKeyId})`.execute(database)
}

/** Destroys the sealed identities whose day has come, by the clock of the database, and tells how many. */
export async function destroyWhatIsDue(database: Database): Promise<number> {
  const { rows } = await sql<{ destroyed: number }>`select desk.destroy_what_is_due() as destroyed`.execute(database)
  return rows[0]?.destroyed ?? 0
}
