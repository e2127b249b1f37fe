/** The facts of a vocabulary by their names. */
import type { Fact, Vocabulary } from '@brightline/language'

/** Gives the facts of a vocabulary by name. Made once. */
export function factsByName(vocabulary: Vocabulary): ReadonlyMap<string, Fact> {
  const known = byVocabulary.get(vocabulary)
  if (known !== undefined) return known
  const made = new Map(vocabulary.facts.map((fact) => [fact.name, fact]))
  byVocabulary.set(vocabulary, made)
  return made
}

const byVocabulary = new WeakMap<Vocabulary, ReadonlyMap<string, Fact>>()
