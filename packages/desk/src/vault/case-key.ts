/**
 * The key of a case, for work on what is sealed under it. Whoever needs it says why first, and the reason is committed
 * before the key is read; the database sees to that.
 */
import { transaction, type Database, type Who } from '../database/transaction.ts'
import { longestKeyCall, type KeyService } from './key-service.ts'
import type { OpeningReason } from './opening-reason.ts'

/** A case of a desk. */
export interface CaseOfDesk {
  readonly agency: string
  readonly desk: string
  readonly caseId: string
}

/** What the vault keeps, and what unwraps its keys. */
export interface Vault {
  readonly database: Database
  readonly keys: KeyService
}

/** The key of a case with the sealed identity; or it was destroyed, or there never was one within reach. */
export type OpenedKey =
  | { readonly kind: 'open'; readonly key: Buffer; readonly sealed: Buffer }
  | { readonly kind: 'destroyed' }
  | { readonly kind: 'absent' }

/** Opens the key of a case for a reason, which goes on record first. Whoever gets it wipes it after use. */
export async function openCaseKey(
  vault: Vault,
  who: Who,
  ofDesk: CaseOfDesk,
  reason: OpeningReason,
): Promise<OpenedKey> {
  const { agency, desk, caseId } = ofDesk
  const opening = { agency_id: agency, desk_id: desk, case_id: caseId, user_id: who.user, role: who.role, reason }
  await transaction(
    vault.database,
    who,
    async (work) => await work.insertInto('vault_openings').values(opening).execute(),
  )
  return await openedCaseKey(vault, who, ofDesk)
}

/** Gives the key of a case to somebody who said why within the last minute; for everybody else there is none. */
export async function openedCaseKey({ database, keys }: Vault, who: Who, { caseId }: CaseOfDesk): Promise<OpenedKey> {
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
  if (key === null) throw new Error('the vault holds what does not open under its keys')
  return { kind: 'open', key, sealed }
}

/** What the key of a case is wrapped for. */
export function keyPurpose(caseId: string): string {
  return `case key ${caseId}`
}

/** What the key of an agency for the digests of papers is wrapped for. */
export function digestKeyPurpose(agency: string): string {
  return `paper digests of ${agency}`
}
