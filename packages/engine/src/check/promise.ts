/** Proves the promises of an instrument over every case and every date, or refutes them with a case. */
import { isWithin, type Claim, type Condition, type Diagnostic, type Instrument, type Library, type PolicyPromise } from '@brightline/language'
import { compileAct, compileCondition, type CompiledAct } from '../diagram/compile.ts'
import { compiledFor } from '../decide/decide.ts'
import { tellsApart } from '../fact/space.ts'
import { DiagramTooLarge, leaf } from '../diagram/store.ts'
import { agencyFact, forAgencies, testsOf } from '../fact/condition.ts'
import { datesOfChange, lawOn, rulesOf, type Stack } from '../stack/stack.ts'
import { state, verdictOf } from '../stack/verdict.ts'
import { aloneInStack, datesOf, tooLarge } from './contradiction.ts'
import type { StackAt } from './example.ts'
import { findWitness, toWitness, witnessWords } from './witness.ts'

/** A claim about one stack. */
export type TimelessClaim = Exclude<Claim, { kind: 'keeps-floor' }>

/** What refutes a promise; empty where it is proved for the encoded law over declared facts. */
export function checkPromise(library: Library, instrument: Instrument, promise: PolicyPromise, stackAt: StackAt): readonly Diagnostic[] {
  const { claim } = promise
  try {
    const refutation =
      claim.kind === 'keeps-floor' ? floorBroken(library, instrument, claim.instrument) : refuteOverTime(library, instrument, claim, stackAt)
    return refutation === null ? [] : [finding(promise, refutation)]
  } catch (error) {
    if (error instanceof DiagramTooLarge) return [tooLarge(instrument, promise.name, error)]
    throw error
  }
}

/** A claim about one stack: why it is false there, or null where it holds. */
export function refute(stack: Stack, claim: TimelessClaim): string | null {
  for (const act of actsOf(stack, claim)) {
    const refutation = refuteFor(stack, claim, act, null)
    if (refutation !== null) return refutation
  }
  return null
}

function refuteOverTime(
  library: Library,
  instrument: Instrument,
  claim: TimelessClaim,
  stackAt: StackAt,
): string | null {
  const done = new Set<string>()
  for (const asOf of datesOfChange(library, instrument.place)) {
    if (!instrument.rules.some((rule) => isWithin(rule.inForce, asOf))) continue
    const stack = stackAt(instrument.place, asOf)
    for (const act of actsOf(stack, claim)) {
      const key = lawOn(stack, act)
      if (done.has(key)) continue
      done.add(key)
      const refutation = refuteFor(stack, forBound(claim, instrument), act, instrument.binds)
      if (refutation !== null) return `as of ${asOf}, ${refutation}`
    }
  }
  return null
}

/** An instrument promises something of the agencies that it binds. */
function forBound(claim: TimelessClaim, instrument: Instrument): TimelessClaim {
  if (claim.kind === 'blind') return claim
  return { ...claim, condition: { kind: 'all', of: [forAgencies(instrument.binds), claim.condition] } }
}

function actsOf(stack: Stack, claim: TimelessClaim): readonly string[] {
  return claim.acts ?? [...new Set(rulesOf(stack).flatMap(({ acts }) => acts))]
}

function refuteFor(stack: Stack, claim: TimelessClaim, act: string, binds: readonly string[] | null): string | null {
  switch (claim.kind) {
    case 'never':
      return caseWith(stack, act, claim.condition, (verdict) => claim.verdicts.some((refused) => refused === verdict))
    case 'decides':
      return caseWith(stack, act, claim.condition, (verdict) => verdict === 'no-rule' || verdict === 'conflict')
    case 'blind':
      return dependence(compiledFor(stack, act), claim.facts, binds)
  }
}

function caseWith(stack: Stack, act: string, condition: Condition, isWanted: (verdict: string) => boolean): string | null {
  const tests = testsOf(condition)
  const shared = compiledFor(stack, act)
  const compiled = tellsApart(shared.space, tests) ? shared : compileAct(stack, act, { extraTests: tests })
  const inScope = compiled.store.apply(compiled.diagram, compileCondition(compiled, condition), (value, holds) => (holds ? value : 0))
  for (const [value, at] of compiled.leaves.entries()) {
    if (at.kind !== 'answer' || !isWanted(verdictOf(at.state))) continue
    const found = findWitness(compiled, inScope, (leafFound) => leafFound === value)
    if (found !== null) return `\`${act}\` comes out as ${verdictOf(at.state)}: ${witnessWords(found)}`
  }
  return null
}

/** A reduced diagram reads a fact exactly if its answer, or what is possible, depends on it. */
function dependence(compiled: CompiledAct, facts: readonly string[], binds: readonly string[] | null): string | null {
  const { store, space } = compiled
  const levels = new Set(facts.flatMap((fact) => space.levelOf.get(fact) ?? []))
  if (levels.size === 0) return null
  const seen = new Set<number>()
  const path = store.arities.map(() => -1)
  const walk = (a: number): number | null => {
    if (a < 0 || seen.has(a)) return null
    seen.add(a)
    const level = store.level(a)
    if (levels.has(level)) return level
    for (let cell = 0; cell < (store.arities[level] ?? 0); cell++) {
      if (isOtherAgency(compiled, level, cell, binds)) continue
      path[level] = cell
      const found = walk(store.child(a, cell))
      if (found !== null) return found
    }
    path[level] = -1
    return null
  }
  const level = walk(compiled.diagram)
  if (level === null) return null
  return `the answer on \`${compiled.act}\` depends on \`${space.variables[level]?.name}\`: ${witnessWords(toWitness(compiled, path))}`
}

/** Whether a cell is an agency that the promise is not about. */
function isOtherAgency({ space }: CompiledAct, level: number, cell: number, binds: readonly string[] | null): boolean {
  const variable = space.variables[level]
  const at = variable?.cells[cell]
  return binds !== null && variable?.name === agencyFact && at?.kind === 'name' && !binds.includes(at.name)
}

/** A case in which the upper instrument forbids and the instrument itself lets or makes staff act. */
function floorBroken(library: Library, instrument: Instrument, upperId: string): string | null {
  const upper = library.instruments.find(({ id }) => id === upperId)
  if (upper === undefined) return `there is no instrument \`${upperId}\``
  const done = new Set<string>()
  for (const asOf of [...new Set([...datesOf(instrument), ...datesOf(upper)])].sort()) {
    const ours = instrument.rules.filter((rule) => isWithin(rule.inForce, asOf))
    const theirs = upper.rules.filter((rule) => isWithin(rule.inForce, asOf))
    for (const act of new Set(ours.flatMap(({ acts }) => acts))) {
      const key = `${act} ${[...ours, ...theirs].map(({ id }) => id).join()}`
      if (done.has(key)) continue
      done.add(key)
      const tests = [...ours, ...theirs].flatMap((rule) => testsOf(rule.condition))
      const agencies = library.vocabulary.agencies.map(({ name }) => name)
      const extraTests = [...tests, { kind: 'is' as const, fact: 'agency', values: agencies }]
      const mine = compileAct(aloneInStack(library, instrument, ours, asOf), act, { extraTests })
      const above = compileAct(aloneInStack(library, upper, theirs, asOf), act, { space: mine.space })
      const both = joinStates(mine, above)
      const found = findWitness(mine, both, (value) => value === 1)
      if (found !== null) {
        return `as of ${asOf}, \`${act}\` is allowed here and prohibited by \`${upperId}\`: ${witnessWords(found)}`
      }
    }
  }
  return null
}

/** 1 where the first lets or makes staff act and the second forbids it. Both have the same space but their own stores. */
function joinStates(mine: CompiledAct, above: CompiledAct): number {
  const allowed = mine.store.map(mine.diagram, (value) => {
    const at = mine.leaves[value]
    return at?.kind === 'answer' && (verdictOf(at.state) === 'permitted' || at.state === state.required) ? 1 : 0
  })
  const forbidden = copyInto(mine, above, (value) => {
    const at = above.leaves[value]
    return at?.kind === 'answer' && at.state === state.prohibited ? 1 : 0
  })
  return mine.store.and(allowed, forbidden)
}

function copyInto(target: CompiledAct, from: CompiledAct, change: (value: number) => number): number {
  const memo = new Map<number, number>()
  const walk = (a: number): number => {
    if (a < 0) return leaf(change(-1 - a))
    const known = memo.get(a)
    if (known !== undefined) return known
    const level = from.store.level(a)
    const children = Array.from({ length: from.store.arities[level] ?? 0 }, (_, cell) => walk(from.store.child(a, cell)))
    const copied = target.store.node(level, children)
    memo.set(a, copied)
    return copied
  }
  return walk(from.diagram)
}

function finding(promise: PolicyPromise, refutation: string): Diagnostic {
  return {
    code: 'POL-0503',
    severity: 'error',
    ...promise.position,
    message: `the promise \`${promise.name}\` does not hold: ${refutation}`,
    help: 'change the rules, or narrow the promise to what holds',
  }
}
