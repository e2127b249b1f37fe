/** Decisions in which nothing that is unknown can matter: they are read off the text, without a diagram. */
import type { Condition, NotEncoded, Rule, Vocabulary } from '@brightline/language'
import { limitsOf, whatBears, whatCouldApply, type Bearing } from '../diagram/bearing.ts'
import { agencyFact, forAgencies, holds, publicKinds, testsOf, type FactValue } from '../fact/condition.ts'
import { factsByName } from '../fact/facts-by-name.ts'
import { knownIn, truthOfKnown, type Knowledge } from '../fact/knowledge.ts'
import { firstDay, lastDay, type Known } from '../fact/space.ts'
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
  for (const { fact } of limits.flatMap(testsOf)) {
    const [value] = known(fact) ?? likelyValues(fact, vocabulary)
    if (value !== undefined) facts.set(fact, value)
  }
  for (const limit of limits) if (holds(limit, facts)) avoid(limit, vocabulary, known, facts)
  return !limits.some((limit) => holds(limit, facts))
}

/** Gives a fact that is not known a value with which an impossible combination is none, where one value is enough. */
function avoid(limit: Condition, vocabulary: Vocabulary, known: Known, facts: Map<string, FactValue>): void {
  const open = testsOf(limit).filter(({ fact }) => known(fact) === null)
  for (const { fact } of open) {
    for (const value of likelyValues(fact, vocabulary)) {
      const changed = new Map(facts).set(fact, value)
      if (holds(limit, changed)) continue
      facts.set(fact, value)
      return
    }
  }
}

/** Lists values of a fact, first that with which few combinations are impossible: what nobody says is mostly not so. */
function likelyValues(fact: string, vocabulary: Vocabulary): readonly FactValue[] {
  const type = factsByName(vocabulary).get(fact)?.type
  switch (type?.kind) {
    case undefined:
      return publicKinds(vocabulary) ?? vocabulary.agencies.map(({ name }) => name)
    case 'yes-no':
      return ['no', 'yes']
    case 'one-of':
      return type.values.map(({ name }) => name).toReversed()
    case 'number':
      return type.canBeNever ? ['never', type.min] : [type.min, type.max]
    case 'date':
      return [firstDay, lastDay]
  }
}
