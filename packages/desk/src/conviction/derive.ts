/** What the law asks of convictions, as facts; the convictions themselves are not among them. */
import { deriveFacts, rulesOf, testsOf, type AnswerJson, type DerivedFact, type Stack } from '@brightline/engine'
import type { Conviction, Fact } from '@brightline/language'
import type { NewAnswers } from '../case/keep-answers.ts'

/** Lists the facts that the rules of a law read and that follow from convictions. */
export function derivedFactsOf(stack: Stack): readonly Fact[] {
  const read = new Set(rulesOf(stack).flatMap(({ condition }) => testsOf(condition).map(({ fact }) => fact)))
  return stack.vocabulary.facts.filter(({ name, derivation }) => derivation !== null && read.has(name))
}

/** Derives facts as of a day. Where a record leaves one open, it is one that nobody can tell. */
export function answersFrom(
  stack: Stack,
  convictions: readonly Conviction[],
  today: string,
): { readonly answers: NewAnswers; readonly open: readonly string[] } {
  const derived = deriveFacts(derivedFactsOf(stack), convictions, stack.library.offences, today)
  // INVARIANT: dates after the day were refused where they were typed.
  if (!derived.ok) throw new Error('a conviction after the day')
  const entries = derived.value.map(({ fact, possible }) => [fact, onlyOne(possible)] as const)
  const open = entries.flatMap(([fact, value]) => (value === null ? [fact] : []))
  return { answers: Object.fromEntries(entries), open }
}

function onlyOne(possible: DerivedFact['possible']): AnswerJson {
  const [first] = possible
  return possible.length === 1 && first !== undefined ? first : null
}
