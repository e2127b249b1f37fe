/**
 * The journal: entries that have an index and are not yet in a published tree.
 *
 * A batch is a header (mark, length, first index, and a hash over these) and a body (the hash of the payload, then the
 * payload: entries behind four-byte lengths). A batch is acknowledged when it is on the disk, so at most the last one
 * can be torn by a crash. A torn batch is dropped; a damaged one is told apart from it and refused, because dropping it
 * could lose an entry that was acknowledged.
 */
import { joinBytes, sameBytes, toUint64, toUtf8 } from '../bytes/bytes.ts'
import { sha256 } from '../bytes/sha256.ts'
import { fail, succeed } from '../errors.ts'
import type { Result } from '../errors.ts'

const mark = toUtf8('BLJ1')
const headerLength = 4 + 4 + 8 + 8
const sectorLength = 512

/** What a journal file holds. `tornBytes` are at its end and belong to nobody. */
export interface Journal {
  readonly first: number | undefined
  readonly entries: readonly Uint8Array[]
  readonly tornBytes: number
}

/** Writes one batch; `first` is the index of its first entry. A batch may be empty: it then only says the index. */
export function printBatch(first: number, entries: readonly Uint8Array[]): Uint8Array {
  const payload = joinBytes(...entries.flatMap((entry) => [uint32(entry.length), entry]))
  const fields = joinBytes(mark, uint32(payload.length), toUint64(first))
  return joinBytes(fields, sha256(fields).slice(0, 8), sha256(joinBytes(fields, payload)), payload)
}

/** Reads a journal file. */
export function parseJournal(bytes: Uint8Array): Result<Journal> {
  const entries: Uint8Array[] = []
  let first: number | undefined
  let at = 0
  while (at < bytes.length) {
    const batch = readBatch(bytes.subarray(at))
    if (batch === 'torn') return succeed({ first, entries, tornBytes: bytes.length - at })
    if (batch === 'damaged') return fail('LOG-0801', `the journal is damaged at byte ${at}`, restoreHelp)
    first ??= batch.first
    if (batch.first !== first + entries.length) return fail('LOG-0801', 'the journal skips an index', restoreHelp)
    for (const entry of batch.entries) entries.push(entry)
    at += batch.length
  }
  return succeed({ first, entries, tornBytes: 0 })
}

const restoreHelp = 'restore the journal from a mirror of the disk: dropping it may lose acknowledged entries'

interface Batch {
  readonly first: number
  readonly entries: readonly Uint8Array[]
  readonly length: number
}

function readBatch(bytes: Uint8Array): Batch | 'torn' | 'damaged' {
  if (bytes.length < headerLength) return isPrefixOfMark(bytes) ? 'torn' : 'damaged'
  const fields = bytes.subarray(0, 16)
  if (!sameBytes(sha256(fields).subarray(0, 8), bytes.subarray(16, headerLength))) {
    return bytes.subarray(16, headerLength).every((byte) => byte === 0) ? 'torn' : 'damaged'
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const end = headerLength + 32 + view.getUint32(4)
  if (end > bytes.length) return 'torn'
  const payload = bytes.subarray(headerLength + 32, end)
  if (!sameBytes(sha256(joinBytes(fields, payload)), bytes.subarray(headerLength, headerLength + 32))) {
    return end === bytes.length && hasUnwrittenSector(bytes.subarray(headerLength, end)) ? 'torn' : 'damaged'
  }
  const entries = readEntries(payload)
  return entries === undefined ? 'damaged' : { first: Number(view.getBigUint64(8)), entries, length: end }
}

function readEntries(payload: Uint8Array): readonly Uint8Array[] | undefined {
  const entries: Uint8Array[] = []
  const view = new DataView(payload.buffer, payload.byteOffset, payload.length)
  let at = 0
  while (at < payload.length) {
    if (at + 4 > payload.length) return undefined
    const end = at + 4 + view.getUint32(at)
    if (end > payload.length) return undefined
    entries.push(payload.slice(at + 4, end))
    at = end
  }
  return entries
}

/** A file shorter than a header was cut off while its last header was written. */
function isPrefixOfMark(bytes: Uint8Array): boolean {
  const letters = bytes.subarray(0, mark.length)
  return sameBytes(letters, mark.subarray(0, letters.length)) || bytes.every((byte) => byte === 0)
}

/** Sectors that a crash kept from the disk read as zeroes; a flipped bit leaves no such sector. */
function hasUnwrittenSector(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += sectorLength) {
    const sector = bytes.subarray(at, at + sectorLength)
    const tail = sector.length < sectorLength ? sector.subarray(-Math.min(8, sector.length)) : sector
    if (tail.every((byte) => byte === 0)) return true
  }
  return false
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}
