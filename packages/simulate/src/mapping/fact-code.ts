/** Whole numbers for the values of facts, as a case holds them. */
import { agencyFact, type FactValue } from '@brightline/engine'
import type { Vocabulary } from '@brightline/language'
import { neverNumber } from './plan.ts'

/** Lists the names of a fact in the order of their codes; null for numbers and dates, which are their own codes. */
export function namesOfFact(vocabulary: Vocabulary, fact: string): readonly string[] | null {
  if (fact === agencyFact) return vocabulary.agencies.map(({ name }) => name)
  const declared = vocabulary.facts.find(({ name }) => name === fact)
  if (declared === undefined) throw new Error(`no fact ${fact}`)
  switch (declared.type.kind) {
    case 'yes-no':
      return ['no', 'yes']
    case 'one-of':
      return declared.type.values.map(({ name }) => name)
    case 'number':
    case 'date':
      return null
  }
}

/** Finds the code of a value, or null where the names lack it. */
export function codeOf(names: readonly string[] | null, value: FactValue): number | null {
  if (names === null) return value === 'never' ? neverNumber : typeof value === 'number' ? value : null
  const code = names.indexOf(String(value))
  return code < 0 ? null : code
}
