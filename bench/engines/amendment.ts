/** What an amendment of one provision changes: our comparison from cold rules, and a solver asked for one case. */
import * as path from 'node:path'
import { stackOf, type Stack } from '@brightline/engine'
import type { Condition, Library } from '@brightline/language'
import { caseIn } from '../../packages/engine/src/analysis/case.ts'
import { compareAct } from '../../packages/engine/src/analysis/compare.ts'
import { countOnes } from '../../packages/engine/src/analysis/count.ts'
import { join } from '../../packages/engine/src/analysis/joint.ts'
import { median } from '../measure.ts'

/** Milliseconds from cold rules to the answer, and what was found. */
export interface Impact {
  readonly ms: number
  readonly found: string
}

const lookBack = 'ca.listed-wobbler-years'

/** Every case that changes, counted, with one of them, when the wobbler look-back is dropped. */
export function ourImpact(library: Library, asOf: string, act: string): Impact {
  return timeCold(library, asOf, (left, right) => {
    const joint = join(left, right, act)
    const { store } = joint.left
    const changed = store.map(joint.changed, (pair) => (pair === 0 ? 0 : 1))
    return `every case: ${countOnes(store, changed).toLocaleString('en')}, and one of ${caseIn(joint.left, changed).size} facts`
  })
}

/** The same with kinds, sections, words and a case of each, re-decided by the interpreter: what `compare` prints. */
export function comparisonInWords(library: Library, asOf: string, act: string): Impact {
  return timeCold(library, asOf, (left, right) => {
    const comparison = compareAct(left, right, act)
    if (comparison.kind !== 'changed') throw new Error('the amendment changes nothing')
    return `every case, in ${comparison.verdicts.length} kinds, in words`
  })
}

function timeCold(library: Library, asOf: string, run: (left: Stack, right: Stack) => string): Impact {
  const times: number[] = []
  let found = ''
  for (let turn = 0; turn < 15; turn++) {
    // New objects, so that nothing is remembered from the turn before.
    const [left, right] = [{ ...library, instruments: [...library.instruments] }, amended(library)]
    const start = performance.now()
    found = run(stackOf(left, 'us/ca', asOf), stackOf(right, 'us/ca', asOf))
    times.push(performance.now() - start)
  }
  return { ms: median(times), found }
}

interface Expression {
  readonly and: (other: unknown) => Expression
  readonly or: (other: unknown) => Expression
  readonly not: () => Expression
  readonly le: (limit: number) => Expression
  readonly neq: (other: unknown) => Expression
}

interface Z3 {
  readonly Context: (name: string) => {
    readonly Bool: { readonly const: (name: string) => Expression }
    readonly Int: { readonly const: (name: string) => Expression }
    readonly Solver: new () => {
      readonly add: (claim: unknown) => void
      readonly check: () => Promise<string>
      readonly model: () => unknown
    }
  }
}

/** One case that changes, from z3-solver, on the decision simplified by hand. The solver is already loaded. */
export async function solverImpact(): Promise<Impact & { readonly loadMs: number }> {
  const before = performance.now()
  // The package is not installed where this is type-checked.
  const { init } = (await import(path.join(import.meta.dirname, 'node_modules/z3-solver/build/node.js'))) as {
    init: () => Promise<Z3>
  }
  const { Context } = await init()
  const loadMs = performance.now() - before
  const times: number[] = []
  let found = ''
  for (let run = 0; run < 5; run++) {
    const start = performance.now()
    const { Bool, Int, Solver } = Context(`run${run}`)
    const [isPublic, isReducible, isCharged] = ['public', 'prop47', 'charged'].map((name) => Bool.const(name))
    const others = ['serious', 'prison', 'registry', 'aggravated', 'warrant'].map((name) => Bool.const(name))
    const [wobbler, felony] = ['wobbler', 'felony'].map((name) => Int.const(name))
    if (!isPublic || !isReducible || !isCharged || !wobbler || !felony) throw new Error('no variables')
    const permitted = (years: number): Expression => {
      const convicted = others.reduce((a, b) => a.or(b), wobbler.le(years).or(felony.le(15)))
      return isPublic.or(isReducible.not().and(convicted.or(isCharged)))
    }
    const solver = new Solver()
    solver.add(permitted(5).neq(permitted(200)))
    found = `${await solver.check()}: one case`
    solver.model()
    times.push(performance.now() - start)
  }
  return { ms: median(times), found, loadMs }
}

function amended(library: Library): Library {
  const drop = (condition: Condition): Condition => {
    switch (condition.kind) {
      case 'all':
      case 'any':
        return { ...condition, of: condition.of.map(drop) }
      case 'not':
      case 'term':
        return { ...condition, of: drop(condition.of) }
      case 'range':
        return condition.fact === lookBack ? { ...condition, to: null } : condition
      case 'always':
      case 'is':
      case 'never':
        return condition
    }
  }
  const instruments = library.instruments.map((instrument) => ({
    ...instrument,
    rules: instrument.rules.map((rule) => ({ ...rule, condition: drop(rule.condition) })),
  }))
  return { ...library, instruments }
}
