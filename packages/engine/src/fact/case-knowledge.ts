/** What is known in a case that an example states. */
import type { Example, Library } from '@brightline/language'
import { derive } from '../conviction/derive.ts'
import { agencyFact, type FactValue } from './condition.ts'
import type { FactState, Knowledge } from './knowledge.ts'

/** The facts of an example, with those derived from its convictions. */
export function knowledgeOf(
  library: Library,
  example: Pick<Example, 'agency' | 'asOf' | 'givens' | 'convictions'>,
): Knowledge {
  const knowledge = new Map<string, FactState>()
  if (example.agency !== null) knowledge.set(agencyFact, { kind: 'value', value: example.agency })
  if (example.convictions.length > 0) {
    for (const fact of library.vocabulary.facts) {
      if (fact.derivation === null) continue
      const derived = derive(fact, example.convictions, library.offences, example.asOf)
      if (derived.kind === 'derived') knowledge.set(fact.name, toState(derived.possible))
    }
  }
  for (const given of example.givens) {
    knowledge.set(given.fact, given.kind === 'unknown' ? { kind: 'cannot-say' } : { kind: 'value', value: given.value })
  }
  return knowledge
}

function toState(possible: readonly FactValue[]): FactState {
  const [first] = possible
  return possible.length === 1 && first !== undefined
    ? { kind: 'value', value: first }
    : { kind: 'one-of', values: possible }
}
