/** Checks a soak with nothing of `src/`: entries are read by hand, and roots made by the definition in RFC 6962. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { isDatabase, soakSchema } from './soak-log.ts'

/** The entries of a log of this size. */
export async function entriesByHand(place: string, size: number): Promise<readonly Buffer[]> {
  const entries: Buffer[] = []
  const client = isDatabase(place) ? new pg.Client(place) : undefined
  await client?.connect()
  for (let first = 0; first < size; first += 256) {
    const width = Math.min(256, size - first)
    const path = `tile/entries/${String(first / 256).padStart(3, '0')}${width < 256 ? `.p/${width}` : ''}`
    const select = `select bytes from ${soakSchema}.file where path = $1`
    const found = await client?.query<{ bytes: Buffer }>(select, [path])
    const bytes = found === undefined ? readFileSync(join(place, path)) : found.rows[0]?.bytes
    if (bytes === undefined) throw new Error(`${path} is missing`)
    for (let at = 0; at < bytes.length; at += 2 + bytes.readUInt16BE(at)) {
      entries.push(bytes.subarray(at + 2, at + 2 + bytes.readUInt16BE(at)))
    }
  }
  await client?.end()
  if (entries.length !== size) throw new Error(`${entries.length} entries in a log of ${size}`)
  return entries
}

/** The root of the tree of every size from 1 on, in hexadecimal. */
export function rootsByHand(entries: readonly Buffer[]): readonly string[] {
  const roots: string[] = []
  // Roots of perfect trees, from left to right: two of one height become one.
  const perfect: Buffer[] = []
  for (const [at, entry] of entries.entries()) {
    perfect.push(hash(0, entry))
    for (let size = at + 1; size % 2 === 0; size /= 2) perfect.push(hash(1, ...perfect.splice(-2)))
    roots.push(perfect.reduceRight((right, left) => hash(1, left, right)).toString('hex'))
  }
  return roots
}

function hash(first: number, ...parts: readonly Buffer[]): Buffer {
  return createHash('sha256')
    .update(Buffer.concat([Buffer.of(first), ...parts]))
    .digest()
}
