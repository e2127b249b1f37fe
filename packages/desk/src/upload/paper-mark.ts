/**
 * The mark by which the same paper is noticed when it comes twice: a keyed hash. Without the key, which each agency has
 * for itself, nobody can tell from a mark that some paper known elsewhere came here.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { transaction, type Who } from '../database/transaction.ts'
import type { Vault } from '../vault/case-key.ts'
import { longestKeyCall } from '../vault/key-service.ts'
import { keyBytes } from '../vault/seal.ts'

/** Marks a paper. */
export async function markPaper(vault: Vault, who: Who, bytes: Buffer): Promise<Buffer> {
  const key = await markKey(vault, who)
  const mark = createHmac('sha256', key).update('paper\n').update(bytes).digest()
  key.fill(0)
  return mark
}

interface KeyRow {
  readonly wrapped_key: Buffer
  readonly master_key_id: string
}

async function markKey({ database, keys }: Vault, who: Who): Promise<Buffer> {
  const signal = AbortSignal.timeout(longestKeyCall)
  const purpose = `paper marks of ${who.agency}`
  const wrap = async (key: Buffer): Promise<KeyRow> => {
    const { wrapped, masterKeyId } = await keys.wrap(key, purpose, signal)
    return { wrapped_key: wrapped, master_key_id: masterKeyId }
  }
  const row = await keptRow({ database }, who, await wrap(randomBytes(keyBytes)))
  const { wrapped_key: wrapped, master_key_id: masterKeyId } = row
  const key = await keys.unwrap({ wrapped, masterKeyId }, purpose, signal)
  if (key !== null && masterKeyId === (await keys.newest(signal))) return key
  // Under an older master key it goes under the newest; under one that is gone, papers from before are not noticed any more.
  const next = key ?? randomBytes(keyBytes)
  await replaceRow({ database }, who, row, await wrap(next))
  return next
}

async function keptRow({ database }: Pick<Vault, 'database'>, who: Who, fresh: KeyRow): Promise<KeyRow> {
  return await transaction(database, who, async (work) => {
    const row = { agency_id: who.agency, ...fresh }
    await work
      .insertInto('paper_marks')
      .values(row)
      .onConflict((conflict) => conflict.column('agency_id').doNothing())
      .execute()
    return await work.selectFrom('paper_marks').select(['wrapped_key', 'master_key_id']).executeTakeFirstOrThrow()
  })
}

async function replaceRow(
  { database }: Pick<Vault, 'database'>,
  who: Who,
  before: KeyRow,
  after: KeyRow,
): Promise<void> {
  await transaction(database, who, async (work) => {
    await work.updateTable('paper_marks').set(after).where('wrapped_key', '=', before.wrapped_key).execute()
  })
}
