/**
 * What a decision must be, found by trying every case.
 *
 * It shares no code with the diagrams, and reads conditions by itself, so that a mistake would have to be made twice.
 */
import type { Condition, Doubt, Silence, Verdict } from '@brightline/language'
import type { CompleteCase, FactValue } from '../src/fact/condition.ts'
import type { FactState, Knowledge } from '../src/fact/knowledge.ts'
import { interpret, type Interpretation } from '../src/interpret/interpret.ts'
import { doubtsOf, rulesOf } from '../src/stack/stack.ts'
import type { Stack } from '../src/stack/layer.ts'
import { answeredOf } from '../src/stack/answered.ts'
import { verdictOf } from '../src/stack/verdict.ts'
import { factValues, limitsOf, type Law } from './random-law.ts'

/** One possible case with what the law says of it. */
export interface Tried {
  readonly facts: CompleteCase
  readonly answer: Interpretation
  readonly verdict: Verdict
  readonly silence: readonly Silence[]
}

/** What must come out for some knowledge. */
export interface Expected {
  readonly verdict: Verdict
  readonly possible: readonly Verdict[]
  readonly certainDuties: readonly string[]
  readonly possibleDuties: readonly string[]
  readonly isSettledByDoubt: boolean
  readonly silence: readonly Silence[]
  readonly readings: readonly { readonly without: readonly string[]; readonly verdicts: readonly Verdict[] }[]
}

/** Whether a condition holds in a case. */
export function meets(condition: Condition, facts: CompleteCase): boolean {
  if (condition.kind === 'always') return true
  if (condition.kind === 'term' || condition.kind === 'not') {
    return meets(condition.of, facts) === (condition.kind === 'term')
  }
  if (condition.kind === 'all') return !condition.of.some((part) => !meets(part, facts))
  if (condition.kind === 'any') return condition.of.some((part) => meets(part, facts))
  const value = facts.get(condition.fact)
  if (condition.kind === 'never') return value === 'never'
  if (condition.kind === 'is') return condition.values.some((wanted) => wanted === value)
  if (typeof value !== 'number') return false
  if (condition.from !== null && value < condition.from) return false
  return condition.to === null || value <= condition.to
}

/** The case as law reads it: a fact whose question makes no sense there says nothing. */
export function sensibly({ library }: Pick<Law, 'library'>, facts: CompleteCase): CompleteCase {
  const senseless = library.vocabulary.facts.filter(({ sense }) => sense !== null && !meets(sense, facts))
  return new Map([...facts, ...senseless.map(({ name }) => [name, 'none'] as const)])
}

/** Whether no impossible combination of the vocabulary is met. */
export function isPossible(law: Law, facts: CompleteCase): boolean {
  return limitsOf(law.library).every(({ condition }) => !meets(condition, facts))
}

/** Every possible case that agrees with what is known; what nobody offered is not so, and who is not named is public. */
export function completions(law: Law, knowledge: Knowledge): readonly CompleteCase[] {
  return casesWhere(law, (name, value) => allows(law, name, knowledge.get(name), value))
}

/** Every possible case. */
export function possibleCases(law: Law): readonly CompleteCase[] {
  return casesWhere(law, () => true)
}

function casesWhere(law: Law, isLeft: (name: string, value: FactValue) => boolean): readonly CompleteCase[] {
  let cases: readonly (readonly (readonly [string, FactValue])[])[] = [[]]
  for (const [name, values] of factValues(law.library)) {
    const left = values.filter((value) => isLeft(name, value))
    cases = cases.flatMap((known) => left.map((value) => [...known, [name, value] as const]))
  }
  return cases.map((facts) => new Map(facts)).filter((facts) => isPossible(law, facts))
}

/** Every completion with what the interpreter says of it. */
export function tryAll(law: Law, stack: Stack, knowledge: Knowledge): readonly Tried[] {
  return decided(law, stack, completions(law, knowledge))
}

/** Every possible case with what the interpreter says of it. */
export function tryEverything(law: Law, stack: Stack): readonly Tried[] {
  return decided(law, stack, possibleCases(law))
}

function decided(law: Law, stack: Stack, cases: readonly CompleteCase[]): readonly Tried[] {
  return cases.map((facts) => {
    const answer = interpret(stack, law.act, facts)
    return { facts, answer, ...answeredOf(answer.state, needsPower(law)) }
  })
}

/** What `decide` must answer. At least one completion must exist. */
export function expectedDecision(law: Law, stack: Stack, knowledge: Knowledge): Expected {
  const all = tryAll(law, stack, knowledge)
  const verdicts = distinct(all)
  const settled = verdicts.length > 1 ? settleByDoubt(law, stack, all) : null
  const tried = settled?.tried ?? all
  const duties = tried.map(({ answer }) => answer.duties.map(({ id }) => id))
  const every = [...new Set(duties.flat())].sort()
  const ofDoubts = (settled?.doubts ?? []).flatMap(({ id, duty }) => (duty === null ? [] : [id]))
  const possible = distinct(tried)
  const [only = 'needs-facts'] = possible
  return {
    verdict: possible.length === 1 ? only : 'needs-facts',
    possible,
    certainDuties: [...every.filter((id) => duties.every((ids) => ids.includes(id))), ...ofDoubts].sort(),
    possibleDuties: [...every, ...ofDoubts].sort(),
    isSettledByDoubt: settled !== null,
    silence: silenceOf(tried, possible),
    readings: readings(tried, needsPower(law)),
  }
}

/** Why nothing decides in any of some cases; that a duty was lifted only where it was in all of them. */
function silenceOf(tried: readonly Tried[], [only, ...others]: readonly Verdict[]): readonly Silence[] {
  if (others.length > 0 || (only !== 'no-rule' && only !== 'permitted')) return []
  const every = new Set(tried.flatMap(({ silence }) => silence))
  return [...every]
    .filter((kind) => kind !== 'duty-lifted' || tried.every(({ silence }) => silence.includes(kind)))
    .sort()
}

/** The verdicts of some cases, in alphabetical order. */
export function distinct(tried: readonly { readonly verdict: Verdict }[]): readonly Verdict[] {
  return [...new Set(tried.map(({ verdict }) => verdict))].sort()
}

/** The facts whose change alone, in some possible case, changes the verdict to that of another possible case. */
export function pivotalFacts(tried: readonly Tried[]): readonly string[] {
  const names = [...(tried[0]?.facts.keys() ?? [])]
  return names.filter((name) => {
    const verdictByRest = new Map<string, Verdict>()
    return tried.some(({ facts, verdict }) => {
      const rest = JSON.stringify([...facts].filter(([other]) => other !== name))
      const before = verdictByRest.get(rest)
      verdictByRest.set(rest, verdict)
      return before !== undefined && before !== verdict
    })
  })
}

/** Whether the act of the question needs a power. */
export function needsPower({ library, act }: Law): boolean {
  return library.vocabulary.acts.find(({ name }) => name === act)?.power !== null
}

function allows({ library }: Law, name: string, state: FactState | undefined, value: FactValue): boolean {
  if (state === undefined || state.kind === 'cannot-say') {
    const { agencies, facts } = library.vocabulary
    // What nobody offered is not so, and who is not named is no private body.
    if (facts.some((fact) => fact.name === name && fact.isVolunteered)) return value === 'no'
    return name !== 'agency' || !agencies.some((kind) => kind.name === value && kind.isPrivate)
  }
  return state.kind === 'value' ? state.value === value : state.values.includes(value)
}

/** Each doubtful term that bears on the act is treated as its doubt rule says; only a prohibition or a conflict may follow. */
function settleByDoubt(
  law: Law,
  stack: Stack,
  all: readonly Tried[],
): { readonly tried: readonly Tried[]; readonly doubts: readonly Doubt[] } | null {
  const read = new Set(
    rulesOf(stack)
      .filter((rule) => rule.acts.includes(law.act))
      .flatMap((rule) => factsIn(rule.condition)),
  )
  const doubts = doubtsOf(stack).filter((doubt) => {
    const truths = new Set(all.map(({ facts }) => meets(doubt.condition, facts)))
    return truths.size === 2 && factsIn(doubt.condition).some((name) => read.has(name))
  })
  if (doubts.length === 0) return null
  const tried = all.filter(({ facts }) => doubts.every((doubt) => meets(doubt.condition, facts) === doubt.treatAs))
  const [verdict, ...others] = distinct(tried)
  if (others.length > 0 || (verdict !== 'prohibited' && verdict !== 'conflict')) return null
  return { tried, doubts }
}

function readings(tried: readonly Tried[], power: boolean): Expected['readings'] {
  const ways = tried[0]?.answer.readings ?? []
  const answers = ways.map(({ without }, index) => ({
    without,
    verdicts: distinct(
      tried
        .flatMap(({ answer }) => answer.readings[index] ?? [])
        .map(({ state }) => ({ verdict: verdictOf(state, power) })),
    ),
  }))
  const keys = new Set(answers.map(({ verdicts }) => verdicts.join()))
  return keys.size < 2 ? [] : answers
}

/** The names of the facts that a condition reads. */
export function factsIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'always':
      return []
    case 'all':
    case 'any':
      return condition.of.flatMap(factsIn)
    case 'not':
    case 'term':
      return factsIn(condition.of)
    case 'is':
    case 'range':
    case 'never':
      return [condition.fact]
  }
}
