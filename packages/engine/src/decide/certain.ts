/** Decisions in which nothing that is unknown can matter: they are read off the text, without a diagram. */
import type { Condition, FactType, NotEncoded, Rule, Vocabulary } from '@brightline/language'
import { limitsOf, whatBears, whatCouldApply, type Bearing } from '../diagram/bearing.ts'
import { agencyFact, forAgencies, holds, publicKinds, testsOf, type FactValue } from '../fact/condition.ts'
import { factsByName } from '../fact/facts-by-name.ts'
import { knownIn, truthOfKnown, type Knowledge } from '../fact/knowledge.ts'
import { firstDay, type Known } from '../fact/space.ts'
import { countedRules, liveAmong, subsets } from '../interpret/interpret.ts'
import type { Stack } from '../stack/layer.ts'
import { contestedOn, needsPower } from '../stack/stack.ts'
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
import type { Decided } from './decision.ts'
import { placedRules } from './prepared.ts'
import { counselFor, reasonsFor, rulesAtWork } from './reasons.ts'
import { silenceFor } from './silence.ts'

/**
 * Decides an act where each provision on it certainly applies or certainly does not; null where that is not so, or
 * where it is not plain that the case can be.
 */
export function decideCertain(stack: Stack, act: string, knowledge: Knowledge): Decided | null {
  const { vocabulary } = stack
  const agency = knowledge.get(agencyFact)
  const kind = agency?.kind === 'value' ? String(agency.value) : null
  const bearing = whatBears(stack, act, { agency: kind, isWithoutDuties: true })
  const known = knownIn(vocabulary, knowledge)
  const { layers, rules, notEncoded } = whatCouldApply(bearing, known, vocabulary)
  const isCertain = ({ agencies, condition }: Rule | NotEncoded): boolean =>
    truthOfKnown(forAgencies(agencies, vocabulary), known) === 'yes' && truthOfKnown(condition, known) === 'yes'
  if (!rules.every(isCertain) || !notEncoded.every(isCertain)) return null
  if (!isPlainlyPossible(known, limitsOf(bearing, vocabulary), vocabulary)) return null
  const power = needsPower(stack, act)
  const contested = contestedOn(stack, act).map(({ instrument }) => instrument.id)
  const answer = stateOf(layers, contested, power)
  const said = { verdict: verdictOf(answer, power), needsPower: power }
  const working = rulesAtWork(
    placedRules(layers),
    rules.map(() => 'yes'),
  )
  return {
    verdict: said.verdict,
    silence: silenceFor({ stack, act, needsPower: power }, [{ state: answer }], said.verdict),
    counsel: counselFor(working, said),
    possible: [said.verdict],
    ask: null,
    reasons: reasonsFor(said, working, stack.asOf),
  }
}

/** Gives the answer where every rule of some layers applies and everything that is not encoded bears. */
function stateOf(layers: Bearing['layers'], contested: readonly string[], power: boolean): State {
  const readings = subsets(contested).map((without) =>
    layers.reduce<State>((above, { speakers }) => {
      const bits = speakers.map(({ standing, rules, notEncoded }) => {
        const live = liveAmong(countedRules(standing, rules, without))
        const said = instrumentState(live.reduce((all, { modal, reach }) => all | modalBit(modal, reach, power), 0))
        return stateBit(said) | (notEncoded.length > 0 ? notEncodedBit : 0)
      })
      return combine(above, rankState(bits.reduce((a, b) => a | b, 0)))
    }, state.nothing),
  )
  return readings.reduce((one, other) => mergeReadings(one, other, power))
}

/** Tells whether a case is found at once that agrees with what is known and is not impossible. */
function isPlainlyPossible(known: Known, limits: readonly Condition[], vocabulary: Vocabulary): boolean {
  const facts = new Map<string, FactValue>()
  for (const limit of limits) {
    for (const { fact } of testsOf(limit)) {
      if (!facts.has(fact)) facts.set(fact, known(fact)?.[0] ?? usualOf(fact, vocabulary))
    }
  }
  for (const limit of limits) if (holds(limit, facts)) avoid(limit, vocabulary, known, facts)
  return !limits.some((limit) => holds(limit, facts))
}

/** Gives a fact that is not known a value with which an impossible combination is none, where one value is enough. */
function avoid(limit: Condition, vocabulary: Vocabulary, known: Known, facts: Map<string, FactValue>): void {
  for (const { fact } of testsOf(limit)) {
    const before = facts.get(fact)
    if (before === undefined || known(fact) !== null) continue
    for (const value of valuesOf(factsByName(vocabulary).get(fact)?.type)) {
      if (!holds(limit, facts.set(fact, value))) return
    }
    facts.set(fact, before)
  }
}

function valuesOf(type: FactType | undefined): readonly string[] {
  if (type?.kind === 'yes-no') return ['no', 'yes']
  return type?.kind === 'one-of' ? type.values.map(({ name }) => name) : []
}

/** Gives a value of a fact with which few combinations are impossible: what nobody says of a case is mostly not so. */
function usualOf(fact: string, vocabulary: Vocabulary): FactValue {
  const type = factsByName(vocabulary).get(fact)?.type
  switch (type?.kind) {
    case undefined:
      return (publicKinds(vocabulary) ?? vocabulary.agencies.map(({ name }) => name))[0] ?? ''
    case 'yes-no':
      return 'no'
    case 'one-of':
      return type.values.at(-1)?.name ?? ''
    case 'number':
      return type.canBeNever ? 'never' : type.min
    case 'date':
      return firstDay
  }
}
