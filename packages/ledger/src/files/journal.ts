/**
 * The journal: entries that have an index and are not yet in a published tree.
 *
 * A batch is a header (mark, length of the body, first index, and a hash over these), a hash over fields and body, and
 * the body: entries behind four-byte lengths, with a byte that is not zero after every 255 and at the end.
 *
 * A batch is acknowledged when it is on the disk, so at most the last one can be torn by a crash: cut short, or with
 * sectors that read as zeroes. A whole batch has no such sector, whatever its entries hold. A torn batch is dropped; a
 * damaged one is told apart from it and refused, because dropping it could lose an entry that was acknowledged.
 */
import { concatBytes } from '@noble/hashes/utils.js'
import { sameBytes, toUint64, toUtf8 } from '../bytes/bytes.ts'
import { sha256 } from '../bytes/sha256.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'

const mark = toUtf8('BLJ1')
const headerLength = 4 + 4 + 8 + 8
const sectorLength = 512
const partLength = 255

/** The content of a journal file. `tornBytes` are at its end and belong to nobody. */
export interface Journal {
  readonly first: number | undefined
  readonly entries: readonly Uint8Array[]
  readonly tornBytes: number
}

/** Writes one batch; `first` is the index of its first entry. A batch may be empty: it then only says the index. */
export function printBatch(first: number, entries: readonly Uint8Array[]): Uint8Array {
  const body = markParts(printEntries(entries))
  const fields = concatBytes(mark, uint32(body.length), toUint64(first))
  return concatBytes(fields, sha256(fields).slice(0, 8), sha256(concatBytes(fields, body)), body)
}

/** Reads a journal file. */
export function parseJournal(bytes: Uint8Array): Result<Journal> {
  const entries: Uint8Array[] = []
  let first: number | undefined
  let at = 0
  while (at < bytes.length) {
    const batch = readBatch(bytes, at)
    if (batch === 'torn') return succeed({ first, entries, tornBytes: bytes.length - at })
    if (batch === 'damaged') return fail('LOG-0807', { at })
    first ??= batch.first
    if (batch.first !== first + entries.length) return fail('LOG-0807', { at })
    for (const entry of batch.entries) entries.push(entry)
    at = batch.end
  }
  return succeed({ first, entries, tornBytes: 0 })
}

interface Batch {
  readonly first: number
  readonly entries: readonly Uint8Array[]
  readonly end: number
}

function readBatch(bytes: Uint8Array, at: number): Batch | 'torn' | 'damaged' {
  const bodyAt = at + headerLength + 32
  if (!hasHeader(bytes, at)) {
    const isCut =
      at + headerLength > bytes.length && sameBytes(bytes.subarray(at, at + 4), mark.subarray(0, bytes.length - at))
    return (isCut || hasUnwrittenSector(bytes, at)) && !hasLaterBatch(bytes, at) ? 'torn' : 'damaged'
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + at)
  const end = bodyAt + view.getUint32(4)
  if (end > bytes.length) return 'torn'
  const body = bytes.subarray(bodyAt, end)
  const hash = sha256(concatBytes(bytes.subarray(at, at + 16), body))
  if (!sameBytes(hash, bytes.subarray(at + headerLength, bodyAt))) {
    return end === bytes.length && hasUnwrittenSector(bytes, at) ? 'torn' : 'damaged'
  }
  const entries = readEntries(unmarkParts(body))
  return entries === undefined ? 'damaged' : { first: Number(view.getBigUint64(8)), entries, end }
}

function hasHeader(bytes: Uint8Array, at: number): boolean {
  const header = bytes.subarray(at, at + headerLength)
  if (header.length < headerLength || !sameBytes(header.subarray(0, 4), mark)) return false
  return sameBytes(sha256(header.subarray(0, 16)).subarray(0, 8), header.subarray(16))
}

/** The writer stops at an incomplete batch. One that another follows was therefore damaged later. */
function hasLaterBatch(bytes: Uint8Array, at: number): boolean {
  for (let later = at + 1; later < bytes.length; later++) if (hasHeader(bytes, later)) return true
  return false
}

/** Looks for a sector of zeroes: a crash kept it from the disk. The first and the last belong to the batch in part. */
function hasUnwrittenSector(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < bytes.length;) {
    const end = at + sectorLength - (at % sectorLength)
    if (bytes.subarray(at, end).every((byte) => byte === 0)) return true
    at = end
  }
  return false
}

function printEntries(entries: readonly Uint8Array[]): Uint8Array {
  const payload = new Uint8Array(entries.reduce((length, entry) => length + 4 + entry.length, 0))
  let at = 0
  for (const entry of entries) {
    payload.set(uint32(entry.length), at)
    payload.set(entry, at + 4)
    at += 4 + entry.length
  }
  return payload
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

function markParts(payload: Uint8Array): Uint8Array {
  const parts = Math.max(1, Math.ceil(payload.length / partLength))
  const body = new Uint8Array(payload.length + parts)
  for (let part = 0; part < parts; part++) {
    const bytes = payload.subarray(part * partLength, (part + 1) * partLength)
    body.set(bytes, part * (partLength + 1))
    body[part * (partLength + 1) + bytes.length] = 1
  }
  return body
}

function unmarkParts(body: Uint8Array): Uint8Array {
  const parts = Math.ceil(body.length / (partLength + 1))
  const payload = new Uint8Array(body.length - parts)
  for (let part = 0; part < parts; part++) {
    const at = part * (partLength + 1)
    payload.set(body.subarray(at, Math.min(at + partLength + 1, body.length) - 1), part * partLength)
  }
  return payload
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}
