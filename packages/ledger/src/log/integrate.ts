/** The second step: entries that have an index become tiles and bundles. Doing it twice gives the same bytes. */
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { leafHash, rootOfHashes } from '../merkle/hash.ts'
import { levelSize, tilePath, tileWidth, widthAt } from '../tiles/path.ts'
import { readBundle, readTile } from '../tiles/reader.ts'
import { printBundle, printTile } from '../tiles/tile.ts'
import type { LogFile, LogStorage } from './storage.ts'

/** Entries taken at a time, so that memory stays flat. A multiple of the width of a tile. */
const stepEntries = 16 * tileWidth

/** Writes the tiles and bundles that a tree of size `to` has and one of size `from` had not. */
export async function integrate(storage: LogStorage, from: number, to: number): Promise<Result<true>> {
  let at = from
  while (at < to) {
    const next = Math.min(to, (Math.floor(at / stepEntries) + 1) * stepEntries)
    const step = await integrateStep(storage, at, next)
    if (!step.ok) return step
    at = next
  }
  return succeed(true)
}

async function integrateStep(storage: LogStorage, from: number, to: number): Promise<Result<true>> {
  const read = await storage.readSequenced(from, to - from)
  if (!read.ok) return read
  if (read.value.length !== to - from) return fail('LOG-0809', { first: from, last: to - 1 })
  const firstIndex = Math.floor(from / tileWidth)
  const begun = from % tileWidth === 0 ? succeed([]) : await readBundle(storage, from, firstIndex)
  if (!begun.ok) return begun
  const bundles = bundleFiles([...begun.value, ...read.value], firstIndex)
  if (!bundles.ok) return bundles
  const tiles = await tileFiles(storage, from, read.value.map(leafHash))
  if (!tiles.ok) return tiles
  return await storage.write([...bundles.value, ...tiles.value])
}

function bundleFiles(entries: readonly Uint8Array[], firstIndex: number): Result<readonly LogFile[]> {
  const files: LogFile[] = []
  for (let at = 0; at < entries.length; at += tileWidth) {
    const group = entries.slice(at, at + tileWidth)
    const bytes = printBundle(group)
    if (!bytes.ok) return bytes
    const index = firstIndex + at / tileWidth
    files.push({ path: tilePath({ level: 'entries', index, width: group.length }), bytes: bytes.value })
  }
  return succeed(files)
}

/** The tiles of every level that grew; `hashes` are the new ones of level 0. */
async function tileFiles(
  storage: LogStorage,
  from: number,
  hashes: readonly Uint8Array[],
): Promise<Result<readonly LogFile[]>> {
  const files: LogFile[] = []
  let added = hashes
  for (let level = 0; added.length > 0; level++) {
    const firstIndex = Math.floor(levelSize(from, level) / tileWidth)
    const hasBegun = widthAt(from, level, firstIndex) > 0
    const begun = hasBegun ? await readTile(storage, from, level, firstIndex) : succeed([])
    if (!begun.ok) return begun
    const row = [...begun.value, ...added]
    const above: Uint8Array[] = []
    for (let at = 0; at < row.length; at += tileWidth) {
      const group = row.slice(at, at + tileWidth)
      const index = firstIndex + at / tileWidth
      files.push({ path: tilePath({ level, index, width: group.length }), bytes: printTile(group) })
      if (group.length === tileWidth) above.push(rootOfHashes(group))
    }
    added = above
  }
  return succeed(files)
}
