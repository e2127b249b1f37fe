/**
 * The reference interpreter: one complete case, read off the text.
 *
 * It is written to be checked by eye. The diagrams and the generated code must agree with it.
 */
import type { Duty, NotEncoded, Rule, Vocabulary } from '@brightline/language'
import { callsCounsel, decidesInstead } from '../stack/agrees.ts'
import { forAgencies, holds, type CompleteCase } from '../fact/condition.ts'
import { contestedOn, dutiesOf, needsPower, notEncodedOf } from '../stack/stack.ts'
import { actsOf, onAct } from '../stack/on-act.ts'
import type { Stack, Standing } from '../stack/layer.ts'
import {
  combine,
  instrumentState,
  mergeReadings,
  modalBit,
  notEncodedBit,
  rankState,
  state,
  stateBit,
  verdictOf,
  type State,
} from '../stack/verdict.ts'

/** The answer of the law on one act in one complete case. */
export interface Interpretation {
  readonly state: State
  /** With every contested provision counted, then each way of leaving some out. */
  readonly readings: readonly Reading[]
  /** Ids of the rules that apply and that no live rule of their instrument overrides, in every reading together. */
  readonly live: ReadonlySet<string>
  readonly duties: readonly Duty[]
  /** True where a rule that decides says that counsel is asked first. */
  readonly counsel: boolean
  /** The provisions that bear on the case and are not encoded. They count in every reading: nobody knows what they say. */
  readonly notEncoded: readonly NotEncoded[]
}

/** The answer when some contested instruments' contested provisions do not count. */
interface Reading {
  /** Ids of the instruments whose contested provisions are left out. */
  readonly without: readonly string[]
  readonly state: State
}

/** Reads the law of a stack on one act for one complete case. */
export function interpret(stack: Stack, act: string, facts: CompleteCase): Interpretation {
  const { vocabulary } = stack
  const power = needsPower(stack, act)
  const live = new Set<string>()
  const readings = subsets(contestedOn(stack, act).map(({ instrument }) => instrument.id)).map((without): Reading => {
    const answer = stack.layers.reduce<State>((above, layer) => {
      const bits = layer.instruments.map((standing) => {
        const rules = liveRules(rulesFor(standing, act, without), facts, vocabulary)
        for (const rule of rules) live.add(rule.id)
        const unread = notEncodedOn(standing, act).some((one) => applies(one, facts, vocabulary))
        return stateBit(instrumentState(bitsOf(rules, power))) | (unread ? notEncodedBit : 0)
      })
      return combine(above, rankState(bits.reduce((a, b) => a | b, 0)))
    }, state.nothing)
    return { without, state: answer }
  })
  const merged = readings.map((reading) => reading.state).reduce((one, other) => mergeReadings(one, other, power))
  return {
    state: merged,
    readings,
    live,
    duties: dutiesFor(stack, act, letsAct(merged, power), facts),
    counsel: asksCounsel(stack, act, merged, facts),
    notEncoded: notEncodedOf(stack).filter((one) => one.acts.includes(act) && applies(one, facts, vocabulary)),
  }
}

/** Lists the rules of an instrument on an act, without the contested ones where it is left out. */
export function rulesFor(standing: Standing, act: string, without: readonly string[]): readonly Rule[] {
  return countedRules(standing, onAct(standing, act).rules, without)
}

/** Lists those of an instrument's rules that count where its contested ones are perhaps left out. */
export function countedRules(
  { instrument, contested }: Standing,
  rules: readonly Rule[],
  without: readonly string[],
): readonly Rule[] {
  return without.includes(instrument.id) ? rules.filter(({ id }) => !contested.has(id)) : rules
}

/** Lists the provisions of an instrument that may bear on an act and are not encoded. */
export function notEncodedOn(standing: Standing, act: string): readonly NotEncoded[] {
  return onAct(standing, act).notEncoded
}

/** Tells whether a provision applies to a case. */
export function applies(provision: Rule | Duty | NotEncoded, facts: CompleteCase, vocabulary: Vocabulary): boolean {
  return holds(forAgencies(provision.agencies, vocabulary), facts) && holds(provision.condition, facts)
}

/** Lists the rules that apply and are not overridden by one that is itself live. */
export function liveRules(rules: readonly Rule[], facts: CompleteCase, vocabulary: Vocabulary): readonly Rule[] {
  return liveAmong(rules.filter((rule) => applies(rule, facts, vocabulary)))
}

/** Lists those of some rules, all of which apply, that no other of them overrides that is itself live. */
export function liveAmong(rules: readonly Rule[]): readonly Rule[] {
  // Remembered, because rules that override all others would be asked about again and again.
  const known = new Map<string, boolean>()
  const isLive = (rule: Rule): boolean => {
    const live = known.get(rule.id) ?? !rules.some((other) => other.overrides.includes(rule.id) && isLive(other))
    known.set(rule.id, live)
    return live
  }
  return rules.filter(isLive)
}

/** Lists every choice of some of the items, nothing left out first. */
export function subsets(items: readonly string[]): readonly (readonly string[])[] {
  return items.reduce<readonly (readonly string[])[]>(
    (sets, item) => [...sets, ...sets.map((set) => [...set, item])],
    [[]],
  )
}

/** Tells whether a duty can arise from a request about an act. */
export function concerns(duty: Duty, act: string): boolean {
  return actsOf(duty).includes(act)
}

/** Tells whether an answer lets the act be done, so that duties after it can arise. */
export function letsAct(answer: State, power: boolean): boolean {
  const verdict = verdictOf(answer, power)
  return verdict === 'required' || verdict === 'permitted'
}

/**
 * Tells whether a live rule that says what the answer says asks for counsel first, and no other layer decides in its
 * place; contested rules count.
 */
function asksCounsel(stack: Stack, act: string, answer: State, facts: CompleteCase): boolean {
  const power = needsPower(stack, act)
  const said = { verdict: verdictOf(answer, power), needsPower: power }
  const live = stack.layers.flatMap(({ instruments }, layer) =>
    instruments
      .flatMap((standing) => liveRules(rulesFor(standing, act, []), facts, stack.vocabulary))
      .map((rule) => ({ rule, layer })),
  )
  return live.some(
    ({ rule, layer }) =>
      callsCounsel(rule, said) &&
      !live.some((other) => decidesInstead(other.rule, other.layer, { rule, layer, needsPower: power })),
  )
}

function bitsOf(rules: readonly Rule[], power: boolean): number {
  return rules.reduce((bits, rule) => bits | modalBit(rule.modal, rule.reach, power), 0)
}

function dutiesFor(stack: Stack, act: string, isLet: boolean, facts: CompleteCase): readonly Duty[] {
  return dutiesOf(stack).filter(
    (duty) =>
      concerns(duty, act) && applies(duty, facts, stack.vocabulary) && (duty.trigger.kind === 'on-request' || isLet),
  )
}
