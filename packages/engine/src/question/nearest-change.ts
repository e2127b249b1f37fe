/** Changes of one fact that would change an answer. */
import { dateOf, type FactType, type Verdict } from '@brightline/language'
import { firstDay, lastDay } from '../fact/space.ts'

/** One change of one known fact, or one fact told unasked, that would change the verdict. */
export interface NearestChange {
  readonly fact: string
  /** The value by its name, or an inclusive range of numbers or ISO dates. */
  readonly to: string | { readonly from: number | string; readonly to: number | string }
  readonly verdict: Verdict
}

/** A range of which an end is null where the values of the fact end, and no law cuts them. */
export interface OpenEnds {
  readonly from: number | string | null
  readonly to: number | string | null
}

/** Opens the ends of a range that are only where numbers of the type or the calendar end. */
export function openEnds({ from, to }: Exclude<NearestChange['to'], string>, type: FactType | undefined): OpenEnds {
  const [first, last] = type?.kind === 'number' ? [type.min, type.max] : [dateOf(firstDay), dateOf(lastDay)]
  return from === to ? { from, to } : { from: from === first ? null : from, to: to === last ? null : to }
}
