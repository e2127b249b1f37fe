/**
 * The vault: who a case is about, sealed under a key that this case alone has.
 *
 * Whoever opens it says why first. The reason is committed before anything is read; the database sees to that.
 */
import { randomBytes } from 'node:crypto'
import { transaction, type Database, type Who, type Work } from '../database/transaction.ts'
import { parseIdentity, printIdentity, type Identity } from './identity.ts'
import { longestKeyCall, type KeyService } from './key-service.ts'
import { keyBytes, open, seal } from './seal.ts'

/** Why the vault is opened. */
export type OpeningReason =
  'print-notice' | 'serve-notice' | 'match-paper' | 'correct-identity' | 'counsel-asks' | 'court-order'

/** A case of a desk. */
export interface CaseOfDesk {
  readonly agency: string
  readonly desk: string
  readonly caseId: string
}

/** What the vault answers: an identity, or that it was destroyed, or that there never was one within reach. */
export type Opened =
  { readonly kind: 'open'; readonly identity: Identity } | { readonly kind: 'destroyed' } | { readonly kind: 'absent' }

/** Seals the identity of a new case, inside the transaction that makes the case. */
export async function sealIdentity(
  work: Work,
  keys: KeyService,
  { agency, desk, caseId }: CaseOfDesk,
  { identity, destroyOn }: { readonly identity: Identity; readonly destroyOn: string },
): Promise<void> {
  const key = randomBytes(keyBytes)
  const { wrapped, masterKeyId } = await keys.wrap(key, keyPurpose(caseId), AbortSignal.timeout(longestKeyCall))
  const sealed = seal(key, printIdentity(identity), identityPurpose(caseId))
  key.fill(0)
  const row = { agency_id: agency, desk_id: desk, case_id: caseId, destroy_on: destroyOn }
  await work
    .insertInto('vault')
    .values({ ...row, sealed, wrapped_key: wrapped, master_key_id: masterKeyId })
    .execute()
}

/** Opens the identity of a case for a reason, which goes on record first. */
export async function openIdentity(
  { database, keys }: { readonly database: Database; readonly keys: KeyService },
  who: Who,
  { agency, desk, caseId }: CaseOfDesk,
  reason: OpeningReason,
): Promise<Opened> {
  const opening = { agency_id: agency, desk_id: desk, case_id: caseId, user_id: who.user, role: who.role, reason }
  await transaction(database, who, async (work) => await work.insertInto('vault_openings').values(opening).execute())
  const row = await transaction(
    database,
    who,
    async (work) =>
      await work
        .selectFrom('vault')
        .select(['sealed', 'wrapped_key', 'master_key_id'])
        .where('case_id', '=', caseId)
        .executeTakeFirst(),
  )
  if (row === undefined) return { kind: 'absent' }
  const { sealed, wrapped_key: wrapped, master_key_id: masterKeyId } = row
  if (sealed === null || wrapped === null || masterKeyId === null) return { kind: 'destroyed' }
  const key = await keys.unwrap({ wrapped, masterKeyId }, keyPurpose(caseId), AbortSignal.timeout(longestKeyCall))
  const plain = key === null ? null : open(key, sealed, identityPurpose(caseId))
  key?.fill(0)
  if (plain === null) throw new Error('the vault holds what does not open under its keys')
  return { kind: 'open', identity: parseIdentity(plain) }
}

/** What the key of a case is wrapped for. */
export function keyPurpose(caseId: string): string {
  return `case key ${caseId}`
}

function identityPurpose(caseId: string): string {
  return `identity ${caseId}`
}
