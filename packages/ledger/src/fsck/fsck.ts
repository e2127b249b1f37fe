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
import { watchSerials, type SetBack } from '../entry/serials.ts'
import { attempt } from '../problem/attempt.ts'
import { fail, failIn, inFile, problem, succeed } from '../problem/problem.ts'
import type { Problem, Result } from '../problem/problem.ts'
import { rootOf } from '../merkle/proof.ts'
import { standardAlgorithms } from '../signature/algorithms.ts'
import { checkpointPath } from '../tiles/path.ts'
import { subtreeReader } from '../tiles/reader.ts'
import { checkKept } from './kept.ts'
import { checkLeftovers } from './leftovers.ts'
import { checkLevels } from './levels.ts'
import type { FsckOptions, Run } from './run.ts'
import { found } from './run.ts'

/** The findings of a check. A log without findings is whole. */
export interface FsckReport {
  readonly size: number
  readonly entries: number
  readonly hashes: number
  readonly findings: readonly Problem[]
  /** Where the days of a desk went back, because its clock had run ahead. */
  readonly setBacks: readonly SetBack[]
  /** Findings beyond those that are named. */
  readonly omitted: number
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
  return succeed({ size, entries, hashes, findings, setBacks: run.serials.setBacks, omitted })
}

/** Checks what the tree does not need: leftovers among the public files, and what the writer keeps for itself. */
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

async function checkRoot(run: Run, expected: Uint8Array): Promise<void> {
  const root = await rootOf(run.size, subtreeReader(run.options.source, run.size))
  if (!root.ok) found(run, ...root.problems)
  else if (!sameBytes(root.value, expected)) {
    found(run, problem('LOG-0408'))
  }
}
