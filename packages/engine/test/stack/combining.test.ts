/** The written tables against three evaluators; `sql/combining.test.ts` has the fourth. */
import { describe, expect, it } from 'vitest'
import { encode, makeColumn } from '../../src/bulk/columns.ts'
import { generateAct } from '../../src/bulk/generate.ts'
import { compileAct, type CompiledAct } from '../../src/diagram/compile.ts'
import { leafValue } from '../../src/diagram/store.ts'
import { cellIndex } from '../../src/fact/space.ts'
import type { CompleteCase } from '../../src/fact/condition.ts'
import { interpret } from '../../src/interpret/interpret.ts'
import { rankNames } from './combining-table.ts'
import { writtenLaws } from './combining-law.ts'

function nameOf(state: number | undefined): string {
  return rankNames[state ?? -1] ?? `no answer: ${state}`
}

function leafOf({ space, store, diagram, leaves }: CompiledAct, facts: CompleteCase): string {
  let at = diagram
  while (at >= 0) {
    const variable = space.variables[store.level(at)]
    if (variable === undefined) throw new Error('a node without a fact')
    at = store.child(at, cellIndex(variable, facts.get(variable.name) ?? ''))
  }
  const leaf = leaves[leafValue(at)]
  return leaf?.kind === 'answer' ? nameOf(leaf.state) : 'impossible'
}

describe.each(writtenLaws)('the written table of $name', ({ stack, act, cases }) => {
  const says = cases.map((one) => `${one.why} => ${one.says}`)

  it('is what the interpreter says', () => {
    expect(cases.map(({ why, facts }) => `${why} => ${nameOf(interpret(stack, act, facts).state)}`)).toEqual(says)
  })

  it('is what the diagram says', () => {
    const compiled = compileAct(stack, act)
    expect(cases.map(({ why, facts }) => `${why} => ${leafOf(compiled, facts)}`)).toEqual(says)
  })

  it('is what generated code says, over records and over columns', () => {
    const generated = generateAct(stack, act)
    const columns = generated.columns.map((type) => {
      const column = makeColumn(type, cases.length)
      for (const [row, { facts }] of cases.entries()) column[row] = encode(type, facts.get(type.fact)) ?? -1
      return column
    })
    const states = new Uint8Array(cases.length)
    const live = Array.from({ length: Math.ceil(generated.rules.length / 32) }, () => new Int32Array(cases.length))
    generated.decideColumns(columns, cases.length, states, live)
    expect(cases.map(({ why }, row) => `${why} => ${nameOf(states[row])}`)).toEqual(says)
    const records = cases.map(({ facts }) => generated.decideRecord(Object.fromEntries(facts)))
    expect(cases.map(({ why }, row) => `${why} => ${nameOf(records[row])}`)).toEqual(says)
  })
})
