/**
 * Answers requests as a witness, apart from HTTP: a checkpoint is cosigned only if it contains the last one.
 *
 * INVARIANT, kept by `swap`: checking against the last checkpoint and remembering the next is one step, also between
 * processes, and the next is on the disk before the cosignature leaves.
 */
import { sameBytes } from '../bytes/bytes.ts'
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import { readUnsignedCheckpoint } from '../checkpoint/unsigned.ts'
import type { LogKeys, SignedCheckpoint } from '../signature/open-checkpoint.ts'
import type { OpenedNote } from '../signature/open-note.ts'
import { openCheckpoint } from '../signature/open-checkpoint.ts'
import type { LogState } from '../log/storage.ts'
import { verifyConsistency } from '../merkle/proof.ts'
import { emptyRoot } from '../merkle/hash.ts'
import type { NoteSignature } from '../note/note.ts'
import { printNote, printSignature } from '../note/note.ts'
import type { Result } from '../problem/problem.ts'
import type { Algorithms, NoteSigner } from '../signature/signature.ts'
import { sentenceOf } from '../wording/sentence.ts'
import type { WitnessRequest } from './request.ts'
import { parseWitnessRequest } from './request.ts'

/** The memory of a witness: of each log, the last checkpoint that it cosigned. */
export interface WitnessMemory {
  readonly read: (origin: string) => Promise<LogState>
  /** Puts the next checkpoint after the last, safely; false when the last one is no longer the one given. */
  readonly swap: (origin: string, last: LogState, next: Uint8Array) => Promise<boolean>
}

/** Options of a witness. */
export interface WitnessOptions {
  readonly logs: readonly LogKeys[]
  readonly signers: readonly NoteSigner[]
  readonly algorithms: Algorithms
  readonly memory: WitnessMemory
  /** Seconds since 1970. */
  readonly now: () => number
}

/** An answer with the status of HTTP. */
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422 | 500
  readonly type: 'text/plain; charset=utf-8' | 'text/x.tlog.size'
  readonly body: string
}

/** Answers requests one after the other. */
export type Witness = (body: Uint8Array) => Promise<WitnessAnswer>

/**
 * Makes a witness.
 *
 * @example
 * const witness = newWitness({ logs: [{ origin, keys }], signers: [signer], algorithms, memory, now })
 * const { status } = await witness(body)
 */
export function newWitness(options: WitnessOptions): Witness {
  // Owned by this witness: the last request that was begun.
  let queue: Promise<unknown> = Promise.resolve()
  return async (body) => {
    const turn = queue.then(async () => await answerOrFail(options, body))
    queue = turn
    return await turn
  }
}

async function answerOrFail(options: WitnessOptions, body: Uint8Array): Promise<WitnessAnswer> {
  try {
    return await answer(options, body)
  } catch {
    return say(500, 'the witness cannot keep its memory')
  }
}

async function answer(options: WitnessOptions, body: Uint8Array): Promise<WitnessAnswer> {
  const request = parseWitnessRequest(body)
  if (!request.ok) return say(400, sentenceOf(request.problems[0]).says)
  const unsigned = readUnsignedCheckpoint(request.value.checkpoint)
  if (!unsigned.ok) return say(400, sentenceOf(unsigned.problems[0]).says)
  const log = options.logs.find(({ origin }) => origin === unsigned.value.origin)
  if (log === undefined) return say(404, 'the log is not known to this witness')
  const opened = await openCheckpoint(request.value.checkpoint, log, options.algorithms)
  if (!opened.ok) return say(403, sentenceOf(opened.problems[0]).says)
  const last = await options.memory.read(log.origin)
  const known = last.checkpoint === undefined ? undefined : await openRemembered(options, log, last.checkpoint)
  if (known?.ok === false) return say(500, 'the memory of the witness is damaged')
  const refusal = refuse(known?.value, request.value, opened.value)
  return refusal ?? (await cosign(options, last, opened.value))
}

async function cosign(
  options: WitnessOptions,
  last: LogState,
  { origin, opened }: SignedCheckpoint,
): Promise<WitnessAnswer> {
  const now = options.now()
  const lines: NoteSignature[] = []
  for (const signer of options.signers) {
    const line = await signer.sign(opened.note.text, now)
    if (line === undefined) return say(500, 'the name of the log is too long for the key of this witness')
    lines.push(line)
  }
  const remembered = { text: opened.note.text, signatures: [...linesOf(opened), ...lines] }
  const isMine = await options.memory.swap(origin, last, printNote(remembered))
  return isMine ? say(200, lines.map(printSignature).join('')) : say(500, 'another witness uses the same memory')
}

/** Picks the lines of the log itself: with them what is remembered is evidence. */
function linesOf({ note, unknown }: OpenedNote): readonly NoteSignature[] {
  return note.signatures.filter((line) => !unknown.includes(line))
}

/** Opens a checkpoint that was remembered. It is believed where the log or this witness signed it. */
async function openRemembered(
  { signers, algorithms }: WitnessOptions,
  { origin, keys }: LogKeys,
  bytes: Uint8Array,
): Promise<Result<SignedCheckpoint>> {
  return await openCheckpoint(bytes, { origin, keys: [...keys, ...signers.map(({ key }) => key)] }, algorithms)
}

/** Answers why a checkpoint is not cosigned, if there is a reason. */
function refuse(
  last: Checkpoint | undefined,
  { olderSize, path }: WitnessRequest,
  next: Checkpoint,
): WitnessAnswer | undefined {
  if (olderSize > next.size) return say(400, 'the old size is larger than the checkpoint')
  const lastSize = last?.size ?? 0
  if (olderSize !== lastSize) return { status: 409, type: 'text/x.tlog.size', body: `${lastSize}\n` }
  const lastRoot = last?.root ?? emptyRoot()
  if (lastSize === next.size && !sameBytes(lastRoot, next.root))
    return say(409, 'another root of the same size is known')
  const claim = { olderSize, olderRoot: lastRoot, newerSize: next.size, newerRoot: next.root }
  return verifyConsistency(claim, path).ok ? undefined : say(422, 'the proof does not join the two checkpoints')
}

function say(status: WitnessAnswer['status'], text: string): WitnessAnswer {
  return { status, type: 'text/plain; charset=utf-8', body: text.endsWith('\n') ? text : `${text}\n` }
}
