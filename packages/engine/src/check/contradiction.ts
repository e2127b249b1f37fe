/** Two live rules of one instrument that say different things, with a case that shows it. */
import {
  fileProblem,
  isWithin,
  type Condition,
  type FileProblem,
  type Instrument,
  type Library,
  type Rule,
  type Vocabulary,
} from '@brightline/language'
import { compileAct } from '../diagram/compile.ts'
import { DiagramTooLarge } from '../diagram/store.ts'
import { roomOf } from '../diagram/room.ts'
import { forAgencies } from '../fact/condition.ts'
import { knownWhere, truthOfKnown } from '../fact/knowledge.ts'
import { needsPower } from '../stack/stack.ts'
import { casesOf } from './case-values.ts'
import { findWitness } from '../diagram/witness.ts'
import type { CheckCode } from './codes.ts'
import { liveRules } from '../interpret/interpret.ts'
import { aloneInStack, datesOf } from '../stack/alone.ts'
import type { Stack } from '../stack/layer.ts'
import { instrumentState, modalBit, state } from '../stack/verdict.ts'

/**
 * Finds every contradiction inside an instrument, each pair of rules once an act, on the first day on which they meet.
 */
export function contradictions(library: Library, instrument: Instrument): readonly FileProblem<CheckCode>[] {
  const found = new Map<string, FileProblem<CheckCode>>()
  const done = new Set<string>()
  for (const asOf of datesOf(instrument)) {
    const inForce = instrument.rules.filter((rule) => isWithin(rule.inForce, asOf))
    for (const act of new Set(inForce.flatMap(({ acts }) => acts))) {
      const rules = inForce.filter((rule) => rule.acts.includes(act))
      const key = `${act} ${rules.map(({ id }) => id).join()}`
      if (done.has(key)) continue
      done.add(key)
      if (!couldContradict(rules, act, library.vocabulary)) continue
      const finding = contradiction(aloneInStack(library, instrument, rules, asOf), instrument, rules, act)
      if (finding === null) continue
      const pair = `${act} ${JSON.stringify([finding.values['rule'], finding.values['other']])}`
      if (!found.has(pair)) found.set(pair, finding)
    }
  }
  return [...found.values()]
}

/** Tells whether two of some rules contradict each other, as far as it is seen without a diagram. */
function couldContradict(rules: readonly Rule[], act: string, vocabulary: Vocabulary): boolean {
  const power = needsPower({ vocabulary }, act)
  return rules.some((one, index) =>
    rules.slice(index + 1).some((other) => contradict(one, other, power) && couldMeet(one, other, vocabulary)),
  )
}

/** Tells whether two rules are live in one case, as far as it is seen by each fact by itself. */
function couldMeet(one: Rule, other: Rule, vocabulary: Vocabulary): boolean {
  if (one.overrides.includes(other.id) || other.overrides.includes(one.id)) return false
  const where = ({ agencies, condition }: Rule): Condition => {
    return { kind: 'all', of: [forAgencies(agencies, vocabulary), condition] }
  }
  return truthOfKnown(where(other), knownWhere(where(one))) !== 'no'
}

function contradiction(
  stack: Stack,
  instrument: Instrument,
  rules: readonly Rule[],
  act: string,
): FileProblem<CheckCode> | null {
  try {
    const compiled = compileAct(stack, act)
    const conflicts = (leaf: number): boolean => {
      const at = compiled.leaves[leaf]
      return at?.kind === 'answer' && at.state === state.conflict
    }
    const found = findWitness(compiled, compiled.diagram, conflicts)
    if (found === null) return null
    const live = liveRules(rules, found.complete, stack.vocabulary)
    const pair = live.flatMap((first) =>
      live.flatMap((second) => (contradict(first, second, compiled.needsPower) ? [[first, second] as const] : [])),
    )[0]
    if (pair === undefined) throw new Error('a contradiction without two live rules')
    const [first, second] = pair
    return fileProblem('POL-0501', second.position, {
      rule: nameIn(instrument, second),
      other: nameIn(instrument, first),
      act,
      asOf: stack.asOf,
      ...casesOf(found),
    })
  } catch (error) {
    if (error instanceof DiagramTooLarge) return tooLarge(instrument, act, error)
    throw error
  }
}

/** Tells whether two live rules of one instrument cannot stand together. */
function contradict(one: Rule, other: Rule, needsPower: boolean): boolean {
  const [left, right] = [one, other].map(({ modal, reach }) => modalBit(modal, reach, needsPower))
  return instrumentState((left ?? 0) | (right ?? 0)) === state.conflict
}

/** Makes the problem of an analysis that outgrew its budget. */
export function tooLarge(instrument: Instrument, act: string, error: DiagramTooLarge): FileProblem<CheckCode> {
  return fileProblem('POL-0504', { file: instrument.file, line: 1, column: 1 }, { act, ...roomOf(error) })
}

/** Gives the rule's id without its instrument. */
function nameIn(instrument: Instrument, rule: Rule): string {
  return rule.id.slice(instrument.id.length + 1)
}
