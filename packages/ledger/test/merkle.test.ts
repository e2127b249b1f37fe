import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { fail, succeed, valueOf } from '../src/problem/problem.ts'
import { emptyRoot, leafHash, nodeHash, rootOfHashes } from '../src/merkle/hash.ts'
import type { SubtreeReader } from '../src/merkle/proof.ts'
import { proveConsistency, proveInclusion, rootOf, verifyConsistency, verifyInclusion } from '../src/merkle/proof.ts'
import { inclusionRanges, subtreesOf } from '../src/merkle/range.ts'
import { present } from './present.ts'
import { times } from '../../../scripts/test-counts.ts'

const vector: { entries: string[]; roots: string[] } = JSON.parse(
  readFileSync(new URL('vectors/rfc6962.json', import.meta.url), 'utf8'),
)
const leaves = Array.from({ length: 70 }, (_, index) => leafHash(Uint8Array.of(index)))
const readOf =
  (row: readonly Uint8Array[]): SubtreeReader =>
  async ({ level, index }) =>
    succeed(rootOfHashes(row.slice(index * 2 ** level, (index + 1) * 2 ** level)))
const read = readOf(leaves)

/** The largest tree of which every proof is tried. */
const largest = times(24, 69)

/** The definition of RFC 6962 §2.1, word for word, as the oracle. */
function treeHash(row: readonly Uint8Array[]): Uint8Array {
  if (row.length === 0) return emptyRoot()
  if (row.length === 1) return present(row[0])
  let split = 1
  while (split * 2 < row.length) split *= 2
  return nodeHash(treeHash(row.slice(0, split)), treeHash(row.slice(split)))
}

describe('the tree', () => {
  it.each(vector.roots.map((root, size) => ({ size, root })))(
    'has the published root at size $size',
    async ({ size, root }) => {
      const row = vector.entries.slice(0, size).map((entry) => leafHash(hexToBytes(entry)))
      expect(bytesToHex(valueOf(await rootOf(size, readOf(row))))).toBe(root)
    },
  )

  it('has the root of the definition at every size', async () => {
    for (let size = 0; size <= 70; size++) {
      expect(valueOf(await rootOf(size, read))).toEqual(treeHash(leaves.slice(0, size)))
    }
  })

  it('has the root of the definition over a row of any length', () => {
    for (let size = 0; size <= 70; size++)
      expect(rootOfHashes(leaves.slice(0, size))).toEqual(treeHash(leaves.slice(0, size)))
  })

  it('tells why a proof is refused', () => {
    const claim = { index: 0, size: 2, leaf: present(leaves[0]), root: present(leaves[1]) }
    expect(verifyInclusion(claim, [present(leaves[1])])).toMatchObject({ problems: [{ code: 'LOG-0301' }] })
  })

  it('proves every leaf at every size, and nothing else', async () => {
    for (let size = 1; size <= largest; size++) {
      const root = treeHash(leaves.slice(0, size))
      for (let index = 0; index < size; index++) {
        const path = valueOf(await proveInclusion(index, size, read))
        const claim = { index, size, leaf: present(leaves[index]), root }
        expect(verifyInclusion(claim, path)).toEqual({ ok: true, value: true })
        expect(verifyInclusion({ ...claim, leaf: present(leaves[index + 1]) }, path).ok).toBe(false)
        expect(verifyInclusion({ ...claim, index: index ^ 1 }, path).ok).toBe(size === 1 && index === 1)
        expect(verifyInclusion(claim, [...path, root]).ok).toBe(false)
        if (path.length > 0) expect(verifyInclusion(claim, path.slice(1)).ok).toBe(false)
      }
    }
  })

  it('proves every pair of sizes, and no other roots', async () => {
    for (let newer = 0; newer <= largest; newer++) {
      for (let older = 0; older <= newer; older++) {
        const claim = {
          olderSize: older,
          olderRoot: treeHash(leaves.slice(0, older)),
          newerSize: newer,
          newerRoot: treeHash(leaves.slice(0, newer)),
        }
        const path = valueOf(await proveConsistency(older, newer, read))
        expect(verifyConsistency(claim, path)).toEqual({ ok: true, value: true })
        expect(verifyConsistency({ ...claim, olderRoot: present(leaves[69]) }, path).ok).toBe(false)
        if (older > 0) expect(verifyConsistency({ ...claim, newerRoot: present(leaves[69]) }, path).ok).toBe(false)
        expect(verifyConsistency(claim, [...path, present(leaves[0])]).ok).toBe(false)
      }
    }
  })

  it('refuses every proof with one bit changed', async () => {
    const sizes = fc
      .integer({ min: 2, max: 70 })
      .chain((newer) => fc.tuple(fc.integer({ min: 1, max: newer - 1 }), fc.constant(newer)))
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async ([older, newer], flip) => {
        const roots = [older, newer].map((size) => treeHash(leaves.slice(0, size)))
        const flipped = (path: readonly Uint8Array[]) =>
          path.map((hash, at) =>
            at === flip % path.length ? hash.with(flip % 32, present(hash[flip % 32]) ^ (1 << (flip % 8))) : hash,
          )
        const joins = valueOf(await proveConsistency(older, newer, read))
        const claim = { olderSize: older, olderRoot: present(roots[0]), newerSize: newer, newerRoot: present(roots[1]) }
        expect(verifyConsistency(claim, flipped(joins)).ok).toBe(false)
        const path = valueOf(await proveInclusion(older, newer, read))
        expect(
          verifyInclusion(
            { index: older, size: newer, leaf: present(leaves[older]), root: present(roots[1]) },
            flipped(path),
          ).ok,
        ).toBe(false)
      }),
    )
  })

  it.each([31, 33, 0])('refuses paths with a hash of %i bytes', (length) => {
    const odd = [new Uint8Array(length)]
    const [leaf, other] = [present(leaves[0]), present(leaves[1])]
    const claim = { index: 0, size: 2, leaf, root: nodeHash(leaf, other) }
    expect(verifyInclusion(claim, odd)).toMatchObject({ problems: [{ code: 'LOG-0301' }] })
    const joins = { olderSize: 1, olderRoot: leaf, newerSize: 2, newerRoot: claim.root }
    expect(verifyConsistency(joins, odd)).toMatchObject({ problems: [{ code: 'LOG-0302' }] })
  })

  it.each([
    { name: 'an older tree that is larger', change: { olderSize: 3 }, code: 'LOG-0304' },
    { name: 'a fraction', change: { olderSize: 0.5 }, code: 'LOG-0304' },
    { name: 'another root of the empty tree', change: { olderSize: 0, newerSize: 0 }, code: 'LOG-0302' },
    {
      name: 'an older root of the empty tree that it has not',
      change: { olderSize: 0, olderRoot: present(leaves[0]) },
      code: 'LOG-0302',
    },
    { name: 'another root of one size', change: { olderSize: 2 }, code: 'LOG-0302' },
  ])('joins no trees with $name', ({ change, code }) => {
    const claim = { olderRoot: emptyRoot(), newerSize: 2, newerRoot: present(leaves[2]), ...change }
    expect(verifyConsistency(claim, [])).toMatchObject({ problems: [{ code }] })
  })

  it.each([
    { name: 'a negative index', index: -1, size: 3 },
    { name: 'an index at the size', index: 3, size: 3 },
    { name: 'a fraction', index: 0.5, size: 3 },
    { name: 'an endless size', index: 0, size: Number.POSITIVE_INFINITY },
    { name: 'a fraction of a size', index: 0, size: 2.5 },
  ])('refuses $name', async ({ index, size }) => {
    const refused = { problems: [{ code: 'LOG-0303', values: { index, size } }] }
    const claim = { index, size, leaf: present(leaves[0]), root: present(leaves[0]) }
    expect(verifyInclusion(claim, [])).toMatchObject(refused)
    expect(await proveInclusion(index, size, read)).toMatchObject(refused)
  })
})

describe('ranges', () => {
  it.each([1, 2, 3, 255, 256, 257, 2 ** 31 + 1, 2 ** 48 - 1, 2 ** 53 - 1])(
    'of %i leaves fall apart into perfect subtrees, largest first',
    (width) => {
      const subtrees = subtreesOf({ start: 0, end: width })
      let at = 0
      for (const { level, index } of subtrees) {
        expect(index * 2 ** level).toBe(at)
        at += 2 ** level
      }
      expect(at).toBe(width)
      const levels = subtrees.map(({ level }) => level)
      expect(levels).toEqual([...new Set(levels)].toSorted((a, b) => b - a))
    },
  )

  it('of a proof over any size lie side by side and leave out one leaf', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 2 ** 53 - 1 }), fc.double({ min: 0, max: 1, noNaN: true }))
    fc.assert(
      fc.property(sizes, ([size, share]) => {
        const index = Math.min(size - 1, Math.floor(size * share))
        const ranges = [...inclusionRanges(index, size), { start: index, end: index + 1 }]
        ranges.sort((a, b) => a.start - b.start)
        expect(ranges[0]?.start).toBe(0)
        for (const [at, range] of ranges.entries()) expect(range.end).toBe(ranges[at + 1]?.start ?? size)
        expect(ranges.length).toBeLessThanOrEqual(54)
      }),
    )
  })
})

describe('proving consistency', () => {
  it.each([
    { name: 'an older size that is larger', older: 3, newer: 2 },
    { name: 'a negative older size', older: -1, newer: 2 },
    { name: 'a fraction', older: 0.5, newer: 2 },
    { name: 'a fraction of a newer size', older: 1, newer: 2.5 },
    { name: 'an endless newer size', older: 1, newer: Number.POSITIVE_INFINITY },
    { name: 'no numbers', older: Number.NaN, newer: Number.NaN },
  ])('refuses $name', async ({ older, newer }) => {
    expect(await proveConsistency(older, newer, read)).toMatchObject({ problems: [{ code: 'LOG-0304' }] })
    const claim = { olderSize: older, olderRoot: emptyRoot(), newerSize: newer, newerRoot: emptyRoot() }
    expect(verifyConsistency(claim, [])).toMatchObject({ problems: [{ code: 'LOG-0304' }] })
  })

  it('asks for nothing where nothing has to be joined', async () => {
    const nothing: SubtreeReader = async () => {
      throw new Error('asked')
    }
    expect(valueOf(await proveConsistency(0, 7, nothing))).toEqual([])
    expect(valueOf(await proveConsistency(7, 7, nothing))).toEqual([])
    expect(valueOf(await rootOf(0, nothing))).toEqual(emptyRoot())
  })

  it('passes on why hashes cannot be read', async () => {
    const broken: SubtreeReader = async () => fail('LOG-0403')
    for (const proved of [
      await proveConsistency(3, 7, broken),
      await proveInclusion(3, 7, broken),
      await rootOf(7, broken),
    ]) {
      expect(proved).toMatchObject({ problems: [{ code: 'LOG-0403' }] })
    }
  })
})
