/** One act under one policy or two, compiled into one space, so that both read the same completion of unknown facts. */
import { compileAct, verdictOf, type CompiledAct, type Knowledge, type Stack } from '@brightline/engine'
import type { Condition, Verdict } from '@brightline/language'

/** The verdicts in the order of their bits. */
export const verdicts = [
  'required',
  'prohibited',
  'permitted',
  'no-rule',
  'conflict',
] as const satisfies readonly Verdict[]

/** The bit of the pair (before, after). */
export function pairBit(before: number, after: number): number {
  return 2 ** (before * verdicts.length + after)
}

/** An act under both policies; where there is one, it is compared with itself. */
export interface ActTogether {
  readonly act: string
  readonly before: CompiledAct
  readonly after: CompiledAct
}

/** Compiles an act of two stacks into one space. */
export function compileTogether(act: string, before: Stack, after: Stack): ActTogether {
  if (before === after) {
    const compiled = compileAct(before, act)
    return { act, before: compiled, after: compiled }
  }
  const first = compileAct(before, act)
  const second = compileAct(after, act, { extraTests: testsOfSpace(first) })
  return { act, before: compileAct(before, act, { space: second.space }), after: second }
}

/** For each level of the space, a bit for each cell that is still possible. */
export function possibleCells({ space }: CompiledAct, knowledge: Knowledge): readonly number[] {
  return space.variables.map(({ name, cells }) => {
    const known = knowledge.get(name)
    if (known?.kind !== 'value') return 2 ** cells.length - 1
    const { value } = known
    const at = cells.findIndex((cell) => {
      switch (cell.kind) {
        case 'name':
          return cell.name === value
        case 'range':
          return typeof value === 'number' && cell.from <= value && value <= cell.to
        case 'never':
          return value === 'never'
      }
    })
    return at < 0 ? 0 : 2 ** at
  })
}

/**
 * Every pair of verdicts that some completion of the unknown facts leads to, as bits (`pairBit`); 0 where the facts
 * cannot be true together. One completion decides both policies, so a policy never differs from itself.
 */
export function possiblePairs({ before, after }: ActTogether, possible: readonly number[]): number {
  const ofBefore = verdictByLeaf(before)
  const ofAfter = verdictByLeaf(after)
  const memo = new Map<number, number>()
  const walk = (a: number, b: number): number => {
    if (a < 0 && b < 0) {
      const [one, other] = [ofBefore[-1 - a] ?? -1, ofAfter[-1 - b] ?? -1]
      return one < 0 || other < 0 ? 0 : pairBit(one, other)
    }
    const key = (a + 1024) * 67_108_864 + b + 1024
    const known = memo.get(key)
    if (known !== undefined) return known
    const [levelA, levelB] = [before.store.level(a), after.store.level(b)]
    const level = Math.min(levelA, levelB)
    const cells = possible[level] ?? 0
    let bits = 0
    for (let cell = 0; cells / 2 ** cell >= 1; cell++) {
      if (Math.floor(cells / 2 ** cell) % 2 === 0) continue
      bits |= walk(
        levelA === level ? before.store.child(a, cell) : a,
        levelB === level ? after.store.child(b, cell) : b,
      )
    }
    memo.set(key, bits)
    return bits
  }
  return walk(before.diagram, after.diagram)
}

/** The verdicts of one side of some pairs, as bits in the order of `verdicts`. */
export function sideOf(pairs: number, side: 'before' | 'after'): number {
  let bits = 0
  for (let before = 0; before < verdicts.length; before++) {
    for (let after = 0; after < verdicts.length; after++) {
      if (pairs & pairBit(before, after)) bits |= 1 << (side === 'before' ? before : after)
    }
  }
  return bits
}

/** By leaf: the place of its verdict, or -1 where the case cannot be. */
function verdictByLeaf(compiled: CompiledAct): readonly number[] {
  const known = verdictsByAct.get(compiled)
  if (known !== undefined) return known
  const made = compiled.leaves.map((leaf) =>
    leaf.kind === 'impossible' ? -1 : verdicts.indexOf(verdictOf(leaf.state)),
  )
  verdictsByAct.set(compiled, made)
  return made
}

const verdictsByAct = new WeakMap<CompiledAct, readonly number[]>()

type Test = Extract<Condition, { readonly fact: string }>

/** Tests that cut a space as another one is cut. */
function testsOfSpace({ space }: CompiledAct): readonly Test[] {
  return space.variables.flatMap(({ name, cells }) =>
    cells.map((cell): Test => {
      switch (cell.kind) {
        case 'name':
          return { kind: 'is', fact: name, values: [cell.name] }
        case 'range':
          return { kind: 'range', fact: name, from: cell.from, to: cell.to }
        case 'never':
          return { kind: 'never', fact: name }
      }
    }),
  )
}
