/** The time for which a form asks: each of its editions may ask for another. */
import { isWithin, type Interval, type Span, type Vocabulary } from '@brightline/language'
import { formFact } from '../fact/condition.ts'

/**
 * Finds the time for which the edition of a form asks that was in use on a date; null where it asks for none.
 *
 * @example
 * spanAsked(vocabulary, 'i-247a', '2026-11-01')?.amount // => 48
 */
export function spanAsked({ facts }: Pick<Vocabulary, 'facts'>, form: string, asOf: string): Span | null {
  const type = facts.find(({ name }) => name === formFact)?.type
  if (type?.kind !== 'one-of') return null
  const spans = type.values.find(({ name }) => name === form)?.spans ?? []
  return spans.find(({ force }) => isWithin([force], asOf))?.span ?? null
}

/** Lists the intervals in which editions of forms ask for a time. */
export function editionsOf({ facts }: Pick<Vocabulary, 'facts'>): readonly Interval[] {
  const type = facts.find(({ name }) => name === formFact)?.type
  return type?.kind === 'one-of' ? type.values.flatMap(({ spans }) => spans.map(({ force }) => force)) : []
}
