/**
 * The vault: who a case is about, sealed under a key that this case alone has.
 *
 * Whoever opens it says why first. The reason is committed before anything is read; the database sees to that.
 */
import { randomBytes } from 'node:crypto'
import { transaction, type Who, type Work } from '../database/transaction.ts'
import { keyPurpose, openCaseKey, type CaseOfDesk, type Vault } from './case-key.ts'
import type { OpeningReason } from './opening-reason.ts'
import { parseIdentity, printIdentity, type Identity } from './identity.ts'
import { longestKeyCall, type KeyService } from './key-service.ts'
import { keyBytes, open, seal } from './seal.ts'

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
  vault: Vault,
  who: Who,
  caseOfDesk: CaseOfDesk,
  reason: OpeningReason,
): Promise<Opened> {
  const opened = await openCaseKey(vault, who, caseOfDesk, reason)
  if (opened.kind !== 'open') return opened
  const identity = readSealed(opened.key, opened.sealed, caseOfDesk.caseId)
  opened.key.fill(0)
  return { kind: 'open', identity }
}

/**
 * Seals a changed identity in place of the one that is there, for a reason that goes on record first. Gives false where
 * somebody else changed it meanwhile, and nothing is changed then.
 */
export async function changeIdentity(
  vault: Vault,
  who: Who,
  caseOfDesk: CaseOfDesk,
  { reason, change }: { readonly reason: OpeningReason; readonly change: (identity: Identity) => Identity },
): Promise<'changed' | 'changed-meanwhile' | 'destroyed' | 'absent'> {
  const { caseId } = caseOfDesk
  const opened = await openCaseKey(vault, who, caseOfDesk, reason)
  if (opened.kind !== 'open') return opened.kind
  const { key, sealed: before } = opened
  const sealed = seal(key, printIdentity(change(readSealed(key, before, caseId))), identityPurpose(caseId))
  key.fill(0)
  return await transaction(vault.database, who, async (work) => {
    const { numUpdatedRows } = await work
      .updateTable('vault')
      .set({ sealed })
      .where('case_id', '=', caseId)
      .where('sealed', '=', before)
      .executeTakeFirst()
    return numUpdatedRows === 1n ? 'changed' : 'changed-meanwhile'
  })
}

function readSealed(key: Buffer, sealed: Buffer, caseId: string): Identity {
  const plain = open(key, sealed, identityPurpose(caseId))
  if (plain === null) throw new Error('the vault holds what does not open under its keys')
  return parseIdentity(plain)
}

function identityPurpose(caseId: string): string {
  return `identity ${caseId}`
}
