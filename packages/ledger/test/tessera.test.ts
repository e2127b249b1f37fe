/** A log that Tessera wrote, read with ours. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { standardAlgorithms } from '../src/signature/algorithms.ts'
import { openCheckpoint } from '../src/signature/open-checkpoint.ts'
import { valueOf } from '../src/problem/problem.ts'
import { leafHash } from '../src/merkle/hash.ts'
import { proveConsistency, proveInclusion, rootOf, verifyConsistency, verifyInclusion } from '../src/merkle/proof.ts'
import { parseVerifierKey } from '../src/note/key.ts'
import { readEntry, subtreeReader } from '../src/tiles/reader.ts'

const key = valueOf(parseVerifierKey('example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx'))
const file = (path: string): Uint8Array | undefined => {
  try {
    return new Uint8Array(readFileSync(new URL(`vectors/tessera-log/${path}`, import.meta.url)))
  } catch {
    return undefined
  }
}
const source = { read: async (path: string) => file(path) }
const log = { origin: 'example.com/log/testdata', keys: [key] }
const sizes = Array.from({ length: 16 }, (_, size) => size)
const checkpointAt = async (size: number) =>
  valueOf(await openCheckpoint(file(`checkpoint.${size}`) ?? new Uint8Array(), log, standardAlgorithms))

describe('the log of Tessera', () => {
  it.each(sizes)('has the signed root at size %i', async (size) => {
    const { root } = await checkpointAt(size)
    expect(valueOf(await rootOf(size, subtreeReader(source, size)))).toEqual(root)
  })

  it('proves each entry and each older size', async () => {
    const newer = await checkpointAt(15)
    const read = subtreeReader(source, 15)
    for (const index of sizes.slice(0, 15)) {
      const leaf = leafHash(valueOf(await readEntry(source, 15, index)))
      const path = valueOf(await proveInclusion(index, 15, read))
      expect(verifyInclusion({ index, size: 15, leaf, root: newer.root }, path).ok).toBe(true)
      const older = await checkpointAt(index)
      const joins = valueOf(await proveConsistency(index, 15, read))
      const claim = { olderSize: index, olderRoot: older.root, newerSize: 15, newerRoot: newer.root }
      expect(verifyConsistency(claim, joins).ok).toBe(true)
    }
  })
})
