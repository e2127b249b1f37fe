/** Addresses of the what-if page: the place and the date of the law, and behind the question mark the whole case. */
import { readDay, typedDay } from '../screen/day-field.ts'
import { href } from '../screen/href.ts'

/** A case that is tried. Nothing of it is kept anywhere but in the address. */
export interface TriedCase {
  readonly agency: string
  /** One act; empty for those that the form asks. */
  readonly act: string
  /** Values by the names of facts. */
  readonly facts: ReadonlyMap<string, string>
}

/** Makes the address of a case under the law of a place on a date. */
export function whatIfHref(place: string, asOf: string, { agency, act, facts }: TriedCase): string {
  const values = [...facts].map(([fact, value]) => [`f.${fact}`, value] as const)
  return href(`/law/${place}/${asOf}/what-if`, {
    agency,
    ...(act === '' ? {} : { act }),
    ...Object.fromEntries(values),
  })
}

/** Reads a case from what stands behind the question mark; days also from their boxes. A fact that is left empty is not known. */
export function readTriedCase(query: Readonly<Record<string, string>>, agency: string): TriedCase {
  const facts = Object.entries(query).flatMap(([name, value]): readonly (readonly [string, string])[] =>
    name.startsWith('f.') && value.trim() !== '' ? [[name.slice(2), value.trim()]] : [],
  )
  const days = [...new Set(Object.keys(query).flatMap((name) => /^on\.(.+)-(?:day|month|year)$/.exec(name)?.[1] ?? []))]
  const dated = days.flatMap((fact): readonly (readonly [string, string])[] => {
    const typed = typedDay(query, `on.${fact}`)
    const day = readDay(typed)
    // What is no day is answered by the law with what is wrong with it.
    return day === null ? [] : [[fact, day?.toString() ?? [typed.year, typed.month, typed.day].join('-')]]
  })
  return { agency: query['agency'] ?? agency, act: query['act'] ?? '', facts: new Map([...facts, ...dated]) }
}

/** The case with which pages begin: a detainer without any paper of a court, and a release date that nobody published. */
export function startingCase(agency: string): TriedCase {
  return { agency, act: '', facts: new Map(Object.entries(startingFacts)) }
}

const startingFacts = {
  'request.form': 'i-247a',
  'warrant.form': 'none',
  'person.in-custody': 'yes',
  'release.public': 'no',
} as const
