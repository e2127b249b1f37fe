/** Four evaluators, one meaning: interpreter, diagram, generated code over records and over columns. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encode, makeColumn } from '../src/bulk/columns.ts'
import { unknownVerdict } from '../src/bulk/fours.ts'
import { generateAct, type GeneratedAct } from '../src/bulk/generate.ts'
import { compileAct, type CompiledAct, type Leaf } from '../src/diagram/compile.ts'
import { leafValue } from '../src/diagram/store.ts'
import { possibleCells } from '../src/fact/knowledge.ts'
import type { CompleteCase } from '../src/fact/condition.ts'
import { interpret, liveRules, rulesFor } from '../src/interpret/interpret.ts'
import { stackOf } from '../src/stack/stack.ts'
import type { Stack } from '../src/stack/layer.ts'
import { factsIn, isPossible, meets, sensibly } from './brute-force.ts'
import { caseOf, draws, knowing, laws, limitsOf, runs } from './random-law.ts'

const cases = fc.array(draws, { minLength: 1, maxLength: 40 })

describe('random law in complete cases', () => {
  it('reads the same in the diagram as in the interpreter: answer, duties and counsel', () => {
    fc.assert(
      fc.property(laws, cases, (law, drawn) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const compiled = compileAct(stack, law.act)
        for (const facts of drawn.map((draw) => caseOf(law.library, draw)).filter((facts) => isPossible(law, facts))) {
          const { state, duties, counsel } = interpret(stack, law.act, facts)
          const leaf = leafOf(compiled, facts)
          expect(leaf).toEqual({ kind: 'answer', state, duties, counsel })
        }
      }),
      runs(300),
    )
  })

  it('marks exactly the impossible cases, where an impossible combination bears on the act', () => {
    fc.assert(
      fc.property(laws, cases, (law, drawn) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const compiled = compileAct(stack, law.act)
        // A combination bears on the act if its facts are in the space; one without facts never does.
        const bears = limitsOf(law.library).filter(({ condition }) => {
          const read = factsIn(condition)
          return read.length > 0 && read.every((name) => compiled.space.levelOf.has(name))
        })
        for (const facts of drawn.map((draw) => caseOf(law.library, draw))) {
          const isImpossible = bears.some(({ condition }) => meets(condition, facts))
          expect(leafOf(compiled, facts).kind === 'impossible').toBe(isImpossible)
        }
      }),
      runs(150),
    )
  })

  it('reads nothing where a question makes no sense, whatever the answer to it', () => {
    fc.assert(
      fc.property(laws, cases, (law, drawn) => {
        const { vocabulary } = law.library
        const facts = vocabulary.facts.map((fact) => ({ ...fact, sense: null }))
        const plain = stackOf({ ...law.library, vocabulary: { ...vocabulary, facts } }, law.place, law.asOf)
        const stack = stackOf(law.library, law.place, law.asOf)
        for (const drawnCase of drawn.map((draw) => caseOf(law.library, draw))) {
          const { state, live, counsel } = interpret(stack, law.act, drawnCase)
          const as = interpret(plain, law.act, sensibly(law, drawnCase))
          expect({ state, live, counsel }).toEqual({ state: as.state, live: as.live, counsel: as.counsel })
        }
      }),
      runs(300),
    )
  })

  it('comes out the same in generated code over records as in the interpreter', () => {
    fc.assert(
      fc.property(laws, cases, (law, drawn) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const generated = generateAct(stack, law.act)
        for (const facts of drawn.map((draw) => caseOf(law.library, draw))) {
          expect(generated.decideRecord(Object.fromEntries(facts))).toBe(interpret(stack, law.act, facts).state)
        }
      }),
      runs(300),
    )
  })

  it('comes out the same in generated code over columns, with the live rules of the reading in which everything counts', () => {
    fc.assert(
      fc.property(laws, cases, (law, drawn) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const all = drawn.map((draw) => caseOf(law.library, draw))
        const generated = generateAct(stack, law.act)
        const { states, live } = decideAll(generated, all)
        for (const [row, facts] of all.entries()) {
          expect(states[row]).toBe(interpret(stack, law.act, facts).state)
          expect(live[row]).toEqual(liveIds(stack, law.act, facts))
        }
      }),
      runs(300),
    )
  })

  it('comes out the same for a row over columns whatever stands in the rows beside it, and wherever the columns begin', () => {
    fc.assert(
      fc.property(
        laws,
        cases,
        fc.integer({ min: 1, max: 9 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (law, drawn, count, stream) => {
          const stack = stackOf(law.library, law.place, law.asOf)
          const generated = generateAct(stack, law.act)
          const all = Array.from({ length: count }, (_, row) => {
            const facts = drawn[row % drawn.length]
            const kept = [...(facts === undefined ? [] : caseOf(law.library, facts))]
            return new Map(kept.filter(() => (stream.next().value ?? 0) < 0.8))
          })
          const together = decideAll(generated, all)
          for (const [row, facts] of all.entries()) {
            const alone = decideAll(generated, [facts])
            expect([together.states[row], together.live[row]]).toEqual([alone.states[0], alone.live[0]])
            expect(together.states[row]).toBe(generated.decideRecord(Object.fromEntries(facts)))
          }
        },
      ),
      runs(300),
    )
  })

  it('answers unknown over records and columns exactly where a fact that is read has no value and is not volunteered', () => {
    fc.assert(
      fc.property(laws, draws, fc.constantFrom('agency', 'a', 'b', 'c', 'n', 'd', 'v'), (law, drawn, missing) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const generated = generateAct(stack, law.act)
        const facts = new Map(caseOf(law.library, drawn))
        facts.delete(missing)
        const isRead = missing !== 'v' && generated.columns.some(({ fact }) => fact === missing)
        expect(generated.decideRecord(Object.fromEntries(facts)) === unknownVerdict).toBe(isRead)
        expect(decideAll(generated, [facts]).states[0] === unknownVerdict).toBe(isRead)
        if (missing !== 'v') return
        const no = interpret(stack, law.act, new Map([...facts, ['v', 'no']])).state
        expect(generated.decideRecord(Object.fromEntries(facts))).toBe(no)
        expect(decideAll(generated, [facts]).states[0]).toBe(no)
      }),
      runs(200),
    )
  })
})

function leafOf(compiled: CompiledAct, facts: CompleteCase): Leaf | { readonly kind: 'none' } {
  const cells = possibleCells(compiled.space, knowing(facts))
  let at = compiled.diagram
  while (at >= 0) at = compiled.store.child(at, Math.log2(cells[compiled.store.level(at)] ?? 0))
  return compiled.leaves[leafValue(at)] ?? { kind: 'none' }
}

function decideAll(
  generated: GeneratedAct,
  cases: readonly CompleteCase[],
): { readonly states: Uint8Array; readonly live: readonly (readonly string[])[] } {
  const columns = generated.columns.map((type, index) => {
    // A column may be a part of a longer one.
    const column = makeColumn(type, cases.length + index).subarray(index)
    for (const [row, facts] of cases.entries()) column[row] = encode(type, facts.get(type.fact)) ?? -1
    return column
  })
  const states = new Uint8Array(cases.length)
  const words = Array.from({ length: Math.ceil(generated.rules.length / 32) }, () => new Int32Array(cases.length))
  generated.decideColumns(columns, cases.length, states, words)
  const live = cases.map((_, row) =>
    generated.rules
      .filter((_rule, index) => ((words[index >> 5]?.[row] ?? 0) >>> (index & 31)) & 1)
      .map(({ id }) => id),
  )
  return { states, live }
}

function liveIds(stack: Stack, act: string, facts: CompleteCase): readonly string[] {
  return stack.layers
    .flatMap(({ instruments }) => instruments)
    .flatMap((standing) => liveRules(rulesFor(standing, act, []), facts, stack.vocabulary))
    .map(({ id }) => id)
}
