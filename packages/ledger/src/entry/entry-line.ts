/** Entries as people write them, one JSON object a line, checked before anything is logged. */
import { toBase64 } from '../bytes/base64.ts'
import { fail } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { maximumEntryLength } from '../tiles/tile.ts'
import type { Canonical } from './canonical.ts'
import { printCanonical } from './canonical.ts'
import type { RandomBytes } from './commitment.ts'
import type { Entry } from './entry.ts'
import { newNonce, parseEntry } from './entry.ts'

/** Reads one line. `v` and `nonce` may be left out: they are added. */
export function readEntryLine(line: string, random: RandomBytes): Result<Entry> {
  if (line.length > maximumEntryLength) return fail('LOG-0707')
  const value = parseObject(line)
  if (value === undefined) return fail('LOG-0716')
  const bytes = printCanonical({ v: 1, nonce: toBase64(newNonce(random)), ...value })
  return bytes.ok ? parseEntry(bytes.value) : bytes
}

function parseObject(line: string): { readonly [key: string]: Canonical } | undefined {
  try {
    const value: unknown = JSON.parse(line)
    // A key that stands twice, or a number in another spelling, does not come back the same.
    const packed = line.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, '$1')
    return isObject(value) && JSON.stringify(value) === packed ? value : undefined
  } catch {
    return undefined
  }
}

/** JSON holds exactly the values of `Canonical`. */
function isObject(value: unknown): value is { readonly [key: string]: Canonical } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
