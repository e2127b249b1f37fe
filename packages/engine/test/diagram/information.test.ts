/** What a question tells, against sums over every possible case. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedEntropy } from '../../src/diagram/information.ts'
import { reachedFrom, relevantLevels } from '../../src/diagram/reached.ts'
import { DiagramStore, leaf, type Diagram } from '../../src/diagram/store.ts'
import { runs } from '../random-law.ts'

const arities = [2, 3, 2, 2] as const
const every: readonly (readonly number[])[] = arities.reduce<readonly (readonly number[])[]>(
  (cases, arity) => cases.flatMap((one) => Array.from({ length: arity }, (_, cell) => [...one, cell])),
  [[]],
)

/** A function of all cases, with the cells that are possible and how likely each is. Its value 0 is no case at all. */
interface Asked {
  readonly values: readonly number[]
  readonly possible: readonly number[]
  readonly weights: readonly (readonly number[])[]
}

const asked: fc.Arbitrary<Asked> = fc.record({
  values: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: every.length, maxLength: every.length }),
  possible: fc.tuple(...arities.map((arity) => fc.integer({ min: 1, max: 2 ** arity - 1 }))),
  weights: fc.tuple(
    ...arities.map((arity) => fc.array(fc.integer({ min: 1, max: 4 }), { minLength: arity, maxLength: arity })),
  ),
})

describe('the information of a question', () => {
  it('is what the sums over all cases say', () => {
    fc.assert(
      fc.property(asked, (one) => {
        const { store, diagram } = made(one)
        const { possible, weights } = one
        const levels = [...arities.keys()]
        const { now, after } = expectedEntropy(
          {
            store,
            reached: reachedFrom(store, diagram, possible),
            possible,
            classes: 3,
            classOf: (value) => value - 1,
            weightOf: (level, cell) => weights[level]?.[cell] ?? 0,
          },
          levels,
        )
        expect(now).toBeCloseTo(
          entropyOf(one, () => true),
          9,
        )
        for (const level of levels) expect(after[level]).toBeCloseTo(entropyAfter(one, level), 9)
      }),
      runs(300),
    )
  })

  it('is asked for exactly where the answer can change the value alone', () => {
    fc.assert(
      fc.property(asked, (one) => {
        const { store, diagram } = made(one)
        const reached = reachedFrom(store, diagram, one.possible)
        const expected = [...arities.keys()].filter((level) => canChange(one, level))
        expect(relevantLevels(store, reached, () => false)).toEqual(expected)
      }),
      runs(300),
    )
  })

  it('leaves out the values that are none', () => {
    // 0 0 / 1 1: the first cell of the first level is no case, so nothing can change.
    const store = new DiagramStore([2, 2])
    const diagram = store.node(0, [leaf(0), leaf(1)])
    const reached = reachedFrom(store, diagram, [3, 3])
    expect(relevantLevels(store, reached, () => false)).toEqual([0])
    expect(relevantLevels(store, reached, (value) => value === 0)).toEqual([])
  })
})

function made({ values }: Asked): { readonly store: DiagramStore; readonly diagram: Diagram } {
  const store = new DiagramStore(arities)
  const build = (level: number, from: number): Diagram => {
    const arity = arities[level]
    if (arity === undefined) return leaf(values[from] ?? 0)
    return store.node(
      level,
      Array.from({ length: arity }, (_, cell) => build(level + 1, from * arity + cell)),
    )
  }
  return { store, diagram: build(0, 0) }
}

function isOpen({ possible }: Asked, one: readonly number[]): boolean {
  return one.every((cell, level) => ((possible[level] ?? 0) >>> cell) & 1)
}

function likelihood({ weights }: Asked, one: readonly number[]): number {
  return one.reduce((product, cell, level) => product * (weights[level]?.[cell] ?? 0), 1)
}

/** The weight of each value that is a case, among the possible cases that are asked for. */
function masses(law: Asked, isIn: (one: readonly number[]) => boolean): readonly number[] {
  const sums = [0, 0, 0]
  for (const [index, one] of every.entries()) {
    const at = (law.values[index] ?? 0) - 1
    if (at >= 0 && isOpen(law, one) && isIn(one)) sums[at] = (sums[at] ?? 0) + likelihood(law, one)
  }
  return sums
}

function entropyOf(law: Asked, isIn: (one: readonly number[]) => boolean): number {
  const sums = masses(law, isIn)
  const whole = total(sums)
  return sums.reduce((bits, sum) => (sum === 0 ? bits : bits - (sum / whole) * Math.log2(sum / whole)), 0)
}

function entropyAfter(law: Asked, level: number): number {
  const cells = Array.from(
    { length: arities[level] ?? 0 },
    (_, cell) => (one: readonly number[]) => one[level] === cell,
  )
  const whole = total(masses(law, () => true))
  if (whole === 0) return 0
  return total(cells.map((isIn) => (total(masses(law, isIn)) / whole) * entropyOf(law, isIn)))
}

function canChange(law: Asked, level: number): boolean {
  const values = new Map<string, number>()
  return every.some((one, index) => {
    if (!isOpen(law, one)) return false
    const rest = one.map((cell, at) => (at === level ? '*' : cell)).join()
    const value = law.values[index] ?? 0
    const before = values.get(rest) ?? value
    values.set(rest, value)
    return before !== value
  })
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}
