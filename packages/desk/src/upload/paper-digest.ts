/**
 * The digest by which the same paper is noticed when it comes twice. It is made with a key that each agency has for
 * itself: without it nobody can tell from a digest that some paper known elsewhere came here.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { transaction, type Who } from '../database/transaction.ts'
import { digestKeyPurpose, type Vault } from '../vault/case-key.ts'
import { longestKeyCall } from '../vault/key-service.ts'
import { keyBytes } from '../vault/seal.ts'

/** Makes the digest of a paper, or of the words by which a request is the same. */
export async function digestOf(
  vault: Vault,
  who: Who,
  bytes: Buffer,
  of: 'paper' | 'request' = 'paper',
): Promise<Buffer> {
  const key = await digestKey(vault, who)
  const digest = createHmac('sha256', key).update(`${of}\n`).update(bytes).digest()
  key.fill(0)
  return digest
}

interface KeyRow {
  readonly wrapped_key: Buffer
  readonly master_key_id: string
}

async function digestKey({ database, keys }: Vault, who: Who): Promise<Buffer> {
  const signal = AbortSignal.timeout(longestKeyCall)
  const purpose = digestKeyPurpose(who.agency)
  const wrap = async (key: Buffer): Promise<KeyRow> => {
    const { wrapped, masterKeyId } = await keys.wrap(key, purpose, signal)
    return { wrapped_key: wrapped, master_key_id: masterKeyId }
  }
  const row = await keptRow({ database }, who, await wrap(randomBytes(keyBytes)))
  const { wrapped_key: wrapped, master_key_id: masterKeyId } = row
  const key = await keys.unwrap({ wrapped, masterKeyId }, purpose, signal)
  if (key !== null) return key
  // Its master key is gone: papers from before are not noticed any more.
  const next = randomBytes(keyBytes)
  await replaceRow({ database }, who, row, await wrap(next))
  return next
}

async function keptRow({ database }: Pick<Vault, 'database'>, who: Who, fresh: KeyRow): Promise<KeyRow> {
  return await transaction(database, who, async (work) => {
    const row = { agency_id: who.agency, ...fresh }
    await work
      .insertInto('digest_keys')
      .values(row)
      .onConflict((conflict) => conflict.column('agency_id').doNothing())
      .execute()
    return await work.selectFrom('digest_keys').select(['wrapped_key', 'master_key_id']).executeTakeFirstOrThrow()
  })
}

async function replaceRow(
  { database }: Pick<Vault, 'database'>,
  who: Who,
  before: KeyRow,
  after: KeyRow,
): Promise<void> {
  await transaction(database, who, async (work) => {
    await work.updateTable('digest_keys').set(after).where('wrapped_key', '=', before.wrapped_key).execute()
  })
}
