/** Reads the last checkpoint of a log that is opened, and checks it against tiles and against what was seen of it. */
import { checkpointPath } from '../tiles/path.ts'
import { attempt } from '../problem/attempt.ts'
import { sameBytes } from '../bytes/bytes.ts'
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import type { LogKeys, SignedCheckpoint } from '../signature/open-checkpoint.ts'
import { openCheckpoint } from '../signature/open-checkpoint.ts'
import { cosignaturesOf } from '../signature/cosignature.ts'
import { fail, inFile, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { rootOf } from '../merkle/proof.ts'
import type { VerifierKey } from '../note/key.ts'
import type { Algorithms, NoteSigner } from '../signature/signature.ts'
import type { TileSource } from '../tiles/reader.ts'
import { subtreeReader } from '../tiles/reader.ts'
import { checkGrowth } from './rewrite.ts'
import type { LogState, LogStorage } from './storage.ts'

/** The name and keys of a log, and what it must hold. */
export interface CurrentOptions {
  readonly storage: LogStorage
  readonly origin: string
  readonly signers: readonly NoteSigner[]
  readonly algorithms: Algorithms
  /** Retired keys of this log: they open what is there and sign nothing. */
  readonly formerKeys?: readonly VerifierKey[]
  /** A checkpoint known from elsewhere; a log that does not contain it is refused as rolled back or forked. */
  readonly seen?: Checkpoint
}

/** The last checkpoint of a log, if it has one, and the latest time that is signed in it. */
export interface Current {
  readonly state: LogState
  readonly checkpoint: Checkpoint | undefined
  readonly time: number
  /** The number of entries that have an index. */
  readonly size: number
}

/** Reads and checks where a log stands. A checkpoint that a crash kept from being shown is shown. */
export async function readCurrent(options: CurrentOptions): Promise<Result<Current>> {
  const { storage, seen } = options
  // Another writer may go on meanwhile. It sequences, swaps, and then shows; read backwards, nothing seems to be lost.
  const shown = await attempt(async () => await storage.read(checkpointPath), inFile(checkpointPath))
  if (!shown.ok) return shown
  const state = await storage.latest()
  if (!state.ok) return state
  const size = await storage.sequencedSize()
  if (!size.ok) return size
  if (state.value.checkpoint === undefined) {
    const isNew = shown.value === undefined && (seen === undefined || seen.size === 0)
    if (!isNew) return fail('LOG-0209')
    return succeed({ state: state.value, checkpoint: undefined, time: 0, size: size.value })
  }
  return await readLast(options, {
    state: state.value,
    note: state.value.checkpoint,
    shown: shown.value,
    size: size.value,
  })
}

/** The state of a storage that has a checkpoint. */
interface Said {
  readonly state: LogState
  /** The last checkpoint that was swapped in. */
  readonly note: Uint8Array
  /** The one that readers see. */
  readonly shown: Uint8Array | undefined
  readonly size: number
}

async function readLast(options: CurrentOptions, { state, note, shown, size }: Said): Promise<Result<Current>> {
  const { storage, seen } = options
  const last = await openCheckpoint(note, keysOf(options), options.algorithms)
  if (!last.ok) return last
  if (size < last.value.size) return fail('LOG-0204', { size, seen: last.value.size })
  // One that does not open was damaged; it is written again, and nothing is learnt from it.
  const opened = await openCheckpoint(shown ?? new Uint8Array(0), keysOf(options), options.algorithms)
  const known = opened.ok ? [opened.value] : []
  const whole = await checkTree(storage, [...known, ...(seen === undefined ? [] : [seen])], last.value)
  if (!whole.ok) return whole
  const isShown = known.some((each) => each.size === last.value.size)
  const exposed = isShown ? succeed(true) : await storage.expose(note)
  if (!exposed.ok) return exposed
  const time = await latestTime([last.value, ...known], options)
  return succeed({ state, checkpoint: last.value, time, size })
}

function keysOf({ origin, signers, formerKeys = [] }: CurrentOptions): LogKeys {
  return { origin, keys: [...signers.map(({ key }) => key), ...formerKeys] }
}

async function latestTime(checkpoints: readonly SignedCheckpoint[], options: CurrentOptions): Promise<number> {
  const times = [0]
  for (const { opened } of checkpoints) {
    const signatures = await cosignaturesOf(opened.note, keysOf(options).keys, options.algorithms)
    times.push(...signatures.map(({ time }) => time))
  }
  return Math.max(...times)
}

/** The tiles must hold the tree of the last checkpoint, and that tree those seen before. */
async function checkTree(source: TileSource, seen: readonly Checkpoint[], last: Checkpoint): Promise<Result<true>> {
  const root = await rootOf(last.size, subtreeReader(source, last.size))
  if (!root.ok) return root
  if (!sameBytes(root.value, last.root)) return fail('LOG-0811')
  for (const each of seen) {
    const held = await checkGrowth(source, each, last)
    if (!held.ok) return held
  }
  return succeed(true)
}
