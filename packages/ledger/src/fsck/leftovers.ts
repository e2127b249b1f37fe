/** Checks files that the checkpoint does not need: narrower tiles of older sizes, which begin the wide ones. */
import { attempt } from '../problem/attempt.ts'
import { sameBytes } from '../bytes/bytes.ts'
import { inFile, problem } from '../problem/problem.ts'
import type { Problem } from '../problem/problem.ts'
import type { TileName } from '../tiles/path.ts'
import { parseTilePath, tilePath, widthAt } from '../tiles/path.ts'
import type { TileSource } from '../tiles/reader.ts'

/** Finds what is wrong with the files beside those of the tree. */
export async function* checkLeftovers(
  source: TileSource,
  paths: AsyncIterable<string>,
  size: number,
): AsyncIterable<Problem> {
  for await (const path of paths) {
    const name = parseTilePath(path)
    if (!name.ok) yield problem('LOG-0402', {}, inFile(path))
    else if (name.value.width < widthAt(size, name.value.level, name.value.index)) {
      const finding = await checkNarrow(source, path, name.value, size)
      if (finding !== undefined) yield finding
    }
  }
}

async function checkNarrow(
  source: TileSource,
  path: string,
  { level, index }: TileName,
  size: number,
): Promise<Problem | undefined> {
  const widePath = tilePath({ level, index, width: widthAt(size, level, index) })
  const [narrow, wide] = [
    await attempt(async () => await source.read(path), inFile(path)),
    await attempt(async () => await source.read(widePath), inFile(widePath)),
  ]
  if (!narrow.ok) return narrow.problems[0]
  if (!wide.ok) return wide.problems[0]
  if (narrow.value === undefined || wide.value === undefined) return undefined
  if (sameBytes(narrow.value, wide.value.subarray(0, narrow.value.length))) return undefined
  return problem('LOG-0409', { wide: widePath }, inFile(path))
}
