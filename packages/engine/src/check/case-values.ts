/** Values of a case in the problems of the checks. */
import type { ProblemValue } from '@brightline/language'
import { factsOf, type Witness } from '../diagram/witness.ts'

/** Gives the decisive facts of a case; none where every case is one. */
export function casesOf(witness: Witness): Readonly<Record<string, ProblemValue>> {
  const facts = factsOf(witness)
  return facts.length === 0 ? {} : { facts }
}
