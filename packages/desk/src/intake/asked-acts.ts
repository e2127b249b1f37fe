/** The acts that a request can ask for: those that fit how it came and the kind of agency stand before the others. */
import { actsOfForm, askedByForm, type Stack } from '@brightline/engine'
import type { Way } from './way.ts'

/** The acts to choose from. */
export interface AskedActs {
  readonly fitting: readonly string[]
  /** What such a request seldom asks of such an agency. It can be chosen all the same. */
  readonly others: readonly string[]
  /** Nothing that came says what is asked, so that somebody has to. */
  readonly mustSay: boolean
}

/** Kinds of agency that keep nobody in custody and arrest nobody. */
export const kindsWithoutCustody: readonly string[] = [
  ...['prosecutor', 'school', 'university', 'hospital', 'library', 'shelter', 'motor-vehicles', 'city-department'],
  ...['governing-body', 'private-hospital', 'private-school', 'private-university', 'private-shelter', 'child-care'],
  'employer',
]
/** What the vocabulary calls acts on people who are held, stopped or arrested. */
const ofCustody: readonly string[] = ['custody', 'street']

/** Lists the acts that the form of a way can ask an agency of a kind for. */
export function askedActs(
  { vocabulary }: Pick<Stack, 'vocabulary'>,
  { facts, seldom }: Way,
  agencyKind: string,
): AskedActs {
  const form = String(facts['request.form'])
  const all = actsOfForm(vocabulary, form) ?? []
  const hasCustody = !kindsWithoutCustody.includes(agencyKind)
  const topicOf = (act: string): string => vocabulary.acts.find(({ name }) => name === act)?.topic ?? ''
  const fits = (act: string): boolean => !seldom.includes(act) && (hasCustody || !ofCustody.includes(topicOf(act)))
  const fitting = all.filter(fits)
  const mustSay = askedByForm(vocabulary, form).askable.length > 0
  // Where nothing fits, the form was meant for another agency, and all of it is shown.
  return fitting.length === 0
    ? { fitting: all, others: [], mustSay }
    : { fitting, others: all.filter((act) => !fits(act)), mustSay }
}
