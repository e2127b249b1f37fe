/** The counties and municipalities of the United States, encoded or not: the tables in `atlas/`, read when they are needed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../package-folder.ts'
import type { Texts } from '@brightline/language'
import { slug } from './place-name.ts'

/** A place that exists, whether or not anybody encoded its law. */
export interface Division {
  readonly kind: 'state' | 'county' | 'city'
  /** The id that its folder has, or would have. */
  readonly id: string
  /** The name as people say it, and with its kind as the Census has it: `Houston` and `Houston city`. */
  readonly name: Texts
  readonly full: string
  /** Whether no other city or town of the state has the name. */
  readonly isOnly: boolean
  readonly geoid: string
  /** The Open Civic Data id. */
  readonly division: string
  readonly state: State
  /** GEOIDs of the counties that it lies in, as far as they are known. */
  readonly counties: readonly string[]
}

/** A state, the federal district or a territory. */
export interface State {
  readonly geoid: string
  readonly postal: string
  readonly title: Texts
}

/** The middle of a county, in degrees. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** Everything that the tables hold. */
export interface Atlas {
  readonly states: readonly State[]
  readonly divisions: readonly Division[]
  readonly byGeoid: ReadonlyMap<string, Division>
  /** The middle of each county, by GEOID. */
  readonly middles: ReadonlyMap<string, Point>
}

/** Reads the tables, once in a process. */
export function readAtlas(): Atlas {
  kept ??= makeAtlas()
  return kept
}

let kept: Atlas | null = null

/** Towns of these states stand right below the state in division ids; elsewhere the county stands between. */
const townsBelowState = new Set(['ct', 'ma', 'me', 'nh', 'ri', 'vt'])
const territories = ['as', 'gu', 'mp', 'pr', 'vi'] as const
const kindOfState: Readonly<Record<string, string>> = {
  dc: 'district',
  ...Object.fromEntries(territories.map((postal) => [postal, 'territory'])),
}

function makeAtlas(): Atlas {
  const states = rows('us-states.tsv').map(([geoid = '', postal = '', en = '', es = '']): State => ({
    geoid,
    postal,
    title: { en, es },
  }))
  const stateByGeoid = new Map(states.map((state) => [state.geoid, state]))
  const countyRows = rows('us-counties.tsv')
  const counties = countyRows.flatMap((row) => county(row, stateByGeoid))
  const countyByGeoid = new Map(counties.map((one) => [one.geoid, one]))
  const cities = rows('us-cities.tsv').flatMap((row) => city(row, stateByGeoid, countyByGeoid))
  const divisions = [...states.map(ofState), ...counties, ...withTwins(cities)]
  const middles = countyRows.flatMap(([geoid = '', , latitude = '', longitude = '']) =>
    latitude === '' ? [] : [[geoid, { latitude: Number(latitude), longitude: Number(longitude) }] as const],
  )
  const byGeoid = new Map(divisions.map((one) => [one.geoid, one]))
  return { states, divisions, byGeoid, middles: new Map(middles) }
}

function rows(file: string): readonly (readonly string[])[] {
  const text = readFileSync(join(packageFolder, 'atlas', file), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
}

/** Marks the cities and towns whose name another of their state has. */
function withTwins(cities: readonly Division[]): readonly Division[] {
  const counts = new Map<string, number>()
  for (const { id } of cities) counts.set(id, (counts.get(id) ?? 0) + 1)
  return cities.map((one) => (counts.get(one.id) === 1 ? one : { ...one, isOnly: false }))
}

function ofState(state: State): Division {
  const { geoid, postal, title } = state
  const own = { id: `us/${postal}`, name: title, full: title.en, division: divisionOf(state) }
  return { kind: 'state', ...own, isOnly: true, geoid, state, counties: [] }
}

function divisionOf({ postal }: State): string {
  return `ocd-division/country:us/${kindOfState[postal] ?? 'state'}:${postal}`
}

function county(
  [geoid = '', full = '', , , exception = '']: readonly string[],
  states: ReadonlyMap<string, State>,
): readonly Division[] {
  const state = states.get(geoid.slice(0, 2))
  if (state === undefined) return []
  const [, stem = full, kind = 'county'] = /^(.*?) (Census Area|City and Borough|\S+)$/.exec(full) ?? []
  const last = exception === '' ? idPart(stem) : exception
  const division = `${divisionOf(state)}/${kindInId(kind)}:${last}`
  const own = { id: `us/${state.postal}/${slug(full)}`, name: { en: full, ...spanish(stem, kind) }, full, division }
  return [{ kind: 'county', ...own, isOnly: true, geoid, state, counties: [geoid] }]
}

function kindInId(kind: string): string {
  const small = kind.toLowerCase().replaceAll(' ', '_')
  return ['municipality', 'city_and_borough'].includes(small) ? 'borough' : small
}

/** Gives the Spanish name of a county or parish; others keep theirs. */
function spanish(stem: string, kind: string): { readonly es?: string } {
  if (kind === 'County') return { es: `condado de ${stem}` }
  return kind === 'Parish' ? { es: `parroquia de ${stem}` } : {}
}

function city(
  [geoid = '', full = '', inCounties = '', exception = '']: readonly string[],
  states: ReadonlyMap<string, State>,
  counties: ReadonlyMap<string, Division>,
): readonly Division[] {
  const state = states.get(geoid.slice(0, 2))
  if (state === undefined) return []
  const stem = full.replace(/ (?:urban county|city and borough|(?:metropolitan|unified) government|\S+)$/, '')
  // A township often has the name of the city in it, and says that it is one.
  const name = full.endsWith(' township') ? full : stem
  const around = inCounties.split(' ').flatMap((digits) => (digits === '' ? [] : [`${state.geoid}${digits}`]))
  const county = geoid.length === 10 && !townsBelowState.has(state.postal) ? counties.get(around[0] ?? '') : undefined
  const division = `${county?.division ?? divisionOf(state)}/place:${exception === '' ? idPart(stem) : exception}`
  const own = { id: `us/${state.postal}/${slug(name)}`, name: { en: name }, full, division }
  return [{ kind: 'city', ...own, isOnly: true, geoid, state, counties: around }]
}

function idPart(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(' ', '_')
    .replaceAll(/[^\p{L}\p{N}_.-]/gu, '~')
}
