/** The flags that name whom the reader of a log trusts. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { policyName, readTrustFile, trustKeys, type Policy } from '@brightline/ledger'
import { tell } from '../terminal/output.ts'
import { logVoice } from './phrases.ts'
import { orUsage } from './problem-lines.ts'
import type { LangFlag } from './run-in.ts'
import { wrongUse } from '../terminal/usage.ts'

/** Flags that name what is trusted, and the language. */
export interface TrustFlags extends LangFlag {
  readonly keys?: string
  readonly policy?: string
  readonly key?: string
}

/** The text of `--keys` in the help. */
export const keysHelp = 'public keys, one a line, or a trust policy (default: log.policy in the folder)'

/** Reads the trust of the flags, or of the folder, whose own word it then is. */
export async function readTrust(flags: TrustFlags, folder: string | undefined): Promise<Policy> {
  const given = [flags.keys, flags.policy, flags.key].filter((one) => one !== undefined)
  if (given.length > 1) throw wrongUse('USE-0102', { flags: ['--keys', '--policy', '--key'] })
  if (flags.key !== undefined) return orUsage(trustKeys([flags.key]))
  const file = flags.keys ?? flags.policy
  if (file !== undefined) return orUsage(await readTrustFile(file))
  const own = folder === undefined ? undefined : join(folder, policyName)
  if (own === undefined || !existsSync(own)) {
    throw wrongUse('USE-0209')
  }
  tell(logVoice(flags.lang)('own-keys', { file: own }))
  return orUsage(await readTrustFile(own))
}
