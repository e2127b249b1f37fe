/** What the law asks of convictions, as facts; the convictions themselves are not among them. */
import { deriveFacts, rulesOf, testsOf, type AnswerJson, type DerivedFact, type Stack } from '@brightline/engine'
import type { Conviction, Fact } from '@brightline/language'
import type { NewAnswers } from '../case/keep-answers.ts'

/** Lists the facts that the rules of a law read and that follow from convictions. */
export function derivedFactsOf(stack: Stack): readonly Fact[] {
  const read = new Set(rulesOf(stack).flatMap(({ condition }) => testsOf(condition).map(({ fact }) => fact)))
  return stack.vocabulary.facts.filter(({ name, derivation }) => derivation !== null && read.has(name))
}

/** What follows from convictions. */
export interface Derived {
  readonly answers: NewAnswers
  /** What the record leaves open, so that nobody can tell. */
  readonly open: readonly string[]
  /** What no table can list, so that it is asked. */
  readonly asked: readonly string[]
}

/** Derives facts as of a day. Where a record leaves one open that tables list, it is one that nobody can tell. */
export function answersFrom(stack: Stack, convictions: readonly Conviction[], today: string): Derived {
  const facts = derivedFactsOf(stack)
  const derived = deriveFacts(facts, convictions, stack.library.offences, today)
  // INVARIANT: dates after the day were refused where they were typed.
  if (!derived.ok) throw new Error('a conviction after the day')
  const unlisted = new Set(facts.flatMap(({ name, derivation }) => (derivation?.table === null ? [name] : [])))
  const entries = derived.value.map(({ fact, possible }) => [fact, onlyOne(possible)] as const)
  const isAsked = ([fact, value]: (typeof entries)[number]): boolean => value === null && unlisted.has(fact)
  const answered = entries.filter((entry) => !isAsked(entry))
  return {
    answers: Object.fromEntries(answered),
    open: answered.flatMap(([fact, value]) => (value === null ? [fact] : [])),
    asked: entries.filter(isAsked).map(([fact]) => fact),
  }
}

function onlyOne(possible: DerivedFact['possible']): AnswerJson {
  const [first] = possible
  return possible.length === 1 && first !== undefined ? first : null
}
