/** Files that the checkpoint does not need: narrower tiles of older sizes, which must be beginnings of the wide ones. */
import { attempt } from '../attempt.ts'
import { sameBytes } from '../bytes/bytes.ts'
import type { LedgerError } from '../errors.ts'
import { fail } from '../errors.ts'
import type { TileName } from '../tiles/path.ts'
import { parseTilePath, tilePath, widthAt } from '../tiles/path.ts'
import type { TileSource } from '../tiles/reader.ts'

/** What is wrong with the files that are there beside those of the tree. */
export async function* checkLeftovers(
  source: TileSource,
  paths: AsyncIterable<string>,
  size: number,
): AsyncIterable<LedgerError> {
  for await (const path of paths) {
    const name = parseTilePath(path)
    if (!name.ok) yield fail('LOG-0402', `\`${path}\` is not a file of a log`).error
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
): Promise<LedgerError | undefined> {
  const widePath = tilePath({ level, index, width: widthAt(size, level, index) })
  const [narrow, wide] = [
    await attempt(`reading \`${path}\``, async () => await source.read(path)),
    await attempt(`reading \`${widePath}\``, async () => await source.read(widePath)),
  ]
  if (!narrow.ok) return narrow.error
  if (!wide.ok) return wide.error
  if (narrow.value === undefined || wide.value === undefined) return undefined
  if (sameBytes(narrow.value, wide.value.subarray(0, narrow.value.length))) return undefined
  return fail('LOG-0404', `\`${path}\` is not the beginning of \`${widePath}\``).error
}
