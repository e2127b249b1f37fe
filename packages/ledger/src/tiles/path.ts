/** Names of tiles and entry bundles (c2sp.org/tlog-tiles): `tile/0/x001/x234/067.p/5`, `tile/entries/000`. */
import { fromDecimal } from '../bytes/bytes.ts'
import { fail, inFile, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'

/** The path of the checkpoint below the prefix of the log. */
export const checkpointPath = 'checkpoint'

/** Hashes in a full tile, entries in a full bundle. */
export const tileWidth = 256

/** A tile at a level, or a bundle of entries; narrower than 256 when partial. */
export interface TileName {
  readonly level: number | 'entries'
  readonly index: number
  readonly width: number
}

/**
 * Writes the path of a tile below the prefix of the log.
 *
 * @example
 * tilePath({ level: 0, index: 1234067, width: 256 }) // 'tile/0/x001/x234/067'
 * tilePath({ level: 'entries', index: 0, width: 3 }) // 'tile/entries/000.p/3'
 */
export function tilePath({ level, index, width }: TileName): string {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.../g) ?? []
  const elements = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group))
  return `tile/${level}/${elements.join('/')}${width === tileWidth ? '' : `.p/${width}`}`
}

/** Reads the path of a tile; every tile has one spelling only. */
export function parseTilePath(path: string): Result<TileName> {
  const [, level = '', elements = '', width] =
    /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/.exec(path) ?? []
  const name = {
    level: level === 'entries' ? ('entries' as const) : Number(level),
    index: Number(elements.replaceAll(/[x/]/g, '')),
    width: width === undefined ? tileWidth : (fromDecimal(width) ?? 0),
  }
  const inRange = name.width >= 1 && name.width <= tileWidth && (level === 'entries' || Number(level) <= 63)
  if (!inRange || !Number.isSafeInteger(name.index) || tilePath(name) !== path) {
    return fail('LOG-0402', {}, inFile(path))
  }
  return succeed(name)
}

/** Counts the hashes of a tree of this size at a tile level; `entries` counts as level 0. */
export function levelSize(size: number, level: number | 'entries'): number {
  return Math.floor(size / tileWidth ** (level === 'entries' ? 0 : level))
}

/** Counts the hashes of one tile in a tree of this size; 0 when it is not there. */
export function widthAt(size: number, level: number | 'entries', index: number): number {
  return Math.max(0, Math.min(tileWidth, levelSize(size, level) - index * tileWidth))
}

/** Lists every tile and bundle of a tree, level by level, from left to right. */
export function* tilesOf(size: number): Generator<TileName> {
  const levels: (number | 'entries')[] = ['entries', 0]
  for (let level = 1; levelSize(size, level) > 0; level++) levels.push(level)
  for (const level of size === 0 ? [] : levels) {
    for (let index = 0; widthAt(size, level, index) > 0; index++) {
      yield { level, index, width: widthAt(size, level, index) }
    }
  }
}
