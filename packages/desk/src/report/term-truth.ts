/** Whether a term of the law holds of a case, as far as its record says. */
import { truthGiven, type FactState } from '@brightline/engine'
import type { Library } from '@brightline/language'
import type { RecordedCase } from './recorded-case.ts'

/** A term: the instrument that defines it, and its name there. */
export interface TermName {
  readonly instrument: string
  readonly name: string
}

/** Tells it by the definition of the law, never by a rule of ours. A term that the law no longer has may hold. */
export function truthOfTerm(
  library: Library,
  { instrument, name }: TermName,
  { facts }: Pick<RecordedCase, 'facts'>,
): 'yes' | 'no' | 'maybe' {
  const terms = library.instruments.find(({ id }) => id === instrument)?.terms
  const term = terms?.find((one) => one.name === name)
  if (term === undefined) return 'maybe'
  const known = [...facts].flatMap(([fact, value]): readonly (readonly [string, FactState])[] => {
    const plain = typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
    return plain === null ? [] : [[fact, { kind: 'value', value: plain }]]
  })
  return truthGiven(term.condition, library.vocabulary, new Map(known))
}
