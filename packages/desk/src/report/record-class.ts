/** The class of record by which New York City splits its answers and transfers, as the terms of its law define it. */
import type { Library } from '@brightline/language'
import type { RecordedCase } from './recorded-case.ts'
import { truthOfTerm } from './term-truth.ts'

/** The classes of Admin. Code 9-131(f) and 14-154(f), and that the search of the record is not on file. */
export const recordClasses = ['serious-conviction', 'match-only', 'neither', 'not-searched'] as const

/** One class. */
export type RecordClass = (typeof recordClasses)[number]

/** Where the definitions stand: an instrument, and the names of two terms in it. */
export interface ClassTerms {
  readonly instrument: string
  readonly conviction: string
  readonly match: string
}

/** Makes what finds the class of a case: by the terms of the law, never by a rule of ours. */
export function recordClassOf(library: Library, terms: ClassTerms): (one: RecordedCase) => RecordClass {
  const { instrument } = terms
  const truthOf = (name: string, one: RecordedCase): 'yes' | 'no' | 'maybe' =>
    truthOfTerm(library, { instrument, name }, one)
  return (one) => {
    const conviction = truthOf(terms.conviction, one)
    if (conviction === 'yes') return 'serious-conviction'
    if (conviction === 'maybe') return 'not-searched'
    const match = truthOf(terms.match, one)
    if (match === 'maybe') return 'not-searched'
    return match === 'yes' ? 'match-only' : 'neither'
  }
}
