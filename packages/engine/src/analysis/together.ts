/** One act under two laws, compiled into one space, so that both read the same completion of unknown facts. */
import type { Verdict } from '@brightline/language'
import { possibleCells, type Knowledge } from '../fact/knowledge.ts'
import { compiledFor } from '../decide/decide.ts'
import { prepared, verdicts } from '../decide/prepared.ts'
import { spaceOf, testsOn } from '../diagram/bearing.ts'
import { compileAct, type CompiledAct } from '../diagram/compile.ts'
import { leafValue, type Diagram } from '../diagram/store.ts'
import type { Possible } from '../diagram/walk.ts'
import type { Stack } from '../stack/layer.ts'
import { joinVocabularies } from './joint.ts'

/** The verdicts of both laws on one completion. */
export interface VerdictPair {
  readonly before: Verdict
  readonly after: Verdict
}

/** An act under two laws. */
export interface ActTogether {
  readonly act: string
  /**
   * Lists every pair of verdicts that some completion of the unknown facts leads to; none where the facts cannot be
   * true together. One completion decides both sides, so a law never differs from itself.
   */
  readonly possiblePairs: (knowledge: Knowledge) => readonly VerdictPair[]
}

/**
 * Puts an act of two stacks together.
 *
 * @example
 * const stack = stackOf(library, 'us/ca', '2026-11-01')
 * actTogether('hold', stack, stack).possiblePairs(new Map()).every(({ before, after }) => before === after) // => true
 */
export function actTogether(act: string, before: Stack, after: Stack): ActTogether {
  const [one, other] = before === after ? alone(act, before) : inOneSpace(act, before, after)
  const walk = pairWalk(one, other)
  return { act, possiblePairs: (knowledge) => pairsOf(walk(possibleCells(one.space, knowledge))) }
}

type Both = readonly [one: CompiledAct, other: CompiledAct]

function alone(act: string, stack: Stack): Both {
  const compiled = compiledFor(stack, act)
  return [compiled, compiled]
}

/** Compiles both sides in one space: the tests of both cut it, and decide which impossible combinations bear on the act. */
function inOneSpace(act: string, before: Stack, after: Stack): Both {
  const extraTests = [...testsOn(before, act), ...testsOn(after, act)]
  const { space } = spaceOf(joinVocabularies(before.vocabulary, after.vocabulary), extraTests)
  return [compileAct(before, act, { extraTests, space }), compileAct(after, act, { extraTests, space })]
}

/** Makes the walk of two diagrams at once: it gives the bits of every pair of verdicts that a possible case reaches. */
function pairWalk(one: CompiledAct, other: CompiledAct): (possible: Possible) => number {
  const [bitsOfOne, bitsOfOther] = [prepared(one).verdictBits, prepared(other).verdictBits]
  return (possible) => {
    const memo = new Map<number, number>()
    const step = (a: Diagram, b: Diagram): number => {
      if (a < 0 && b < 0) return pairBit(bitsOfOne[leafValue(a)] ?? 0, bitsOfOther[leafValue(b)] ?? 0)
      // Diagrams are far below 2^25 in size, so that a pair of them is one exact number.
      const key = (a + 2 ** 25) * 2 ** 26 + b + 2 ** 25
      const known = memo.get(key)
      if (known !== undefined) return known
      const [levelOfA, levelOfB] = [one.store.level(a), other.store.level(b)]
      const level = Math.min(levelOfA, levelOfB)
      const cells = possible[level] ?? 0
      let bits = 0
      for (let cell = 0; cells >>> cell !== 0; cell++) {
        if (!((cells >>> cell) & 1)) continue
        bits |= step(
          levelOfA === level ? one.store.child(a, cell) : a,
          levelOfB === level ? other.store.child(b, cell) : b,
        )
      }
      memo.set(key, bits)
      return bits
    }
    return step(one.diagram, other.diagram)
  }
}

/** Makes the bit of a pair of verdicts; none where one side calls the case impossible. */
function pairBit(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : 1 << ((31 - Math.clz32(one)) * verdicts.length + (31 - Math.clz32(other)))
}

const allPairs: readonly VerdictPair[] = verdicts.flatMap((before) => verdicts.map((after) => ({ before, after })))

function pairsOf(bits: number): readonly VerdictPair[] {
  return allPairs.filter((_, index) => (bits >>> index) & 1)
}
