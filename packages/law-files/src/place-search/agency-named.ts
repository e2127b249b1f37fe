/** Agencies by what people call them: `Chicago Public Schools`, `Sheriff of Cook County`, `LAPD`. */
import type { Place } from '@brightline/language'
import { slug, slugsOf, stemOf } from './place-name.ts'
import { searchPlaces, type PlaceSearch } from './search.ts'

/** An agency that a name means: its kind, and the places that the rest of the name means. */
export interface AgencySearch {
  /** The kind, by its name in the vocabulary. */
  readonly kind: string
  readonly search: PlaceSearch
}

/** Words that name a kind of agency beside the name of its place, those that hold others before them. */
const wordsOfKind: readonly (readonly [kind: string, words: readonly string[]])[] = [
  ['motor-vehicles', ['department of motor vehicles', 'departamento de vehiculos motorizados', 'dmv']],
  ['campus-police', ['campus police', 'school police']],
  ['state-police', ['state police', 'highway patrol', 'state patrol', 'policia estatal']],
  ['police', ['police department', 'police dept', 'police', 'departamento de policia', 'policia', 'pd']],
  [
    'sheriff',
    [
      ...["sheriff's office", "sheriff's department", "sheriff's dept", 'sheriffs office', 'sheriffs department'],
      ...[
        'sheriff office',
        'sheriff department',
        "sheriff's",
        'sheriffs',
        'sheriff',
        'oficina del alguacil',
        'alguacil',
      ],
    ],
  ],
  [
    'jail',
    [
      ...['department of corrections', 'department of correction', 'corrections', 'detention center', 'jails', 'jail'],
      ...['departamento correccional', 'carcel', 'doc'],
    ],
  ],
  ['probation', ['probation department', 'probation', 'departamento de libertad condicional']],
  [
    'prosecutor',
    [
      ...["district attorney's office", 'district attorney', "state's attorney's office", "state's attorney"],
      ...['states attorney', 'state attorney', 'county attorney', "prosecutor's office", 'prosecutor', 'fiscalia'],
    ],
  ],
  ['court', ['superior court', 'circuit court', 'district court', 'municipal court', 'courts', 'court', 'tribunal']],
  [
    'school',
    [
      ...['unified school district', 'independent school district', 'public school district', 'school district'],
      ...['public schools', 'public school', 'board of education', 'school board', 'schools', 'school'],
      ...['distrito escolar unificado', 'distrito escolar', 'escuelas publicas', 'escuelas', 'escuela'],
      ...['unified', 'usd', 'isd'],
    ],
  ],
  ['library', ['public library', 'public libraries', 'libraries', 'library', 'biblioteca publica', 'biblioteca']],
  ['hospital', ['public hospital', 'hospital', 'medical center', 'health system', 'clinic', 'clinica']],
  ['shelter', ['shelter', 'albergue']],
  ['governing-body', ['city council', 'county board', 'board of supervisors', 'council', 'concejo']],
]

/** Ends of short names, such as `LAPD` and `CPS`, with the kind that each stands for. */
const endsOfKind: readonly (readonly [end: string, kind: string])[] = [
  ...(['usd', 'isd', 'ps', 'doe'] as const).map((end) => [end, 'school'] as const),
  ...[['doc', 'jail'] as const, ['pd', 'police'] as const, ['so', 'sheriff'] as const, ['pl', 'library'] as const],
]

const phrases = wordsOfKind.flatMap(([kind, words]) => words.map((one) => ({ kind, words: slug(one) })))
/** The number of a school district: `1`, `No. 1`, `R-1J`. */
const number = '(?:(?:-(?:no|number|num|numero|n|r|re))?-?[0-9]{1,4}[a-z]{0,2})?'
const between = /^(?:(?:of|the|for|in|de|del)-)+|(?:-(?:of|the|for|in|de|del))+$/g

/** What a name means: places, or else an agency and the places of it. */
export interface NameSearch {
  readonly search: PlaceSearch
  /** The kind of agency that the name says; null where it says none. */
  readonly agency: string | null
}

/** Searches places, and agencies where no place has the name. */
export function searchName(places: readonly Place[], text: string): NameSearch {
  const search = searchPlaces(places, text)
  const named = search.found.length > 0 || search.others.length > 0 ? null : searchAgency(places, text)
  return named === null ? { search, agency: null } : { search: named.search, agency: named.kind }
}

/** Finds the agency that a name means; null where it names no kind of agency, or no place. */
export function searchAgency(places: readonly Place[], text: string): AgencySearch | null {
  const name = slug(text)
  const named = phrases.find(({ words }) => `-${name}-`.includes(`-${words}-`))
  if (named === undefined) return agencyAbbreviated(places, name)
  const words = named.kind === 'school' ? `${named.words}${number}` : named.words
  const rest = `-${name}-`
    .replace(new RegExp(`-${words}-`), '-')
    .replaceAll(/^-|-$/g, '')
    .replaceAll(between, '')
  if (rest === '') return null
  // Nobody says the county of a sheriff: `Cook Sheriff`.
  const names = named.kind === 'sheriff' ? [`${rest}-county`, rest] : [rest]
  for (const one of names) {
    const search = searchPlaces(places, one)
    const { found, others, meant } = search
    if (found.length > 0 || others.length > 0 || (one === rest && meant !== null))
      return { kind: kindAt(named.kind, search), search }
  }
  return null
}

/** A state runs prisons and no jail; the police of a university are its own. */
function kindAt(kind: string, { found, others }: PlaceSearch): string {
  const ids = [...found, ...others].map(({ id }) => id)
  const isState = ids.length > 0 && ids.every((id) => /^us\/[a-z]{2}$/.test(id))
  if (isState) return { jail: 'state-prison', police: 'state-police' }[kind] ?? kind
  const isOfCampus = found.length > 0 && found.every(({ title }) => /\b(?:university|college)\b/i.test(title.en))
  return kind === 'police' && isOfCampus ? 'campus-police' : kind
}

/** Finds the encoded cities and counties whose initials a short name begins with. */
function agencyAbbreviated(places: readonly Place[], name: string): AgencySearch | null {
  if (!/^[a-z]{3,7}$/.test(name)) return null
  const kinds = endsOfKind.filter(([end]) => name.endsWith(end))
  for (const [end, kind] of kinds) {
    const letters = name.slice(0, -end.length)
    const isCounty = kind === 'sheriff'
    const found = places.filter(
      (place) =>
        place.id.split('/').length > 2 &&
        isCounty === place.id.endsWith('-county') &&
        shortNamesOf(place).includes(letters),
    )
    if (letters !== '' && found.length > 0)
      return { kind, search: { found, others: [], partly: [], meant: null, inside: null } }
  }
  return null
}

/** Gives `la` of Los Angeles, `cc` of Cook County, and both `nyc` and `ny` of New York City. */
function shortNamesOf({ title }: Place): readonly string[] {
  return slugsOf(title).flatMap((name) => {
    const stem = stemOf(name)
    return [name, ...(stem.includes('-') ? [stem] : [])].map((one) =>
      one
        .split('-')
        .map((word) => word.charAt(0))
        .join(''),
    )
  })
}
