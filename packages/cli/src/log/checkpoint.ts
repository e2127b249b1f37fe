/** The checkpoint that a log shows, opened with trusted keys, and compared with one seen before. */
import {
  checkPolicy,
  codes,
  compareCheckpoints,
  LedgerFailure,
  standardAlgorithms,
  openCheckpoint,
  proveConsistency,
  subtreeReader,
  verifyConsistency,
  type Checkpoint,
  type LedgerCode,
  type LedgerError,
  type Policy,
  type SignedCheckpoint,
  type TileSource,
} from '@brightline/ledger'
import { orRefuse } from './refusal.ts'
import { codeOf } from './small-file.ts'
import { keysOfLog } from './trust.ts'

/** A checkpoint with its bytes, and whether the quorum of the policy saw it. */
export interface ShownCheckpoint {
  readonly bytes: Uint8Array
  readonly checkpoint: SignedCheckpoint
  readonly witnessed: boolean
}

/** Reads the checkpoint of a log and checks who signed it. */
export async function readCheckpoint(source: TileSource, policy: Policy): Promise<ShownCheckpoint> {
  const bytes = await readCheckpointBytes(source)
  const checkpoint = await openNamed('checkpoint', bytes, policy)
  const checked = await checkPolicy(bytes, policy, standardAlgorithms)
  return { bytes, checkpoint, witnessed: checked.ok && checked.value.witnessed }
}

/** Opens a checkpoint out of a file with trusted keys; what is wrong with it is told with the name of the file. */
export async function openNamed(file: string, bytes: Uint8Array, policy: Policy): Promise<SignedCheckpoint> {
  try {
    return orRefuse(await openCheckpoint(bytes, keysOfLog(policy, bytes), standardAlgorithms))
  } catch (error) {
    if (!(error instanceof LedgerFailure)) throw error
    return refuse(error.error.code, `\`${file}\`: ${error.error.message}`, error.error.help)
  }
}

/** Reads the checkpoint of a log as it is. */
export async function readCheckpointBytes(source: TileSource): Promise<Uint8Array> {
  const bytes = await source.read('checkpoint').catch((error: unknown) => refuse('LOG-0801', reasonOf(error)))
  return bytes ?? refuse('LOG-0403', '`checkpoint` is missing')
}

/** What is wrong between a checkpoint seen before and the log as it is now: rolled back, forked, or nothing. */
export async function findRewrite(
  source: TileSource,
  seen: Checkpoint,
  next: Checkpoint,
): Promise<LedgerError | undefined> {
  const compared = compareCheckpoints(seen, next)
  if (!compared.ok) {
    const isOlder = compared.error.code === 'LOG-0203'
    return isOlder
      ? { ...compared.error, code: 'LOG-0204', help: 'keep the one seen before: it is signed' }
      : compared.error
  }
  const path = await proveConsistency(seen.size, next.size, subtreeReader(source, next.size))
  if (!path.ok) return path.error
  const claim = { olderSize: seen.size, olderRoot: seen.root, newerSize: next.size, newerRoot: next.root }
  if (verifyConsistency(claim, path.value).ok) return undefined
  const message = `the log no longer contains its tree of size ${seen.size}`
  return { code: 'LOG-0205', message, help: 'keep both checkpoints: together they prove the fork' }
}

/** Ends the command with a refusal. */
export function refuse(code: LedgerCode, message: string = codes[code], help?: string): never {
  throw new LedgerFailure(help === undefined ? { code, message } : { code, message, help })
}

/** Errors of disks, servers and databases are told by their code alone: their text may hold an address. */
function reasonOf(error: unknown): string {
  return `reading the checkpoint failed: ${codeOf(error)}`
}
