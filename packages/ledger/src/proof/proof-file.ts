/** Proof files (c2sp.org/tlog-proof): index, path and checkpoint, to be checked without a network. */
import { concatBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from '../bytes/base64.ts'
import { fromDecimal, fromUtf8, toUtf8 } from '../bytes/bytes.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { hashLength } from '../merkle/hash.ts'
import type { HashPath } from '../merkle/proof.ts'
import { verifyInclusion } from '../merkle/proof.ts'
import type { Algorithms } from '../signature/signature.ts'
import type { WitnessedCheckpoint } from '../policy/check.ts'
import { checkPolicy } from '../policy/check.ts'
import type { Policy } from '../policy/policy.ts'

/** A proof as read; `checkpoint` is the signed note, byte for byte. `extra` is authenticated by nobody. */
export interface ProofFile {
  readonly extra: Uint8Array | undefined
  readonly index: number
  readonly path: HashPath
  readonly checkpoint: Uint8Array
}

/** The beginning of every proof file. */
export const proofBeginning = 'c2sp.org/tlog-proof@v1\n'
const maximumLength = 2_000_000
const maximumPath = 63

/**
 * Reads a proof file.
 *
 * @example
 * parseProof(new TextEncoder().encode('c2sp.org/tlog-proof@v1\nindex 0\n\n…')).ok
 */
export function parseProof(bytes: Uint8Array): Result<ProofFile> {
  const text = bytes.length > maximumLength ? undefined : fromUtf8(bytes)
  if (text === undefined) return fail('LOG-0601')
  const split = text.indexOf('\n\n')
  if (!text.startsWith(proofBeginning) || split < 0) return fail('LOG-0601')
  const lines = text.slice(proofBeginning.length, split).split('\n')
  const extra = readExtra(lines)
  if (extra === 'malformed') return fail('LOG-0601')
  const indexLine = lines.shift() ?? ''
  const index = indexLine.startsWith('index ') ? fromDecimal(indexLine.slice('index '.length)) : undefined
  const path = lines.map(fromBase64)
  if (index === undefined || path.length > maximumPath || !path.every(isHash)) return fail('LOG-0601')
  return succeed({ extra, index, path, checkpoint: toUtf8(text.slice(split + 2)) })
}

/** Takes the line of extra data away, if there is one. */
function readExtra(lines: string[]): Uint8Array | undefined | 'malformed' {
  if (lines[0]?.startsWith('extra ') !== true) return undefined
  return fromBase64(lines.shift()?.slice('extra '.length) ?? '') ?? 'malformed'
}

/** Writes a proof file. */
export function printProof({ extra, index, path, checkpoint }: ProofFile): Uint8Array {
  const extraLine = extra === undefined ? '' : `extra ${toBase64(extra)}\n`
  const lines = path.map((hash) => `${toBase64(hash)}\n`).join('')
  return concatBytes(toUtf8(`${proofBeginning}${extraLine}index ${index}\n${lines}\n`), checkpoint)
}

/** Checks that a proof shows, under the policy, that the leaf is in the log. A missing quorum is told, not refused. */
export async function verifyProof(
  proof: ProofFile,
  leaf: Uint8Array,
  policy: Policy,
  algorithms: Algorithms,
): Promise<Result<WitnessedCheckpoint>> {
  const checked = await checkPolicy(proof.checkpoint, policy, algorithms)
  if (!checked.ok) return checked
  const { size, root } = checked.value.checkpoint
  const included = verifyInclusion({ index: proof.index, size, leaf, root }, proof.path)
  return included.ok ? checked : included
}

function isHash(hash: Uint8Array | undefined): hash is Uint8Array {
  return hash?.length === hashLength
}
