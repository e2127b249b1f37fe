/** The knowledge of a case that an example states. */
import type { Example, Library } from '@brightline/language'
import { deriveFacts, stateOf } from '../conviction/derived-facts.ts'
import { agencyFact } from '../fact/condition.ts'
import type { FactState, Knowledge } from '../fact/knowledge.ts'

/** Collects the facts of an example, with those derived from its convictions. */
export function knowledgeOf(
  library: Library,
  example: Pick<Example, 'agency' | 'asOf' | 'givens' | 'convictions'>,
): Knowledge {
  const knowledge = new Map<string, FactState>()
  if (example.agency !== null) knowledge.set(agencyFact, { kind: 'value', value: example.agency })
  if (example.convictions.length > 0) {
    const { convictions, asOf } = example
    const derived = deriveFacts(library.vocabulary.facts, convictions, library.offences, asOf)
    if (derived.ok) for (const { fact, possible } of derived.value) knowledge.set(fact, stateOf(possible))
  }
  for (const given of example.givens) {
    knowledge.set(given.fact, given.kind === 'unknown' ? { kind: 'cannot-say' } : { kind: 'value', value: given.value })
  }
  return knowledge
}
