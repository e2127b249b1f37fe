/** The counties of cities, from the list of police agencies: the divisions themselves do not say them. */

interface County {
  readonly geoid: string
  readonly name: string
  readonly division: string
}

/** Gives, by state number and name, the counties of every city or town with police of its own: one list of their last three digits each. */
export function countiesOfCities(
  agencies: readonly Readonly<Record<string, string>>[],
  counties: readonly County[],
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const stateOf = new Map(counties.map(({ geoid, division }) => [postalOf(division), geoid.slice(0, 2)]))
  const countyOf = new Map(counties.map(({ geoid, name }) => [`${geoid.slice(0, 2)} ${nameKey(name)}`, geoid.slice(2)]))
  const found = new Map<string, readonly (readonly string[])[]>()
  for (const agency of agencies) {
    // The list has letters of its own for Nebraska.
    const postal = (agency['state_abbr'] ?? '').toLowerCase().replace(/^nb$/, 'ne')
    const state = stateOf.get(postal)
    if (agency['agency_type_name'] !== 'City' || state === undefined) continue
    const names = (agency['county_name'] ?? '').split(/[,;]\s*/)
    const known = names.flatMap((name) => countyOf.get(`${state} ${nameKey(name)}`) ?? [])
    const name = agency['pub_agency_name'] ?? ''
    // Of `Jersey City` the last word is part of the name, of `Cambridge Village` it is not.
    for (const key of new Set([lettersOf(name), nameKey(name)])) {
      const before = found.get(`${state} ${key}`) ?? []
      found.set(`${state} ${key}`, [...before, known])
    }
  }
  return found
}

/** Gives a name without its kind, accents and signs, so that two lists agree on it. */
export function nameKey(name: string): string {
  const small = name
    .toLowerCase()
    .replace(/ (?:charter )?(?:city and borough|city|town|township|village|borough|county|parish|municipality)$/, '')
    .replace(/ (?:metropolitan police department|police department|metro)$/, '')
  return lettersOf(small)
}

function lettersOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\bsaint\b/g, 'st')
    .replaceAll(/[^a-z0-9]/g, '')
}

function postalOf(division: string): string {
  return /\/(?:state|territory|district):([a-z]{2})/.exec(division)?.[1] ?? ''
}
