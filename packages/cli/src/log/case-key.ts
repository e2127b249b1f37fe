/** The key of a case in a file, as base64. */
import { caseKeyLength, readSmallFile } from '@brightline/ledger'
import { orUsage } from './problem-lines.ts'
import { wrongUse } from '../terminal/usage.ts'

/** Reads the key of a case, as `log commit` and `log record` write it. */
export async function readCaseKey(file: string): Promise<Uint8Array> {
  const text = new TextDecoder().decode(orUsage(await readSmallFile(file))).trim()
  const key = Buffer.from(text, 'base64')
  const isWhole = key.length === caseKeyLength && key.toString('base64') === text
  if (!isWhole) throw wrongUse('USE-0205', { file })
  return new Uint8Array(key)
}
