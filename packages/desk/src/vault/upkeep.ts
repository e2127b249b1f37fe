/** What the vault does without a person: keys go under the newest master key, and what is due is destroyed. */
import { sql } from 'kysely'
import type { Database } from '../database/transaction.ts'
import { longestKeyCall, type KeyService } from './key-service.ts'
import { digestKeyPurpose, keyPurpose } from './case-key.ts'

const keysAtATime = 200

/** Wraps every key that is under an older master key under the newest, and tells how many. Nothing sealed is read. */
export async function rewrapKeys(database: Database, keys: KeyService): Promise<number> {
  const newest = await keys.newest(AbortSignal.timeout(longestKeyCall))
  return (await rewrapDigestKeys(database, keys, newest)) + (await rewrapCaseKeys(database, keys, newest))
}

async function rewrapCaseKeys(database: Database, keys: KeyService, newest: string): Promise<number> {
  for (let done = 0; ;) {
    const { rows } = await sql<KeyRow & { case_id: string }>`
      select case_id, wrapped_key, master_key_id from desk.list_keys_not_under(${newest}, ${keysAtATime})`.execute(
      database,
    )
    if (rows.length === 0) return done
    for (const { case_id: caseId, ...row } of rows) {
      const next = await wrappedAnew(keys, row, keyPurpose(caseId))
      await sql`select desk.rewrap_key(${caseId}, ${row.wrapped_key}, ${next.wrapped}, ${next.masterKeyId})`.execute(
        database,
      )
      done += 1
    }
  }
}

async function rewrapDigestKeys(database: Database, keys: KeyService, newest: string): Promise<number> {
  const { rows } = await sql<KeyRow & { agency_id: string }>`
    select agency_id, wrapped_key, master_key_id from desk.list_digest_keys_not_under(${newest})`.execute(database)
  for (const { agency_id: agency, ...row } of rows) {
    const next = await wrappedAnew(keys, row, digestKeyPurpose(agency))
    await sql`select desk.rewrap_digest_key(${agency}, ${row.wrapped_key}, ${next.wrapped}, ${next.masterKeyId})`.execute(
      database,
    )
  }
  return rows.length
}

interface KeyRow {
  readonly wrapped_key: Buffer
  readonly master_key_id: string
}

async function wrappedAnew(
  keys: KeyService,
  { wrapped_key: wrapped, master_key_id: masterKeyId }: KeyRow,
  purpose: string,
): Promise<{ readonly wrapped: Buffer; readonly masterKeyId: string }> {
  const key = await keys.unwrap({ wrapped, masterKeyId }, purpose, AbortSignal.timeout(longestKeyCall))
  if (key === null) throw new Error(`a key is wrapped under \`${masterKeyId}\`, which is not at hand`)
  const next = await keys.wrap(key, purpose, AbortSignal.timeout(longestKeyCall))
  key.fill(0)
  return next
}

/** Destroys the sealed identities whose day has come, by the clock of the database, and tells how many. */
export async function destroyWhatIsDue(database: Database): Promise<number> {
  const { rows } = await sql<{ destroyed: number }>`select desk.destroy_what_is_due() as destroyed`.execute(database)
  return rows[0]?.destroyed ?? 0
}
