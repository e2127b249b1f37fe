/**
 * Checks a whole log from its public files: every entry, every hash, every level, the root and the signatures.
 *
 * Each finding names the file, and inside it the entry or the hash. Memory does not grow with the log: only one tile of
 * each level is held.
 */
import { sameBytes } from '../bytes/bytes.ts'
import type { SignedCheckpoint } from '../signature/open-checkpoint.ts'
import { openCheckpoint } from '../signature/open-checkpoint.ts'
import { cosignaturesOf } from '../signature/cosignature.ts'
import { parseEntry } from '../entry/entry.ts'
import type { SerialWatch } from '../entry/serials.ts'
import { watchSerials } from '../entry/serials.ts'
import { attempt } from '../problem/attempt.ts'
import { atEntry, fail, failIn, inFile, problem, succeed } from '../problem/problem.ts'
import type { Problem, Result } from '../problem/problem.ts'
import { leafHash, rootOfHashes } from '../merkle/hash.ts'
import { rootOf } from '../merkle/proof.ts'
import type { VerifierKey } from '../note/key.ts'
import { standardAlgorithms } from '../signature/algorithms.ts'
import type { Algorithms } from '../signature/signature.ts'
import { checkpointPath, tilePath, tileWidth, widthAt } from '../tiles/path.ts'
import type { TileSource } from '../tiles/reader.ts'
import { readBundle, readTile, subtreeReader } from '../tiles/reader.ts'
import type { Kept } from './kept.ts'
import { checkKept } from './kept.ts'
import { checkLeftovers } from './leftovers.ts'

/** What to check, and against which keys. */
export interface FsckOptions {
  readonly source: TileSource
  readonly origin: string
  readonly keys: readonly VerifierKey[]
  readonly witnesses?: readonly VerifierKey[]
  readonly algorithms?: Algorithms
  /** Where the place can list its files, those that the checkpoint does not need are checked too. */
  readonly list?: () => AsyncIterable<string>
  /** What the writer keeps for itself, where it can be read, is compared with the tree. */
  readonly kept?: () => AsyncIterable<Kept>
  /** The log holds entries of other kinds: only hashes and signatures are checked. */
  readonly anyEntries?: boolean
  readonly signal?: AbortSignal
}

/** What was found. A log without findings is whole. */
export interface FsckReport {
  readonly size: number
  readonly entries: number
  readonly hashes: number
  readonly findings: readonly Problem[]
  /** Findings beyond those that are named. */
  readonly omitted: number
}

/** Findings that are named. All are counted. */
const namedFindings = 100

/** Owned by one run. */
interface Run {
  readonly options: FsckOptions & { readonly algorithms: Algorithms }
  readonly size: number
  readonly findings: Problem[]
  readonly serials: SerialWatch
  omitted: number
  entries: number
  hashes: number
}

/**
 * Checks a log.
 *
 * @example
 * const report = await fsck({ source: storage, origin: 'log.example', keys: [key] })
 * if (report.ok && report.value.findings.length === 0) console.log('whole')
 */
export async function fsck(asked: FsckOptions): Promise<Result<FsckReport>> {
  const options = { algorithms: standardAlgorithms, ...asked }
  const note = await attempt(async () => await options.source.read(checkpointPath), inFile(checkpointPath))
  if (!note.ok) return note
  if (note.value === undefined) return fail('LOG-0403', {}, inFile(checkpointPath))
  const checkpoint = await openCheckpoint(note.value, options, options.algorithms)
  if (!checkpoint.ok) return failIn(checkpoint, checkpointPath)
  const { size } = checkpoint.value
  const run: Run = { options, size, findings: [], serials: watchSerials(), omitted: 0, entries: 0, hashes: 0 }
  await checkSignatures(run, checkpoint.value)
  await checkLevels(run)
  if (run.findings.length === 0) await checkRoot(run, checkpoint.value.root)
  await checkRest(run)
  const { entries, hashes, findings, omitted } = run
  return succeed({ size, entries, hashes, findings, omitted })
}

/** What the tree does not need: leftovers among the public files, and what the writer keeps for itself. */
async function checkRest(run: Run): Promise<void> {
  const { source, list, kept } = run.options
  const looked = await attempt(async () => {
    if (list !== undefined) for await (const finding of checkLeftovers(source, list(), run.size)) found(run, finding)
    if (kept === undefined) return
    const tree = { ...run.options, size: run.size }
    for await (const each of kept()) for (const finding of await checkKept(tree, each)) found(run, finding)
  })
  if (!looked.ok) found(run, ...looked.problems)
}

async function checkSignatures(run: Run, { opened }: SignedCheckpoint): Promise<void> {
  const { witnesses = [], algorithms } = run.options
  const cosigned = await cosignaturesOf({ ...opened.note, signatures: opened.unknown }, witnesses, algorithms)
  for (const line of opened.unknown) {
    if (cosigned.some((each) => each.line === line)) continue
    const isKnown = witnesses.some((key) => key.name === line.name)
    found(run, problem(isKnown ? 'LOG-0104' : 'LOG-0109', { name: line.name }, inFile(checkpointPath)))
  }
}

/** Walks the entries from left to right; the hashes of full tiles rise and are compared with the level above. */
async function checkLevels(run: Run): Promise<void> {
  const raise = levelChecks(run)
  for (let index = 0; index * tileWidth < run.size; index++) {
    run.options.signal?.throwIfAborted()
    const [entries, tile] = [
      await readBundle(run.options.source, run.size, index),
      await readTile(run.options.source, run.size, 0, index),
    ]
    if (!entries.ok) found(run, ...entries.problems)
    if (!tile.ok) found(run, ...tile.problems)
    if (entries.ok) checkEntries(run, index, entries.value)
    if (entries.ok && tile.ok) checkLeaves(run, index, entries.value, tile.value)
    await raise(0, index, tile.ok ? tile.value : undefined)
  }
}

/** Entries have the shape of the list, and the serials of each desk leave no gap. */
function checkEntries(run: Run, index: number, entries: readonly Uint8Array[]): void {
  if (run.options.anyEntries === true) return
  const path = tilePath({ level: 'entries', index, width: widthAt(run.size, 'entries', index) })
  for (const [at, bytes] of entries.entries()) {
    const entry = parseEntry(bytes)
    const fault = entry.ok ? run.serials.next(entry.value) : entry.problems[0]
    if (fault !== undefined) found(run, { ...fault, where: atEntry(path, index * tileWidth + at) })
  }
}

function checkLeaves(run: Run, index: number, entries: readonly Uint8Array[], tile: readonly Uint8Array[]): void {
  run.entries += entries.length
  run.hashes += tile.length
  for (const [at, entry] of entries.entries()) {
    if (sameBytes(leafHash(entry), tile[at] ?? entry)) continue
    const width = tile.length
    const [bundlePath, path] = [tilePath({ level: 'entries', index, width }), tilePath({ level: 0, index, width })]
    const values = { entry: index * tileWidth + at, hash: at, tile: path }
    found(run, problem('LOG-0404', values, inFile(bundlePath)))
  }
}

type Raise = (level: number, index: number, hashes: readonly Uint8Array[] | undefined) => Promise<void>

/** Compares the root of each full tile with its hash one level up, reading each tile of each level once. */
function levelChecks(run: Run): Raise {
  const current: { index: number; hashes: readonly Uint8Array[] | undefined }[] = []
  const raise: Raise = async (level, index, hashes) => {
    current[level] = { index, hashes }
    if (widthAt(run.size, level, index) < tileWidth) return
    const parent = Math.floor(index / tileWidth)
    if (current[level + 1]?.index !== parent) {
      const tile = await readTile(run.options.source, run.size, level + 1, parent)
      if (!tile.ok) found(run, ...tile.problems)
      else run.hashes += tile.value.length
      current[level + 1] = { index: parent, hashes: tile.ok ? tile.value : undefined }
    }
    const above = current[level + 1]?.hashes
    const at = index % tileWidth
    const expected = above?.[at]
    if (hashes !== undefined && expected !== undefined && !sameBytes(rootOfHashes(hashes), expected)) {
      const width = widthAt(run.size, level + 1, parent)
      const [path, parentPath] = [
        tilePath({ level, index, width: tileWidth }),
        tilePath({ level: level + 1, index: parent, width }),
      ]
      found(run, problem('LOG-0407', { hash: at, tile: parentPath }, inFile(path)))
    }
    if (at === tileWidth - 1) await raise(level + 1, parent, above)
  }
  return raise
}

async function checkRoot(run: Run, expected: Uint8Array): Promise<void> {
  const root = await rootOf(run.size, subtreeReader(run.options.source, run.size))
  if (!root.ok) found(run, ...root.problems)
  else if (!sameBytes(root.value, expected)) {
    found(run, problem('LOG-0408'))
  }
}

function found(run: Run, ...problems: readonly Problem[]): void {
  const named = problems.slice(0, Math.max(0, namedFindings - run.findings.length))
  run.findings.push(...named)
  run.omitted += problems.length - named.length
}
