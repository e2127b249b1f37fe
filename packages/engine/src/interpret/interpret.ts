/**
 * The reference interpreter: one complete case, read off the text.
 *
 * It is written to be checked by eye. The diagrams and the generated code must agree with it.
 */
import type { Duty, Rule } from '@brightline/language'
import { forAgencies, holds, type CompleteCase } from '../fact/condition.ts'
import { contestedOn, dutiesOf } from '../stack/stack.ts'
import type { Stack, Standing } from '../stack/layer.ts'
import {
  combine,
  instrumentState,
  mergeReadings,
  modalBit,
  rankState,
  state,
  stateBit,
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
}

/** The answer when some contested instruments' contested provisions do not count. */
interface Reading {
  /** Ids of the instruments whose contested provisions are left out. */
  readonly without: readonly string[]
  readonly state: State
}

/** Reads the law of a stack on one act for one complete case. */
export function interpret(stack: Stack, act: string, facts: CompleteCase): Interpretation {
  const live = new Set<string>()
  const readings = subsets(contestedOn(stack, act).map(({ instrument }) => instrument.id)).map((without): Reading => {
    const answer = stack.layers.reduce<State>((above, layer) => {
      const bits = layer.instruments.map((standing) => {
        const rules = liveRules(rulesFor(standing, act, without), facts)
        for (const rule of rules) live.add(rule.id)
        return stateBit(instrumentState(bitsOf(rules)))
      })
      return combine(above, rankState(bits.reduce((a, b) => a | b, 0)))
    }, state.nothing)
    return { without, state: answer }
  })
  const merged = readings.map((reading) => reading.state).reduce(mergeReadings)
  return { state: merged, readings, live, duties: dutiesFor(stack, act, merged, facts) }
}

/** Lists the rules of an instrument on an act, without the contested ones where it is left out. */
export function rulesFor(standing: Standing, act: string, without: readonly string[]): readonly Rule[] {
  const leftOut = without.includes(standing.instrument.id)
  return standing.rules.filter((rule) => rule.acts.includes(act) && !(leftOut && standing.contested.has(rule.id)))
}

/** Tells whether a rule applies to a case. */
export function applies(rule: Rule | Duty, facts: CompleteCase): boolean {
  return holds(forAgencies(rule.agencies), facts) && holds(rule.condition, facts)
}

/** Lists the rules that apply and are not overridden by one that is itself live. */
export function liveRules(rules: readonly Rule[], facts: CompleteCase): readonly Rule[] {
  // Remembered, because rules that override all others would be asked about again and again.
  const known = new Map<string, boolean>()
  const isLive = (rule: Rule): boolean => {
    const live =
      known.get(rule.id) ??
      (applies(rule, facts) && !rules.some((other) => other.overrides.includes(rule.id) && isLive(other)))
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
  return (duty.trigger.kind === 'on-request' || duty.trigger.kind === 'after') && duty.trigger.acts.includes(act)
}

/** Tells whether an answer lets the act be done, so that duties after it can arise. */
export function letsAct(answer: State): boolean {
  return answer === state.required || answer === state.permitted || answer === state.permittedCeiling
}

function bitsOf(rules: readonly Rule[]): number {
  return rules.reduce((bits, rule) => bits | modalBit(rule.modal, rule.reach), 0)
}

function dutiesFor(stack: Stack, act: string, answer: State, facts: CompleteCase): readonly Duty[] {
  return dutiesOf(stack).filter(
    (duty) => concerns(duty, act) && applies(duty, facts) && (duty.trigger.kind === 'on-request' || letsAct(answer)),
  )
}
