/** Questions that sometimes make no sense: law that reads them reads, in such a case, that there is nothing. */
import type { Condition, Fact, Vocabulary } from '@brightline/language'

/** Rewrites conditions so that a fact whose question makes no sense in a case counts as saying nothing there. */
export type ReadSensibly = (condition: Condition) => Condition

/**
 * Makes the rewriting under a vocabulary. A test of a fact with a sense is true where the sense holds and the test does,
 * and where the sense fails and the value that stands for nothing passes the test. So an answer never depends on a
 * question that makes no sense, and nobody is asked it.
 */
export function readSensibly({ facts }: Pick<Vocabulary, 'facts'>): ReadSensibly {
  const senses = new Map(facts.flatMap((fact) => (fact.sense === null ? [] : [[fact.name, fact] as const])))
  const known = new Map<Condition, Condition>()
  const rewrite = (condition: Condition): Condition => {
    const before = known.get(condition)
    if (before !== undefined) return before
    const made = rewritten(condition)
    known.set(condition, made)
    return made
  }
  const rewritten = (condition: Condition): Condition => {
    switch (condition.kind) {
      case 'always':
        return condition
      case 'all':
      case 'any':
        return { kind: condition.kind, of: condition.of.map(rewrite) }
      case 'not':
      case 'term':
        return { ...condition, of: rewrite(condition.of) }
      case 'is':
      case 'range':
      case 'never': {
        const fact = senses.get(condition.fact)
        if (fact === undefined || fact.sense === null) return condition
        const sense = rewrite(fact.sense)
        const asked: Condition = { kind: 'all', of: [sense, condition] }
        return saysNothing(fact, condition) ? { kind: 'any', of: [{ kind: 'not', of: sense }, asked] } : asked
      }
    }
  }
  return senses.size === 0 ? (condition) => condition : rewrite
}

/** The names that a value has that stands for nothing. */
const namesOfNothing: readonly string[] = ['none', 'nobody', 'nothing', 'no']

/** Tells whether a test passes the value of a fact that stands for nothing. */
function saysNothing({ type }: Fact, test: Extract<Condition, { readonly fact: string }>): boolean {
  if (test.kind === 'never') return true
  if (test.kind === 'range') return false
  const values = type.kind === 'one-of' ? type.values.map(({ name }) => name) : ['no']
  const nothing = values.find((name) => namesOfNothing.includes(name))
  return nothing !== undefined && test.values.includes(nothing)
}
