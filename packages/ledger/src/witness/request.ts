/** The request of a log to a witness (c2sp.org/tlog-witness): the size it last knew, a proof, and the checkpoint. */
import { concatBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from '../bytes/base64.ts'
import { fromDecimal, fromUtf8, toUtf8 } from '../bytes/bytes.ts'
import { fail, onLine, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { hashLength } from '../merkle/hash.ts'
import type { HashPath } from '../merkle/proof.ts'

/** Asks to cosign a checkpoint that follows a size. */
export interface WitnessRequest {
  readonly olderSize: number
  readonly path: HashPath
  /** The signed note. */
  readonly checkpoint: Uint8Array
}

const maximumPath = 63

/** Longer requests are not read. */
export const maximumRequestLength = 1_000_000

/**
 * Reads a request.
 *
 * @example
 * parseWitnessRequest(new TextEncoder().encode('old 0\n\nlog.example\n…'))
 */
export function parseWitnessRequest(bytes: Uint8Array): Result<WitnessRequest> {
  const text = bytes.length > maximumRequestLength ? undefined : fromUtf8(bytes)
  const split = text?.indexOf('\n\n') ?? -1
  if (text === undefined || split < 0) return fail('LOG-0903')
  const [first = '', ...lines] = text.slice(0, split).split('\n')
  const olderSize = first.startsWith('old ') ? fromDecimal(first.slice('old '.length)) : undefined
  if (olderSize === undefined) return fail('LOG-0903', {}, onLine(1))
  const path = lines.map(fromBase64)
  if (path.length > maximumPath || !path.every(isHash)) return fail('LOG-0903')
  return succeed({ olderSize, path, checkpoint: toUtf8(text.slice(split + 2)) })
}

/** Writes a request. */
export function printWitnessRequest({ olderSize, path, checkpoint }: WitnessRequest): Uint8Array {
  const lines = path.map((hash) => `${toBase64(hash)}\n`).join('')
  return concatBytes(toUtf8(`old ${olderSize}\n${lines}\n`), checkpoint)
}

function isHash(hash: Uint8Array | undefined): hash is Uint8Array {
  return hash?.length === hashLength
}
