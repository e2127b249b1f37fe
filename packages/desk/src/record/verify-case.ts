/** Holds everything that was recorded on a case against the log. */
import type { CaseRecord } from '../case/read-case.ts'
import type { Database } from '../database/transaction.ts'
import { claimsOf, type CaseClaim } from './case-claims.ts'
import type { OpeningKey } from './opening-key.ts'
import { verifyEntry, type Checked } from './verify-entry.ts'

/** A claim of a case with what was found of it. */
export interface CheckedClaim extends CaseClaim {
  readonly checked: Checked
}

/** Verifies each claim of a case, with the key that opens its entries. */
export async function verifyCase(
  database: Database,
  record: CaseRecord,
  key: OpeningKey,
): Promise<readonly CheckedClaim[]> {
  const found: CheckedClaim[] = []
  for (const one of claimsOf(record)) found.push({ ...one, checked: await verifyEntry(database, one.claim, key) })
  return found
}
