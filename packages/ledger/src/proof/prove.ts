/** Makes proof files out of a published log. */
import { checkpointPath } from '../tiles/path.ts'
import { attempt } from '../problem/attempt.ts'
import { readUnsignedCheckpoint } from '../checkpoint/unsigned.ts'
import { fail, inFile, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { proveInclusion } from '../merkle/proof.ts'
import type { TileSource } from '../tiles/reader.ts'
import { subtreeReader } from '../tiles/reader.ts'
import type { ProofFile } from './proof-file.ts'

/**
 * Makes the proof of one entry in the last checkpoint. It asks nothing about signatures: checking the proof does.
 *
 * @example
 * const proof = await proveIndex(storage, 4711)
 */
export async function proveIndex(source: TileSource, index: number): Promise<Result<ProofFile>> {
  const note = await attempt(async () => await source.read(checkpointPath), inFile(checkpointPath))
  if (!note.ok) return note
  if (note.value === undefined) return fail('LOG-0403', {}, inFile(checkpointPath))
  const checkpoint = readUnsignedCheckpoint(note.value)
  if (!checkpoint.ok) return checkpoint
  const { size } = checkpoint.value
  const path = await proveInclusion(index, size, subtreeReader(source, size))
  return path.ok ? succeed({ extra: undefined, index, path: path.value, checkpoint: note.value }) : path
}
