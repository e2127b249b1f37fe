/** The key of a case in a file, as base64. */
import { caseKeyLength, readSmallFile } from '@brightline/ledger'
import { UsageError } from '../terminal/output.ts'
import { orUsage } from './problem-lines.ts'

/** Reads the key of a case, as `log commit` and `log record` write it. */
export async function readCaseKey(file: string): Promise<Uint8Array> {
  const text = new TextDecoder().decode(orUsage(await readSmallFile(file))).trim()
  const key = Buffer.from(text, 'base64')
  const isWhole = key.length === caseKeyLength && key.toString('base64') === text
  if (!isWhole) throw new UsageError(`\`${file}\` does not hold the base64 of 32 bytes`)
  return new Uint8Array(key)
}
