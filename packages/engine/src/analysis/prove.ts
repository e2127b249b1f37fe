/** Proves claims over every case, or refutes them with a case. */
import { type Claim, type Condition, type Instrument, isWithin, type Library, type Verdict } from '@brightline/language'
import { aloneInStack, datesOf } from '../stack/alone.ts'
import type { StackAt, Stack } from '../stack/layer.ts'
import { compiledFor } from '../decide/decide.ts'
import { compileAct, compileCondition, whatBears, type CompiledAct } from '../diagram/compile.ts'
import type { Diagram } from '../diagram/store.ts'
import { agencyFact, forAgencies, testsOf } from '../fact/condition.ts'
import { tellsApart } from '../fact/space.ts'
import { interpret } from '../interpret/interpret.ts'
import { datesOfChange, lawOn, rulesOf } from '../stack/stack.ts'
import { state, verdictOf, type State } from '../stack/verdict.ts'
import { dependence } from './blind.ts'
import { findWitness, type Witness } from '../diagram/witness.ts'

/** A claim about one stack. */
export type TimelessClaim = Exclude<Claim, { kind: 'keeps-floor' }>

/**
 * The fault that a case shows: a verdict that a claim refuses, an answer that depends on a fact, a fact that shows
 * through a declared constraint, or a bound of an upper instrument that is broken.
 */
type Shown =
  | { readonly kind: 'verdict' }
  | { readonly kind: 'depends' | 'shows-through'; readonly fact: string }
  | { readonly kind: Bound; readonly upper: string }

/** A case that shows a claim to be false. */
export interface Refutation {
  readonly shows: Shown
  readonly act: string
  readonly asOf: string
  readonly verdict: Verdict
  readonly witness: Witness
  /** For blindness: the same case with another value of the fact, and what it comes out as. */
  readonly other: { readonly witness: Witness; readonly verdict: Verdict } | null
  /** The law in which the witness decides so. */
  readonly stack: Stack
}

/** Where and when a claim is made. */
export interface Scope {
  readonly place: string
  /** Agency kinds the claim is about; null is every agency. */
  readonly agencies: readonly string[] | null
  readonly dates: readonly string[]
}

/**
 * Finds a case in which a claim about one stack is false; null where it holds.
 *
 * @example
 * const stack = stackOf(library, 'us/ca', '2026-01-01')
 * refute(stack, { kind: 'blind', acts: ['hold'], facts: ['person.race'] }) // => null
 * refute(stack, { kind: 'blind', acts: ['hold'], facts: ['court.order'] }).act // => 'hold'
 */
export function refute(stack: Stack, claim: TimelessClaim): Refutation | null {
  for (const act of actsOf(stack, claim)) {
    const refutation = refuteFor(stack, claim, act)
    if (refutation !== null) return refutation
  }
  return null
}

/** Refutes a claim on one of some dates; the same law is looked at once. */
export function refuteOn(claim: TimelessClaim, { place, agencies, dates }: Scope, stackAt: StackAt): Refutation | null {
  const done = new Set<string>()
  for (const asOf of dates) {
    const stack = stackAt(place, asOf)
    for (const act of actsOf(stack, claim)) {
      const key = lawOn(stack, act)
      if (done.has(key)) continue
      done.add(key)
      const refutation = refuteFor(stack, forBound(claim, agencies), act)
      if (refutation !== null) return { ...refutation, asOf }
    }
  }
  return null
}

/** Lists the dates on which an instrument has rules in force and the law of its place changes. */
export function datesInForce(library: Library, instrument: Instrument): readonly string[] {
  return datesOfChange(library, instrument.place).filter((asOf) =>
    instrument.rules.some((rule) => isWithin(rule.inForce, asOf)),
  )
}

/**
 * The bound that an upper instrument sets to a lower one: prohibitions that it must keep, or permissions it may not
 * take away.
 */
type Bound = 'floor' | 'ceiling'

/** A bound that one instrument is asked to keep to another. */
export interface BoundAsked {
  readonly library: Library
  readonly instrument: Instrument
  readonly upper: Instrument
  readonly bound: Bound
  /** The days that are looked at; otherwise every day on which one of the two changes. */
  readonly dates?: readonly string[]
}

/**
 * Finds a case in which the instrument lets or makes staff do what a floor forbids, or forbids what a ceiling lets or
 * makes them do; null where there is none.
 */
export function boundBroken({ library, instrument, upper, bound, dates }: BoundAsked): Refutation | null {
  const done = new Set<string>()
  for (const asOf of dates ?? datesOfBoth(instrument, upper)) {
    const ours = instrument.rules.filter((rule) => isWithin(rule.inForce, asOf))
    const theirs = upper.rules.filter((rule) => isWithin(rule.inForce, asOf))
    for (const act of new Set(ours.flatMap(({ acts }) => acts))) {
      const key = `${act} ${[...ours, ...theirs].map(({ id }) => id).join()}`
      if (done.has(key)) continue
      done.add(key)
      const tests = [...ours, ...theirs].flatMap((rule) => testsOf(rule.condition))
      const agencies = library.vocabulary.agencies.map(({ name }) => name)
      const extraTests = [...tests, { kind: 'is' as const, fact: agencyFact, values: agencies }]
      const mine = compileAct(aloneInStack(library, instrument, ours, asOf), act, { extraTests })
      const above = compileAct(aloneInStack(library, upper, theirs, asOf), act, {
        space: mine.space,
        store: mine.store,
      })
      const found = findWitness(mine, brokenCases(mine, above, bound), (value) => value === 1)
      if (found === null) continue
      const verdict = verdictOf(interpret(mine.stack, act, found.complete).state)
      const shows = { kind: bound, upper: upper.id }
      return { shows, act, asOf, verdict, witness: found, other: null, stack: mine.stack }
    }
  }
  return null
}

function datesOfBoth(one: Instrument, other: Instrument): readonly string[] {
  return [...new Set([...datesOf(one), ...datesOf(other)])].sort()
}

/** Narrows a promise to the agencies that its instrument binds. */
function forBound(claim: TimelessClaim, agencies: readonly string[] | null): TimelessClaim {
  if (claim.kind === 'blind') return claim
  return { ...claim, condition: { kind: 'all', of: [forAgencies(agencies), claim.condition] } }
}

function actsOf(stack: Stack, claim: TimelessClaim): readonly string[] {
  return claim.acts ?? [...new Set(rulesOf(stack).flatMap(({ acts }) => acts))]
}

function refuteFor(stack: Stack, claim: TimelessClaim, act: string): Refutation | null {
  switch (claim.kind) {
    case 'never':
      return caseWith(stack, act, claim.condition, (verdict) => claim.verdicts.some((refused) => refused === verdict))
    case 'decides':
      return caseWith(stack, act, claim.condition, (verdict) => verdict === 'no-rule' || verdict === 'conflict')
    case 'blind': {
      if (!isRead(stack, act, claim.facts)) return null
      const found = dependence(compiledFor(stack, act), claim.facts)
      if (found === null) return null
      const { one, other } = found
      confirm(stack, act, one)
      if (other !== null) confirm(stack, act, other)
      const shows = { kind: other === null ? 'shows-through' : 'depends', fact: found.fact } as const
      return { shows, act, asOf: stack.asOf, verdict: one.verdict, witness: one.witness, other, stack }
    }
  }
}

/**
 * Tells whether any text on an act, or any impossible combination, reads one of the facts; what is not read cannot
 * matter.
 */
function isRead(stack: Stack, act: string, facts: readonly string[]): boolean {
  const limits = stack.vocabulary.impossible.flatMap(({ condition }) => testsOf(condition))
  return [...whatBears(stack, act).tests, ...limits].some(({ fact }) => facts.includes(fact))
}

function caseWith(
  stack: Stack,
  act: string,
  condition: Condition,
  isWanted: (verdict: Verdict) => boolean,
): Refutation | null {
  const tests = testsOf(condition)
  const shared = compiledFor(stack, act)
  const compiled = tellsApart(shared.space, tests) ? shared : compileAct(stack, act, { extraTests: tests })
  const holds = compileCondition(compiled, condition)
  const inScope = compiled.store.apply(compiled.diagram, holds, (value, does) => (does ? value : 0))
  for (const [value, at] of compiled.leaves.entries()) {
    if (at.kind !== 'answer' || !isWanted(verdictOf(at.state))) continue
    const found = findWitness(compiled, inScope, (leafFound) => leafFound === value)
    if (found === null) continue
    const verdict = verdictOf(at.state)
    confirm(stack, act, { witness: found, verdict })
    return { shows: { kind: 'verdict' }, act, asOf: stack.asOf, verdict, witness: found, other: null, stack }
  }
  return null
}

/** Confirms a case that is shown. INVARIANT: the interpreter decides a witness as the diagram said. */
function confirm(stack: Stack, act: string, shown: { readonly witness: Witness; readonly verdict: Verdict }): void {
  const verdict = verdictOf(interpret(stack, act, shown.witness.complete).state)
  if (verdict !== shown.verdict) throw new Error(`a witness on ${act} should be ${shown.verdict} and is ${verdict}`)
}

/** Marks with 1 the cases in which the first breaks its bound, the second. Both stand in one store. */
function brokenCases(mine: CompiledAct, above: CompiledAct, bound: Bound): Diagram {
  const { store } = mine
  const isIn = ({ leaves, diagram }: CompiledAct, states: readonly State[]): Diagram =>
    store.map(diagram, (value) => {
      const at = leaves[value]
      return at?.kind === 'answer' && states.includes(at.state) ? 1 : 0
    })
  const { required, prohibited, permitted, permittedCeiling } = state
  return bound === 'floor'
    ? store.and(isIn(mine, [required, permitted, permittedCeiling]), isIn(above, [prohibited]))
    : store.and(isIn(mine, [prohibited]), isIn(above, [required, permittedCeiling]))
}
