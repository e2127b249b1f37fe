/** Reads whom to trust out of a file. */
import type { Policy } from '../policy/policy.ts'
import { parseTrust } from '../policy/trust.ts'
import { failIn } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { readSmallFile } from './small-file.ts'

/** Reads a file of keys, one a line, or a trust policy. */
export async function readTrustFile(file: string): Promise<Result<Policy>> {
  const bytes = await readSmallFile(file)
  if (!bytes.ok) return bytes
  const policy = parseTrust(bytes.value)
  return policy.ok ? policy : failIn(policy, file)
}
