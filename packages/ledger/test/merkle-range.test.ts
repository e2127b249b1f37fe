/** Which parts of a tree its root and proofs are made of, and what is asked of whoever reads them. */
import { describe, expect, it } from 'vitest'
import { emptyRoot, hashLength, leafHash, nodeHash, rootOfHashes } from '../src/merkle/hash.ts'
import {
  proveConsistency,
  proveInclusion,
  rootOf,
  verifyConsistency,
  verifyInclusion,
  type SubtreeReader,
} from '../src/merkle/proof.ts'
import { consistencyRanges, inclusionRanges, subtreesOf, type Subtree } from '../src/merkle/range.ts'
import { fail, succeed } from '../src/problem/problem.ts'

const leaf = leafHash(Uint8Array.of(1))
const other = leafHash(Uint8Array.of(2))

describe('the perfect subtrees of a range', () => {
  it.each([
    { name: 'nothing', range: { start: 3, end: 3 }, is: [] },
    { name: 'one leaf', range: { start: 3, end: 4 }, is: [[0, 3]] },
    { name: 'a whole tree', range: { start: 0, end: 8 }, is: [[3, 0]] },
    {
      name: 'a tree that is not perfect',
      range: { start: 0, end: 7 },
      is: [
        [2, 0],
        [1, 2],
        [0, 6],
      ],
    },
    {
      name: 'the right half of one',
      range: { start: 8, end: 13 },
      is: [
        [2, 2],
        [0, 12],
      ],
    },
    // log2 rounds up here, to 2^49, though one leaf is missing.
    { name: 'one leaf less than 2^49', range: { start: 2 ** 49 - 1, end: 2 ** 49 }, is: [[0, 2 ** 49 - 1]] },
  ])('of $name', ({ range, is }) => {
    expect(subtreesOf(range).map(({ level, index }) => [level, index])).toEqual(is)
  })

  it('fill the range where the width is one below a power of two', () => {
    for (const level of [10, 30, 49, 52]) {
      const subtrees = subtreesOf({ start: 0, end: 2 ** level - 1 })
      expect(subtrees.map((one) => one.level)).toEqual(Array.from({ length: level }, (_, at) => level - 1 - at))
      expect(subtrees.reduce((sum, one) => sum + 2 ** one.level, 0)).toBe(2 ** level - 1)
    }
  })
})

describe('the ranges of a proof', () => {
  it.each([
    { index: 0, size: 1, is: [] },
    {
      index: 0,
      size: 3,
      is: [
        [1, 2],
        [2, 3],
      ],
    },
    { index: 2, size: 3, is: [[0, 2]] },
    {
      index: 4,
      size: 7,
      is: [
        [5, 6],
        [6, 7],
        [0, 4],
      ],
    },
  ])('that leaf $index is in a tree of $size', ({ index, size, is }) => {
    expect(inclusionRanges(index, size).map(({ start, end }) => [start, end])).toEqual(is)
  })

  it.each([
    { older: 4, newer: 4, is: [] },
    { older: 4, newer: 7, is: [[4, 7]] },
    {
      older: 3,
      newer: 7,
      is: [
        [2, 3],
        [3, 4],
        [0, 2],
        [4, 7],
      ],
    },
    {
      older: 6,
      newer: 7,
      is: [
        [4, 6],
        [6, 7],
        [0, 4],
      ],
    },
  ])('that a tree of $newer begins with one of $older', ({ older, newer, is }) => {
    expect(consistencyRanges(older, newer).map(({ start, end }) => [start, end])).toEqual(is)
  })
})

describe('hashes', () => {
  it('put a zero before an entry and a one before two hashes', () => {
    expect(leafHash(new Uint8Array(2 * hashLength))).not.toEqual(nodeHash(new Uint8Array(32), new Uint8Array(32)))
    expect(nodeHash(leaf, other)).not.toEqual(nodeHash(other, leaf))
    expect(nodeHash(leaf, other)).toEqual(rootOfHashes([leaf, other]))
  })

  it('of no leaf are those of nothing, and of one leaf the leaf itself', () => {
    expect(rootOfHashes([])).toEqual(emptyRoot())
    expect(rootOfHashes([leaf])).toEqual(leaf)
  })

  it('without a right one go up as they are', () => {
    expect(rootOfHashes([leaf, other, leaf])).toEqual(nodeHash(nodeHash(leaf, other), leaf))
  })
})

describe('a reader of hashes', () => {
  const asked: Subtree[] = []
  const read: SubtreeReader = async (subtree) => {
    asked.push(subtree)
    return succeed(leaf)
  }
  const broken: SubtreeReader = async () => fail('LOG-0301')

  it('is asked for nothing by an empty tree, an empty older tree and equal trees', async () => {
    expect(await rootOf(0, read)).toEqual(succeed(emptyRoot()))
    expect(await proveConsistency(0, 7, read)).toEqual(succeed([]))
    expect(await proveConsistency(7, 7, read)).toEqual(succeed([]))
    expect(await proveInclusion(0, 1, read)).toEqual(succeed([]))
    expect(asked).toEqual([])
  })

  it('that fails ends a proof with its own problem', async () => {
    expect(await rootOf(3, broken)).toMatchObject({ problems: [{ code: 'LOG-0301' }] })
    expect(await proveInclusion(0, 3, broken)).toMatchObject({ problems: [{ code: 'LOG-0301' }] })
    expect(await proveConsistency(2, 3, broken)).toMatchObject({ problems: [{ code: 'LOG-0301' }] })
  })

  it.each([
    [3, 2],
    [-1, 2],
    [0.5, 2],
    [1, Number.NaN],
    [0, -1],
  ])('is not asked to join a tree of %d to one of %d', async (older, newer) => {
    expect(await proveConsistency(older, newer, broken)).toMatchObject({ problems: [{ code: 'LOG-0304' }] })
  })

  it.each([
    [3, 3],
    [4, 3],
    [-1, 3],
    [0, 0.5],
    [0, -1],
  ])('is not asked to prove leaf %d of %d', async (index, size) => {
    expect(await proveInclusion(index, size, broken)).toMatchObject({
      problems: [{ code: 'LOG-0303', values: { index, size } }],
    })
  })
})

describe('a proof is refused', () => {
  const root = nodeHash(leaf, other)
  const claim = { index: 0, size: 2, leaf, root }
  const joins = { olderSize: 1, olderRoot: leaf, newerSize: 2, newerRoot: root }

  it('by name where the leaf cannot be in the tree', () => {
    for (const bad of [{ index: 2 }, { index: -1 }, { index: 0.5 }, { size: -1 }, { size: 2.5 }])
      expect(verifyInclusion({ ...claim, ...bad }, [other])).toMatchObject({
        problems: [{ code: 'LOG-0303', values: { ...{ index: 0, size: 2 }, ...bad } }],
      })
  })

  it('where it is too short, too long, or leads elsewhere', () => {
    expect(verifyInclusion(claim, [other]).ok).toBe(true)
    for (const path of [[], [other, other], [leaf]])
      expect(verifyInclusion(claim, path)).toMatchObject({ problems: [{ code: 'LOG-0301' }] })
    expect(verifyConsistency(joins, [other]).ok).toBe(true)
    for (const path of [[], [other, other], [leaf]])
      expect(verifyConsistency(joins, path)).toMatchObject({ problems: [{ code: 'LOG-0302' }] })
  })

  it('where sizes are none, or go backwards', () => {
    for (const bad of [{ olderSize: 3 }, { olderSize: -1 }, { newerSize: 2.5 }, { newerSize: -1, olderSize: -2 }])
      expect(verifyConsistency({ ...joins, ...bad }, [other])).toMatchObject({ problems: [{ code: 'LOG-0304' }] })
  })

  it('where one of its hashes is no hash, also in a place that is not read', () => {
    const [short, long] = [new Uint8Array(31), new Uint8Array(33)]
    for (const odd of [short, long]) {
      expect(verifyInclusion(claim, [odd])).toMatchObject({ problems: [{ code: 'LOG-0301' }] })
      expect(verifyConsistency(joins, [odd])).toMatchObject({ problems: [{ code: 'LOG-0302' }] })
    }
  })

  it('between trees of one size, unless both have one root and the path is empty', () => {
    const same = { olderSize: 2, olderRoot: root, newerSize: 2, newerRoot: root }
    expect(verifyConsistency(same, [])).toEqual(succeed(true))
    expect(verifyConsistency(same, [leaf])).toMatchObject({ problems: [{ code: 'LOG-0302' }] })
    expect(verifyConsistency({ ...same, olderRoot: leaf }, [])).toMatchObject({ problems: [{ code: 'LOG-0302' }] })
  })

  it('from the empty tree, unless its root is that of nothing and the path is empty', () => {
    const empty = { olderSize: 0, olderRoot: emptyRoot(), newerSize: 2, newerRoot: root }
    expect(verifyConsistency(empty, [])).toEqual(succeed(true))
    expect(verifyConsistency(empty, [leaf])).toMatchObject({ problems: [{ code: 'LOG-0302' }] })
    expect(verifyConsistency({ ...empty, olderRoot: leaf }, [])).toMatchObject({ problems: [{ code: 'LOG-0302' }] })
    const both = { ...empty, newerSize: 0, newerRoot: emptyRoot() }
    expect(verifyConsistency(both, [])).toEqual(succeed(true))
    expect(verifyConsistency({ ...both, newerRoot: leaf }, [])).toMatchObject({ problems: [{ code: 'LOG-0302' }] })
  })

  it('where only one of the two roots comes out', () => {
    const three = nodeHash(root, leaf)
    const path = [leaf]
    const claimed = { olderSize: 2, olderRoot: root, newerSize: 3, newerRoot: three }
    expect(verifyConsistency(claimed, path)).toEqual(succeed(true))
    expect(verifyConsistency({ ...claimed, olderRoot: leaf }, path).ok).toBe(false)
    expect(verifyConsistency({ ...claimed, newerRoot: leaf }, path).ok).toBe(false)
    const inPath = { olderSize: 3, olderRoot: three, newerSize: 4, newerRoot: nodeHash(root, nodeHash(leaf, other)) }
    const walk = [leaf, other, root]
    expect(verifyConsistency(inPath, walk)).toEqual(succeed(true))
    expect(verifyConsistency({ ...inPath, olderRoot: other }, walk).ok).toBe(false)
    expect(verifyConsistency({ ...inPath, newerRoot: other }, walk).ok).toBe(false)
  })
})
