/** Addresses of the what-if page: the place and the date of the law, and behind the question mark the whole case. */
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

/** Reads a case from what stands behind the question mark. A fact that is left empty is not known. */
export function readTriedCase(query: Readonly<Record<string, string>>, agency: string): TriedCase {
  const facts = Object.entries(query).flatMap(([name, value]): readonly (readonly [string, string])[] =>
    name.startsWith('f.') && value.trim() !== '' ? [[name.slice(2), value.trim()]] : [],
  )
  return { agency: query['agency'] ?? agency, act: query['act'] ?? '', facts: new Map(facts) }
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
