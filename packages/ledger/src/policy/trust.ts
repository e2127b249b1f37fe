/** Whom the reader of a log trusts, as people write it: keys of the log, one a line, or a trust policy. */
import { readUnsignedCheckpoint } from '../checkpoint/unsigned.ts'
import type { VerifierKey } from '../note/key.ts'
import { parseVerifierKey } from '../note/key.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import type { LogKeys } from '../signature/open-checkpoint.ts'
import type { Policy } from './policy.ts'
import { parsePolicy } from './policy.ts'

/** Makes a policy that asks for keys only, and for no witnesses. */
export function trustKeys(texts: readonly string[]): Result<Policy> {
  const keys: VerifierKey[] = []
  for (const text of texts) {
    const key = isSecret(text) ? fail('LOG-0113') : parseVerifierKey(text)
    if (!key.ok) return isSecret(text) ? key : fail('LOG-0114')
    keys.push(key.value)
  }
  const logs = keys.filter(({ kind }) => kind !== 'ed25519-cosignature').map((key) => ({ key, url: undefined }))
  const witnesses = keys
    .filter(({ kind }) => kind === 'ed25519-cosignature')
    .map((key) => ({ key, name: key.name, url: undefined }))
  return logs.length === 0 ? fail('LOG-0115') : succeed({ logs, witnesses, quorum: { kind: 'none' } })
}

/** Picks the keys of the log whose checkpoint this is. */
export function keysOfLog(policy: Policy, checkpoint: Uint8Array): Result<LogKeys> {
  const unsigned = readUnsignedCheckpoint(checkpoint)
  if (!unsigned.ok) return unsigned
  const { origin } = unsigned.value
  const keys = policy.logs.map(({ key }) => key).filter(({ name }) => name === origin)
  if (keys.length > 0) return succeed({ origin, keys })
  // Without a key under this name every key is tried, so that the refusal says what is wrong.
  return succeed({ origin: policy.logs[0]?.key.name ?? origin, keys: policy.logs.map(({ key }) => key) })
}

/** Reads keys, one a line, or a policy. It names at least one log. */
export function parseTrust(bytes: Uint8Array): Result<Policy> {
  const lines = new TextDecoder()
    .decode(bytes)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  if (lines.some(isSecret)) return fail('LOG-0113')
  const isKeys = lines.length > 0 && lines.every((line) => !/\s/.test(line))
  const policy = isKeys ? trustKeys(lines) : parsePolicy(bytes)
  return policy.ok && policy.value.logs.length === 0 ? fail('LOG-0115') : policy
}

function isSecret(text: string): boolean {
  return text.startsWith('PRIVATE+KEY+')
}
