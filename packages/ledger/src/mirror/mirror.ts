/** Copies a log, checks every byte of the copy against a signed checkpoint, and only then shows that checkpoint. */
import { attempt } from '../problem/attempt.ts'
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import type { LogKeys } from '../signature/open-checkpoint.ts'
import { openCheckpoint } from '../signature/open-checkpoint.ts'
import { compareCheckpoints } from '../checkpoint/compare.ts'
import { fail, inFile, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import type { Disk } from '../files/disk.ts'
import { replacer } from '../files/replace.ts'
import type { LogFile } from '../log/storage.ts'
import { rereadRoot } from '../log/reread.ts'
import { sameBytes } from '../bytes/bytes.ts'
import type { Algorithms } from '../signature/signature.ts'
import { checkpointPath, tilePath, tileWidth, tilesOf } from '../tiles/path.ts'
import type { TileName } from '../tiles/path.ts'
import type { TileSource } from '../tiles/reader.ts'
import { readBundle, readTile, subtreeReader } from '../tiles/reader.ts'
import { printBundle, printTile } from '../tiles/tile.ts'
import { proveConsistency, rootOf, verifyConsistency } from '../merkle/proof.ts'

/** A place where a copy is kept. A log storage is one; `folderTarget` makes one of a folder. */
export interface MirrorTarget extends TileSource {
  readonly write: (files: readonly LogFile[]) => Promise<Result<true>>
  readonly expose: (checkpoint: Uint8Array) => Promise<Result<true>>
}

/** The outcome of a run of the mirror. */
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
  if (theirs.value === undefined) return fail('LOG-0403', {}, inFile(checkpointPath))
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
  if (!sameBytes(root.value, next.root)) return fail('LOG-0408')
  const exposed = await target.expose(theirs.value.bytes)
  return exposed.ok ? succeed({ size: next.size, filesCopied: copied.value }) : exposed
}

/** Opens a folder to mirror into, for one process at a time. */
export function folderTarget(disk: Disk): MirrorTarget {
  // Owned by this target: counts the files that it began, and what an earlier run left is removed before the first.
  let begun = 0
  const replace = replacer(disk, () => `${unfinishedFolder}/${begun++}`)
  const write = async (files: readonly LogFile[]): Promise<Result<true>> =>
    await attempt(async () => {
      await disk.makeFolder(unfinishedFolder)
      if (begun === 0)
        for (const name of await disk.names(unfinishedFolder)) await disk.remove(`${unfinishedFolder}/${name}`)
      await replace(files)
      return true as const
    })
  return { read: disk.read, write, expose: async (bytes) => await write([{ path: checkpointPath, bytes }]) }
}

const unfinishedFolder = '.unfinished'

interface Found {
  readonly bytes: Uint8Array
  readonly checkpoint: Checkpoint
}

async function readCheckpoint(
  source: TileSource,
  log: LogKeys,
  algorithms: Algorithms,
): Promise<Result<Found | undefined>> {
  const bytes = await attempt(async () => await source.read(checkpointPath), inFile(checkpointPath))
  if (!bytes.ok || bytes.value === undefined) return bytes.ok ? succeed(undefined) : bytes
  const checkpoint = await openCheckpoint(bytes.value, log, algorithms)
  return checkpoint.ok ? succeed({ bytes: bytes.value, checkpoint: checkpoint.value }) : checkpoint
}

/** Files on their way are held in memory: a bundle may be long, so they are few. */
const filesAtATime = 16

async function copyTiles(source: TileSource, target: MirrorTarget, from: number, to: number): Promise<Result<number>> {
  let copied = 0
  let files: LogFile[] = []
  for (const tile of tilesOf(to)) {
    const first = tile.index * tileWidth ** (tile.level === 'entries' ? 1 : tile.level + 1)
    const hadAll = first + tile.width * tileWidth ** (tile.level === 'entries' ? 0 : tile.level) <= from
    if (hadAll) continue
    const bytes = await readOne(source, to, tile)
    if (!bytes.ok) return bytes
    files.push({ path: tilePath(tile), bytes: bytes.value })
    copied += 1
    if (files.length < filesAtATime) continue
    const written = await target.write(files)
    if (!written.ok) return written
    files = []
  }
  const written = await target.write(files)
  return written.ok ? succeed(copied) : written
}

/** Reads a tile as wide as asked for, also where the source has grown and only has the full one. */
async function readOne(source: TileSource, size: number, { level, index }: TileName): Promise<Result<Uint8Array>> {
  if (level === 'entries') {
    const entries = await readBundle(source, size, index)
    return entries.ok ? printBundle(entries.value) : entries
  }
  const hashes = await readTile(source, size, level, index)
  return hashes.ok ? succeed(printTile(hashes.value)) : hashes
}

/** Checks, before anything is copied, that the tiles of the source hold its root, and its tree holds ours. */
async function checkJoin(source: TileSource, last: Checkpoint | undefined, next: Checkpoint): Promise<Result<true>> {
  const read = subtreeReader(source, next.size)
  const root = await rootOf(next.size, read)
  if (!root.ok) return root
  if (!sameBytes(root.value, next.root)) return fail('LOG-0408')
  if (last === undefined) return succeed(true)
  const path = await proveConsistency(last.size, next.size, read)
  if (!path.ok) return path
  const claim = { olderSize: last.size, olderRoot: last.root, newerSize: next.size, newerRoot: next.root }
  if (verifyConsistency(claim, path.value).ok) return succeed(true)
  return fail('LOG-0205', { size: last.size })
}
