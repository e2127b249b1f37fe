/** `brightline log commit`: what the log may say of a record, under a new key of its case. */
import { commit, newCaseKey, type RandomBytes } from '@brightline/ledger'
import { exitCode, print, tell } from '../output.ts'
import { readRecord } from './record.ts'
import { orRefuse } from './refusal.ts'
import { systemRandom, writeSecretFile } from './secret.ts'

/** Where the key of the case goes. */
export interface CommitFlags {
  readonly caseKey: string
}

/** Writes a fresh case key to a new file, and prints the commitment as base64. */
export async function commitTo(
  record: string,
  { caseKey: file }: CommitFlags,
  random: RandomBytes = systemRandom,
): Promise<number> {
  const canonical = readRecord(record)
  const key = newCaseKey(random)
  const commitment = orRefuse(commit(key, canonical))
  writeSecretFile(file, new TextEncoder().encode(`${Buffer.from(key).toString('base64')}\n`))
  print(Buffer.from(commitment).toString('base64'))
  tell(`the key of the case is in \`${file}\`: destroy it, with the record, to erase what the log says of the case`)
  return exitCode.fine
}
