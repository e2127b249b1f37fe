/** Proves claims over every case, or refutes them with a case. */
import { withDuties } from '../diagram/duty.ts'
import {
  isWithin,
  type Claim,
  type Condition,
  type Instrument,
  type Library,
  type Rule,
  type Silence,
  type Verdict,
} from '@brightline/language'
import { answeredOf, type Answered } from '../stack/answered.ts'
import { aloneInStack, datesOf } from '../stack/alone.ts'
import type { StackAt, Stack } from '../stack/layer.ts'
import { compiledFor } from '../decide/decide.ts'
import { limitsOf, testsOn, whatBears, whatCouldApply } from '../diagram/bearing.ts'
import { compileAct, compileCondition, type CompiledAct } from '../diagram/compile.ts'
import type { Diagram } from '../diagram/store.ts'
import { agencyFact, factsOf, forAgencies, testsOf } from '../fact/condition.ts'
import { knownWhere } from '../fact/knowledge.ts'
import { interpret, letsAct } from '../interpret/interpret.ts'
import { datesOfChange, lawOn, needsPower, rulesOf } from '../stack/stack.ts'
import { combine, state, type State } from '../stack/verdict.ts'
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
  /** Why no rule decides, or that something not encoded could change a permission. */
  readonly silence: readonly Silence[]
  readonly witness: Witness
  /** For blindness: the same case with another value of the fact, and what it comes out as. */
  readonly other: { readonly witness: Witness; readonly verdict: Verdict } | null
  /** The law in which the witness decides so. */
  readonly stack: Stack
}

/** Where and when a claim is made. */
export interface Scope {
  readonly place: string
  /** Agency kinds the claim is about; null is every public kind. */
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
  const isDone = (law: string): boolean => {
    const before = done.size
    return done.add(law).size === before
  }
  for (const asOf of dates) {
    const stack = stackAt(place, asOf)
    const bound = forBound(claim, agencies, stack)
    for (const act of actsOf(stack, claim)) {
      if (isDone(lawOn(stack, act))) continue
      if (bound.kind !== 'blind' && isDone(lawWhere(bound.condition, stack, act))) continue
      const refutation = refuteFor(stack, bound, act)
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
    const inForce = ({ rules }: Instrument): readonly Rule[] => rules.filter((rule) => isWithin(rule.inForce, asOf))
    const [allOurs, allTheirs] = [inForce(instrument), inForce(upper)]
    for (const act of new Set(allOurs.flatMap(({ acts }) => acts))) {
      const isOnAct = ({ acts }: Rule): boolean => acts.includes(act)
      const [ours, theirs] = [allOurs.filter(isOnAct), allTheirs.filter(isOnAct)]
      // Where the upper instrument says nothing it sets no bound.
      if (theirs.length === 0) continue
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
      const answered = answeredOf(interpret(mine.stack, act, found.complete).state, mine.needsPower)
      const shows = { kind: bound, upper: upper.id }
      return { shows, act, asOf, ...answered, witness: found, other: null, stack: mine.stack }
    }
  }
  return null
}

function datesOfBoth(one: Instrument, other: Instrument): readonly string[] {
  return [...new Set([...datesOf(one), ...datesOf(other)])].sort()
}

/** Narrows a promise to the agencies that its instrument binds. */
function forBound(claim: TimelessClaim, agencies: readonly string[] | null, stack: Stack): TimelessClaim {
  if (claim.kind === 'blind') return claim
  return { ...claim, condition: { kind: 'all', of: [forAgencies(agencies, stack.vocabulary), claim.condition] } }
}

/** Names the law on an act that can apply where a condition holds: under equal names the same cases come out the same. */
function lawWhere(condition: Condition, stack: Stack, act: string): string {
  const { vocabulary } = stack
  const all = whatBears(stack, act, { isWithoutDuties: true })
  const { layers } = whatCouldApply(all, knownWhere(condition), vocabulary)
  const said = layers.map(({ rank, speakers }) =>
    speakers.flatMap(({ standing: { contested }, rules, notEncoded }) =>
      [...rules, ...notEncoded].map(({ id }) => `${rank} ${id}${contested.has(id) ? '?' : ''}`),
    ),
  )
  const limits = new Set(limitsOf(all, vocabulary))
  const impossible = vocabulary.impossible.flatMap((one, index) => (limits.has(one.condition) ? [index] : []))
  return JSON.stringify([act, said, impossible])
}

function actsOf(stack: Stack, claim: TimelessClaim): readonly string[] {
  return claim.acts ?? [...new Set(rulesOf(stack).flatMap(({ acts }) => acts))]
}

function refuteFor(stack: Stack, claim: TimelessClaim, act: string): Refutation | null {
  switch (claim.kind) {
    case 'never':
      return caseWith(stack, act, claim.condition, ({ verdict }) =>
        claim.verdicts.some((refused) => refused === verdict),
      )
    case 'decides':
      // What something not encoded could change is not decided.
      return caseWith(stack, act, claim.condition, ({ verdict, silence }) => {
        return verdict === 'no-rule' || verdict === 'conflict' || silence.length > 0
      })
    case 'blind': {
      if (!isRead(stack, act, claim.facts)) return null
      const found = dependence(withDuties(compiledFor(stack, act)), claim.facts)
      if (found === null) return null
      const { one, other } = found
      const { silence } = confirm(stack, act, one)
      if (other !== null) confirm(stack, act, other)
      const shows = { kind: other === null ? 'shows-through' : 'depends', fact: found.fact } as const
      return { shows, act, asOf: stack.asOf, verdict: one.verdict, silence, witness: one.witness, other, stack }
    }
  }
}

/**
 * Tells whether any text on an act, or any impossible combination, reads one of the facts; what is not read cannot
 * matter.
 */
function isRead(stack: Stack, act: string, facts: readonly string[]): boolean {
  const isLimited = stack.vocabulary.impossible.some(({ condition }) => {
    const read = factsOf(condition)
    return facts.some((fact) => read.has(fact))
  })
  return isLimited || testsOn(stack, act).some(({ fact }) => facts.includes(fact))
}

function caseWith(
  stack: Stack,
  act: string,
  condition: Condition,
  isWanted: (answer: Answered) => boolean,
): Refutation | null {
  // Only the law that can apply in the cases of the claim: far fewer facts and nodes. A case that is shown needs them all.
  return findCase(stack, act, { condition, isWanted, isOnlyWithin: true }) === null
    ? null
    : findCase(stack, act, { condition, isWanted, isOnlyWithin: false })
}

/** The cases among which one is looked for, and the answers that are wanted. */
interface Wanted {
  readonly condition: Condition
  readonly isWanted: (answer: Answered) => boolean
  readonly isOnlyWithin: boolean
}

function findCase(stack: Stack, act: string, { condition, isWanted, isOnlyWithin }: Wanted): Refutation | null {
  const compiled = compileAct(stack, act, {
    extraTests: testsOf(condition),
    within: condition,
    isOnlyWithin,
    duties: isOnlyWithin ? 'left-out' : 'in-space',
  })
  const holds = compileCondition(compiled, condition)
  const inScope = compiled.store.apply(compiled.diagram, holds, (value, does) => (does ? value : 0))
  for (const [value, at] of compiled.leaves.entries()) {
    if (at.kind !== 'answer') continue
    const answer = answeredOf(at.state, compiled.needsPower)
    if (!isWanted(answer)) continue
    const found = findWitness(compiled, inScope, (leafFound) => leafFound === value)
    if (found === null) continue
    if (!isOnlyWithin) confirm(stack, act, { witness: found, verdict: answer.verdict })
    return { shows: { kind: 'verdict' }, act, asOf: stack.asOf, ...answer, witness: found, other: null, stack }
  }
  return null
}

/** Confirms a case that is shown. INVARIANT: the interpreter decides a witness as the diagram said. */
function confirm(stack: Stack, act: string, shown: { readonly witness: Witness; readonly verdict: Verdict }): Answered {
  const answer = answeredOf(interpret(stack, act, shown.witness.complete).state, needsPower(stack, act))
  if (answer.verdict !== shown.verdict)
    throw new Error(`a witness on ${act} should be ${shown.verdict} and is ${answer.verdict}`)
  return answer
}

/** Marks with 1 the cases in which the first breaks its bound, the second. Both stand in one store. */
function brokenCases(mine: CompiledAct, above: CompiledAct, bound: Bound): Diagram {
  const { store } = mine
  const isIn = ({ leaves, diagram }: CompiledAct, isSo: (of: State) => boolean): Diagram =>
    store.map(diagram, (value) => {
      const at = leaves[value]
      return at?.kind === 'answer' && isSo(at.state) ? 1 : 0
    })
  const forbids = (of: State): boolean => of === state.prohibited
  return bound === 'floor'
    ? store.and(
        isIn(mine, (of) => letsAct(of, mine.needsPower)),
        isIn(above, forbids),
      )
    : store.and(isIn(mine, forbids), isIn(above, leavesNoProhibition))
}

/** Tells whether a prohibition of lower law has no effect under an answer: a duty, a ceiling or a bar. */
function leavesNoProhibition(above: State): boolean {
  return above !== state.conflict && combine(above, state.prohibited) !== state.prohibited
}
