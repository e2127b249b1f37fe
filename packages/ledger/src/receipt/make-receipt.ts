/** Makes receipts out of a published log. */
import { readUnsignedCheckpoint } from '../checkpoint/unsigned.ts'
import { succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { proveIndex } from '../proof/prove.ts'
import type { TileSource } from '../tiles/reader.ts'
import { readEntry } from '../tiles/reader.ts'
import type { Opening, Receipt } from './receipt.ts'

/** The receipt of one entry, with the record and its key where the holder may have them. */
export async function makeReceipt(
  source: TileSource,
  index: number,
  opening: Opening | undefined,
): Promise<Result<Receipt>> {
  const proof = await proveIndex(source, index)
  if (!proof.ok) return proof
  const checkpoint = readUnsignedCheckpoint(proof.value.checkpoint)
  if (!checkpoint.ok) return checkpoint
  const entry = await readEntry(source, checkpoint.value.size, index)
  return entry.ok ? succeed({ entry: entry.value, opening, proof: proof.value }) : entry
}
