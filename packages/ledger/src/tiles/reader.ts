/** Reads a tree of one size out of its tiles, wherever they lie. */
import { attempt } from '../problem/attempt.ts'
import { fail, failIn, inFile, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { rootOfHashes } from '../merkle/hash.ts'
import type { SubtreeReader } from '../merkle/proof.ts'
import { tilePath, tileWidth, widthAt } from './path.ts'
import type { TileName } from './path.ts'
import { parseBundle, parseTile } from './tile.ts'

/** A place that answers the bytes at a path below the prefix of a log, or undefined when there are none. */
export interface TileSource {
  readonly read: (path: string) => Promise<Uint8Array | undefined>
}

/** A place to read from that can also list its tiles. */
export interface ListedSource extends TileSource {
  readonly list: () => AsyncIterable<string>
}

/** Reads the hashes of one tile of a tree of this size. */
export async function readTile(
  source: TileSource,
  size: number,
  level: number,
  index: number,
): Promise<Result<readonly Uint8Array[]>> {
  const name = { level, index, width: widthAt(size, level, index) }
  const bytes = await readWide(source, name)
  if (!bytes.ok) return bytes
  const hashes = parseTile(bytes.value.bytes, bytes.value.width)
  return hashes.ok ? succeed(hashes.value.slice(0, name.width)) : named(hashes, { ...name, width: bytes.value.width })
}

/** Reads the entries of one bundle of a tree of this size. */
export async function readBundle(
  source: TileSource,
  size: number,
  index: number,
): Promise<Result<readonly Uint8Array[]>> {
  const name = { level: 'entries', index, width: widthAt(size, 'entries', index) } as const
  const bytes = await readWide(source, name)
  if (!bytes.ok) return bytes
  const entries = parseBundle(bytes.value.bytes, bytes.value.width)
  return entries.ok
    ? succeed(entries.value.slice(0, name.width))
    : named(entries, { ...name, width: bytes.value.width })
}

/** Reads one entry. */
export async function readEntry(source: TileSource, size: number, index: number): Promise<Result<Uint8Array>> {
  if (index < 0 || index >= size) return fail('LOG-0303', { index, size })
  const bundle = await readBundle(source, size, Math.floor(index / tileWidth))
  if (!bundle.ok) return bundle
  const entry = bundle.value[index % tileWidth]
  return entry === undefined ? fail('LOG-0303', { index, size }) : succeed(entry)
}

/**
 * Makes a reader of subtrees over tiles, for `proveInclusion` and `proveConsistency`.
 *
 * It remembers the last tiles it read; make a new one for each proof or each checkpoint.
 */
export function subtreeReader(source: TileSource, size: number, remembered = 64): SubtreeReader {
  // Owned by this reader; bounded by `remembered`.
  const tileByPath = new Map<string, readonly Uint8Array[]>()
  return async ({ level, index }) => {
    const tileLevel = Math.floor(level / 8)
    const first = index * 2 ** (level % 8)
    const tileIndex = Math.floor(first / tileWidth)
    const key = `${tileLevel}/${tileIndex}`
    const known = tileByPath.get(key)
    const tile = known === undefined ? await readTile(source, size, tileLevel, tileIndex) : succeed(known)
    if (!tile.ok) return tile
    if (tileByPath.size >= remembered) tileByPath.clear()
    tileByPath.set(key, tile.value)
    const from = first % tileWidth
    const hashes = tile.value.slice(from, from + 2 ** (level % 8))
    if (hashes.length !== 2 ** (level % 8)) return fail('LOG-0304')
    return succeed(rootOfHashes(hashes))
  }
}

/** Reads the tile as named, or the full one that has replaced it. */
async function readWide(
  source: TileSource,
  name: TileName,
): Promise<Result<{ readonly bytes: Uint8Array; readonly width: number }>> {
  const widths = name.width === 0 ? [] : name.width === tileWidth ? [tileWidth] : [name.width, tileWidth]
  for (const width of widths) {
    const path = tilePath({ ...name, width })
    const bytes = await attempt(async () => await source.read(path), inFile(path))
    if (!bytes.ok) return bytes
    if (bytes.value !== undefined) return succeed({ bytes: bytes.value, width })
  }
  return fail('LOG-0403', {}, inFile(tilePath(name)))
}

function named<T>(result: Result<T>, name: TileName): Result<T> {
  return result.ok ? result : failIn(result, tilePath(name))
}
