/** The private folder of a case: its key, and the records that the log commits to. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  newCaseKey,
  printCanonical,
  readSmallFile,
  writeSecretFile,
  type Canonical,
  type RandomBytes,
} from '@brightline/ledger'
import { readCaseKey } from './case-key.ts'
import { orRefuse, orUsage } from './problem-lines.ts'
import { wrongUse } from '../terminal/usage.ts'

/** A case that is kept. `isNew` is false where an earlier try made the folder. */
export interface KeptCase {
  readonly key: Uint8Array
  readonly isNew: boolean
}

/** Names the key in the folder of a case. */
function caseKeyFile(folder: string): string {
  return join(folder, 'case.key')
}

/** Names the record of a decision on an act. */
function recordFile(folder: string, act: string): string {
  return join(folder, `${act}.json`)
}

/** Keeps the key and the records of a case, before anything is logged. A second try must bring the same records. */
export async function keepCase(
  folder: string,
  records: readonly { readonly act: string; readonly record: Canonical }[],
  random: RandomBytes,
): Promise<KeptCase> {
  const file = caseKeyFile(folder)
  const isNew = !existsSync(file)
  const key = isNew ? newCaseKey(random) : await readCaseKey(file)
  if (isNew) orUsage(await writeSecretFile(file, new TextEncoder().encode(`${Buffer.from(key).toString('base64')}\n`)))
  for (const { act, record } of records) await keepRecord(recordFile(folder, act), record)
  return { key, isNew }
}

async function keepRecord(file: string, record: Canonical): Promise<void> {
  const bytes = orRefuse(printCanonical(record))
  if (!existsSync(file)) return void orUsage(await writeSecretFile(file, bytes))
  const kept = orUsage(await readSmallFile(file))
  if (!Buffer.from(bytes).equals(kept)) {
    throw wrongUse('USE-0201', { file })
  }
}
