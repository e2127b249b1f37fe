/** The knowledge of a case that an example states. */
import type { Example } from '@brightline/language'
import { deriveFacts, stateOf } from '../conviction/derived-facts.ts'
import { agencyFact } from '../fact/condition.ts'
import type { FactState, Knowledge } from '../fact/knowledge.ts'
import type { Stack } from '../stack/layer.ts'

/** Collects the facts of an example, with those that its place derives from its convictions. */
export function knowledgeOf(
  { vocabulary, library }: Pick<Stack, 'vocabulary' | 'library'>,
  example: Pick<Example, 'agency' | 'asOf' | 'givens' | 'convictions'>,
): Knowledge {
  const knowledge = new Map<string, FactState>()
  if (example.agency !== null) knowledge.set(agencyFact, { kind: 'value', value: example.agency })
  if (example.convictions.length > 0) {
    const { convictions, asOf } = example
    const derived = deriveFacts(vocabulary.facts, convictions, library.offences, asOf)
    if (derived.ok) for (const { fact, possible } of derived.value) knowledge.set(fact, stateOf(possible))
  }
  for (const given of example.givens) {
    knowledge.set(given.fact, given.kind === 'unknown' ? { kind: 'cannot-say' } : { kind: 'value', value: given.value })
  }
  return knowledge
}
