/** Entries as people write them, one JSON object a line, checked before anything is logged. */
import {
  fail,
  maximumEntryLength,
  newNonce,
  parseEntry,
  printCanonical,
  type Canonical,
  type Entry,
  type RandomBytes,
  type Result,
} from '@brightline/ledger'

/** An entry with the bytes that are logged. */
export interface EntryLine {
  readonly entry: Entry
  readonly bytes: Uint8Array
}

/** Reads one line. `v` and `nonce` may be left out: they are added. */
export function readEntryLine(line: string, random: RandomBytes): Result<EntryLine> {
  if (line.length > maximumEntryLength) return fail('LOG-0707')
  const value = parseObject(line)
  if (value === undefined) return fail('LOG-0716')
  const nonce = Buffer.from(newNonce(random)).toString('base64')
  const bytes = printCanonical({ v: 1, nonce, ...value })
  if (!bytes.ok) return bytes
  const entry = parseEntry(bytes.value)
  return entry.ok ? { ok: true, value: { entry: entry.value, bytes: bytes.value } } : entry
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
