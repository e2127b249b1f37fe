/** Whom law binds: kinds of agency. */
import { isWithin, type Instrument, type Library, type Vocabulary } from '@brightline/language'
import { publicKinds } from '../fact/condition.ts'

/** Tells whether a provision binds a kind of agency (null: any). What names none binds the public kinds. */
export function bindsKind(
  agencies: readonly string[] | null,
  agency: string | null,
  vocabulary: Pick<Vocabulary, 'agencies'>,
): boolean {
  const bound = agencies ?? publicKinds(vocabulary)
  return agency === null || bound === null || bound.includes(agency)
}

/** Lists the instruments of one place itself that bind a kind of agency on a date: by a rule, a duty or what is not encoded. */
export function instrumentsBinding(
  { instruments, vocabulary }: Library,
  place: string,
  agency: string,
  asOf: string,
): readonly Instrument[] {
  return instruments.filter(({ place: of, rules, duties, notEncoded }) => {
    if (of !== place) return false
    const bearing = notEncoded.filter(({ acts }) => acts.length > 0)
    return [...rules, ...duties, ...bearing].some(
      ({ agencies, inForce }) => bindsKind(agencies, agency, vocabulary) && isWithin(inForce, asOf),
    )
  })
}
