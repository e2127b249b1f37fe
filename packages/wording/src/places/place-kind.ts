/** What kind of place a place is, as its division id says. */
import type { Place } from '@brightline/language'

/** The kind of a place. */
export type PlaceKind = 'country' | 'state' | 'county' | 'city' | 'school-district' | 'institution'

const kindByPart: Readonly<Record<string, PlaceKind>> = {
  ...{ country: 'country', state: 'state', territory: 'state', district: 'state' },
  ...{ county: 'county', parish: 'county', borough: 'county', census_area: 'county', municipio: 'county' },
  ...{ place: 'city', school_district: 'school-district' },
}

/**
 * Tells the kind of a place. What lies deeper in the law than its division, such as a university, is an institution.
 *
 * @example
 * kindOfPlace({ id: 'us/il/cook-county', division: 'ocd-division/country:us/state:il/county:cook' }) // => 'county'
 */
export function kindOfPlace({ id, division }: Pick<Place, 'id' | 'division'>): PlaceKind {
  const last = division.slice(division.lastIndexOf('/') + 1).split(':')[0] ?? ''
  const kind = kindByPart[last] ?? 'institution'
  const depth = id.split('/').length
  if (kind === 'country') return depth === 1 ? kind : 'institution'
  return kind === 'state' && depth > 2 ? 'institution' : kind
}
