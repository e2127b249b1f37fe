/** Copies a log, checks every byte of the copy against a signed checkpoint, and only then shows that checkpoint. */
import { attempt } from '../attempt.ts'
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import type { LogKeys } from '../checkpoint/open.ts'
import { compareCheckpoints, openCheckpoint } from '../checkpoint/open.ts'
import { fail, succeed } from '../errors.ts'
import type { Result } from '../errors.ts'
import type { Disk } from '../files/disk.ts'
import type { LogFile } from '../log/storage.ts'
import { checkpointPath } from '../log/storage.ts'
import { rereadRoot } from '../log/reread.ts'
import { sameBytes } from '../bytes/bytes.ts'
import type { Algorithms } from '../note/signature.ts'
import { tilePath, tileWidth, tilesOf } from '../tiles/path.ts'
import type { TileName } from '../tiles/path.ts'
import type { TileSource } from '../tiles/reader.ts'
import { subtreeReader } from '../tiles/reader.ts'
import { proveConsistency, rootOf, verifyConsistency } from '../merkle/proof.ts'

/** Where a copy is kept. A log storage is one; `folderTarget` makes one of a folder. */
export interface MirrorTarget extends TileSource {
  readonly write: (files: readonly LogFile[]) => Promise<Result<true>>
  readonly expose: (checkpoint: Uint8Array) => Promise<Result<true>>
}

/** What a run of the mirror did. */
export interface Mirrored {
  readonly size: number
  readonly filesCopied: number
}

/**
 * Brings a copy up to the checkpoint that the source shows now.
 *
 * A source that went back or forked is refused with its own reason, and the copy stays as it was.
 *
 * @example
 * await mirror(httpSource('https://log.example/'), folderTarget(realDisk('/srv/mirror')), { origin, keys }, algorithms)
 */
export async function mirror(
  source: TileSource,
  target: MirrorTarget,
  log: LogKeys,
  algorithms: Algorithms,
): Promise<Result<Mirrored>> {
  const [theirs, ours] = [await readCheckpoint(source, log, algorithms), await readCheckpoint(target, log, algorithms)]
  if (!theirs.ok) return theirs
  if (!ours.ok) return ours
  if (theirs.value === undefined) return fail('LOG-0403', 'the source has no checkpoint')
  const last = ours.value?.checkpoint
  const next = theirs.value.checkpoint
  const compared = last === undefined ? succeed('newer') : compareCheckpoints(last, next)
  if (!compared.ok) return compared
  const joined = await checkJoin(source, last, next)
  if (!joined.ok) return joined
  const copied = await copyTiles(source, target, last?.size ?? 0, next.size)
  if (!copied.ok) return copied
  const root = await rereadRoot(target, last, next.size)
  if (!root.ok) return root
  if (!sameBytes(root.value, next.root)) return fail('LOG-0404', 'the tiles of the source do not hash to its root')
  const exposed = await target.expose(theirs.value.bytes)
  return exposed.ok ? succeed({ size: next.size, filesCopied: copied.value }) : exposed
}

/** A folder to mirror into. */
export function folderTarget(disk: Disk): MirrorTarget {
  const replace = async ({ path, bytes }: LogFile): Promise<void> => {
    const folder = path.split('/').slice(0, -1).join('/')
    await disk.makeFolder(folder === '' ? '.' : folder)
    await disk.writeSynced(`${path}.unfinished`, bytes)
    await disk.rename(`${path}.unfinished`, path)
    await disk.syncFolder(folder === '' ? '.' : folder)
  }
  return {
    read: disk.read,
    write: async (files) =>
      await attempt('writing the copy', async () => {
        for (const file of files) await replace(file)
        return true as const
      }),
    expose: async (bytes) =>
      await attempt('writing the copy', async () => {
        await replace({ path: checkpointPath, bytes })
        return true as const
      }),
  }
}

interface Found {
  readonly bytes: Uint8Array
  readonly checkpoint: Checkpoint
}

async function readCheckpoint(
  source: TileSource,
  log: LogKeys,
  algorithms: Algorithms,
): Promise<Result<Found | undefined>> {
  const bytes = await attempt('reading the checkpoint', async () => await source.read(checkpointPath))
  if (!bytes.ok || bytes.value === undefined) return bytes.ok ? succeed(undefined) : bytes
  const checkpoint = await openCheckpoint(bytes.value, log, algorithms)
  return checkpoint.ok ? succeed({ bytes: bytes.value, checkpoint: checkpoint.value }) : checkpoint
}

async function copyTiles(source: TileSource, target: MirrorTarget, from: number, to: number): Promise<Result<number>> {
  let copied = 0
  let files: LogFile[] = []
  for (const tile of tilesOf(to)) {
    const first = tile.index * tileWidth ** (tile.level === 'entries' ? 1 : tile.level + 1)
    const hadAll = first + tile.width * tileWidth ** (tile.level === 'entries' ? 0 : tile.level) <= from
    if (hadAll) continue
    const bytes = await readOne(source, tile)
    if (!bytes.ok) return bytes
    files.push({ path: tilePath(tile), bytes: bytes.value })
    copied += 1
    if (files.length < 64) continue
    const written = await target.write(files)
    if (!written.ok) return written
    files = []
  }
  const written = await target.write(files)
  return written.ok ? succeed(copied) : written
}

async function readOne(source: TileSource, tile: TileName): Promise<Result<Uint8Array>> {
  const path = tilePath(tile)
  const bytes = await attempt(`reading \`${path}\``, async () => await source.read(path))
  if (!bytes.ok) return bytes
  return bytes.value === undefined ? fail('LOG-0403', `\`${path}\` is missing at the source`) : succeed(bytes.value)
}

/** Before anything is copied: the tiles of the source hold its root, and its tree holds ours. */
async function checkJoin(source: TileSource, last: Checkpoint | undefined, next: Checkpoint): Promise<Result<true>> {
  const read = subtreeReader(source, next.size)
  const root = await rootOf(next.size, read)
  if (!root.ok) return root
  if (!sameBytes(root.value, next.root)) return fail('LOG-0404', 'the tiles of the source do not hash to its root')
  if (last === undefined) return succeed(true)
  const path = await proveConsistency(last.size, next.size, read)
  if (!path.ok) return path
  const claim = { olderSize: last.size, olderRoot: last.root, newerSize: next.size, newerRoot: next.root }
  if (verifyConsistency(claim, path.value).ok) return succeed(true)
  return fail('LOG-0205', `the source no longer contains its tree of size ${last.size}`, 'keep both checkpoints')
}
