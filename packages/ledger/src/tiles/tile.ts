/** The bytes of tiles and of entry bundles. */
import { concatBytes } from '@noble/hashes/utils.js'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { hashLength } from '../merkle/hash.ts'
import { tileWidth } from './path.ts'

/** The longest entry that fits before its two-byte length. */
export const maximumEntryLength = 65_535

/** Reads a tile of known width into its hashes. */
export function parseTile(bytes: Uint8Array, width: number): Result<readonly Uint8Array[]> {
  if (bytes.length !== width * hashLength) {
    return fail('LOG-0401', { width, length: bytes.length })
  }
  return succeed(Array.from({ length: width }, (_, at) => bytes.subarray(at * hashLength, (at + 1) * hashLength)))
}

/** Writes hashes as a tile. */
export function printTile(hashes: readonly Uint8Array[]): Uint8Array {
  return concatBytes(...hashes)
}

/**
 * Reads a bundle of entries, each behind its two-byte length.
 *
 * @example
 * parseBundle(Uint8Array.of(0, 1, 65), 1) // { ok: true, value: [Uint8Array [65]] }
 */
export function parseBundle(bytes: Uint8Array, width: number): Result<readonly Uint8Array[]> {
  const entries: Uint8Array[] = []
  let at = 0
  while (at < bytes.length) {
    const [high, low] = bytes.subarray(at, at + 2)
    if (high === undefined || low === undefined) return fail('LOG-0405', { entry: entries.length })
    const end = at + 2 + high * 256 + low
    if (end > bytes.length) return fail('LOG-0405', { entry: entries.length })
    entries.push(bytes.subarray(at + 2, end))
    if (entries.length > tileWidth) return fail('LOG-0406', { found: entries.length, width })
    at = end
  }
  if (entries.length !== width) {
    return fail('LOG-0406', { found: entries.length, width })
  }
  return succeed(entries)
}

/** Writes entries as a bundle; an entry that is too long is refused. */
export function printBundle(entries: readonly Uint8Array[]): Result<Uint8Array> {
  if (entries.some(({ length }) => length > maximumEntryLength)) return fail('LOG-0707')
  return succeed(
    concatBytes(...entries.flatMap((entry) => [Uint8Array.of(entry.length >> 8, entry.length & 255), entry])),
  )
}
