/** Whom the reader of a log trusts: keys of the log, and witnesses with their quorum. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  failIn,
  parsePolicy,
  parseVerifierKey,
  readUnsignedCheckpoint,
  type LogKeys,
  type Policy,
  type VerifierKey,
} from '@brightline/ledger'
import { tell, UsageError } from '../output.ts'
import { policyName } from './place.ts'
import { orRefuse, refusalLine } from './refusal.ts'
import { readSmallFile } from './small-file.ts'

/** Flags that name what is trusted. */
export interface TrustFlags {
  readonly keys?: string
  readonly policy?: string
  readonly key?: string
}

/** The trust of the flags, or of the folder, whose own word it then is. */
export function readTrust(flags: TrustFlags, folder: string | undefined): Policy {
  const given = [flags.keys, flags.policy, flags.key].filter((one) => one !== undefined)
  if (given.length > 1) throw new UsageError('--keys, --policy and --key exclude each other', 'choose one')
  if (flags.key !== undefined) return policyOfKeys([flags.key], 'the key of --key')
  const file = flags.keys ?? flags.policy
  if (file !== undefined) return readTrustFile(file)
  const own = folder === undefined ? undefined : join(folder, policyName)
  if (own === undefined || !existsSync(own)) {
    throw new UsageError('no trusted key is named', 'name keys that you got from someone other than the log')
  }
  tell(`keys: \`${own}\`, the word of this folder; name keys that you got elsewhere to be sure`)
  return readTrustFile(own)
}

/** The keys of the log whose checkpoint this is. */
export function keysOfLog(policy: Policy, checkpoint: Uint8Array, file = 'checkpoint'): LogKeys {
  const unsigned = readUnsignedCheckpoint(checkpoint)
  const { origin } = orRefuse(unsigned.ok ? unsigned : failIn(unsigned, file))
  const keys = policy.logs.map(({ key }) => key).filter(({ name }) => name === origin)
  if (keys.length > 0) return { origin, keys }
  // Without a key under this name every key is tried, so that the refusal says what is wrong.
  return { origin: policy.logs[0]?.key.name ?? origin, keys: policy.logs.map(({ key }) => key) }
}

/** Reads a file of keys, one a line, or a trust policy. */
export function readTrustFile(file: string): Policy {
  const bytes = readSmallFile(file, 'key file')
  const lines = new TextDecoder()
    .decode(bytes)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  if (lines.some((line) => line.startsWith('PRIVATE+KEY+'))) {
    throw new UsageError(`\`${file}\` holds a secret key`, 'name the file of the public key, and keep the secret one')
  }
  if (lines.length > 0 && lines.every((line) => !/\s/.test(line))) return policyOfKeys(lines, `\`${file}\``)
  const policy = parsePolicy(bytes)
  if (!policy.ok) throw new UsageError(`\`${file}\` is neither keys nor a policy: ${refusalLine(policy.problems[0])}`)
  if (policy.value.logs.length === 0) throw new UsageError(`\`${file}\` names no log`)
  return policy.value
}

function policyOfKeys(texts: readonly string[], where: string): Policy {
  const keys = texts.map((text): VerifierKey => {
    const key = text.startsWith('PRIVATE+KEY+') ? undefined : parseVerifierKey(text)
    if (key?.ok !== true) throw new UsageError(`${where} holds something that is no public key`)
    return key.value
  })
  const logs = keys.filter(({ kind }) => kind !== 'ed25519-cosignature').map((key) => ({ key, url: undefined }))
  const witnesses = keys
    .filter(({ kind }) => kind === 'ed25519-cosignature')
    .map((key) => ({ key, name: key.name, url: undefined }))
  if (logs.length === 0) throw new UsageError(`${where} holds no key of a log`)
  return { logs, witnesses, quorum: { kind: 'none' } }
}
