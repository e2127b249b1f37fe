/**
 * Makes the table of counties and municipalities that names are looked up in: packages/law-files/atlas. Its README says
 * where the three files come from.
 *
 *     node scripts/place-atlas.ts us_census_places.csv agencies.csv counties-10m.json
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { countyCentres, type Centre } from './place-atlas/county-centres.ts'
import { countiesOfCities, nameKey } from './place-atlas/counties-of-cities.ts'
import { rowsOf } from './place-atlas/rows.ts'

const [divisionsFile, agenciesFile, shapesFile] = process.argv.slice(2)
if (divisionsFile === undefined || agenciesFile === undefined || shapesFile === undefined)
  throw new Error('name three files: the divisions, the agencies and the shapes of counties')

/** A row of the divisions. */
interface Division {
  readonly geoid: string
  readonly name: string
  readonly division: string
}

/** In these states towns are what cities are elsewhere: they govern every acre. */
const townStates = new Set(['09', '23', '25', '33', '34', '36', '44', '50'])
/** Cities that are one with their county, under the names that people have for them; the source leaves them out. */
const mergedCities: readonly (readonly string[])[] = [
  ['0947515', 'Milford city', '009', ''],
  ['1303440', 'Athens city', '059', ''],
  ['1304204', 'Augusta city', '245', ''],
  ['2148006', 'Louisville city', '111', ''],
  ['3011397', 'Butte city', '093', ''],
  ['4752006', 'Nashville city', '037', ''],
]
const folder = join(import.meta.dirname, '../packages/law-files/atlas')

const divisions = rowsOf(divisionsFile).map((row): Division => ({
  geoid: row['census_geoid'] ?? '',
  name: row['name'] ?? '',
  division: row['id'] ?? '',
}))
const counties = divisions.filter(({ geoid }) => geoid.length === 5)
const centres = countyCentres(JSON.parse(readFileSync(shapesFile, 'utf8')))
const policed = countiesOfCities(rowsOf(agenciesFile), counties)
const cities = [...divisions.flatMap((division) => cityRow(division)), ...mergedCities]

write('us-counties.tsv', ['geoid', 'name', 'latitude', 'longitude', 'division'], counties.map(countyRow))
write('us-cities.tsv', ['geoid', 'name', 'counties', 'division'], cities)

function countyRow({ geoid, name, division }: Division): readonly string[] {
  const centre: Centre | undefined = centres.get(geoid)
  const at = centre === undefined ? ['', ''] : [centre.latitude.toFixed(1), centre.longitude.toFixed(1)]
  return [geoid, name, ...at, exceptionOf(name, division)]
}

/** Gives the row of a municipality; none for a county, and for a township without staff of its own. */
function cityRow({ geoid, name, division }: Division): readonly (readonly string[])[] {
  if (geoid.length < 7) return []
  const state = geoid.slice(0, 2)
  const known = policed.get(`${state} ${nameKey(name)}`) ?? []
  const [only, second] = known
  // Where two in a state have the name, the list does not tell which is which.
  const listed = second === undefined ? (only ?? []) : []
  const own = geoid.length === 10 ? [geoid.slice(2, 5)] : listed
  const isKept = geoid.length === 7 || townStates.has(state) || known.flat().includes(geoid.slice(2, 5))
  return isKept ? [[geoid, name, own.join(' '), exceptionOf(name, division)]] : []
}

/** Gives the last part of an id where it does not follow from the name. */
function exceptionOf(name: string, division: string): string {
  const last = division.slice(division.lastIndexOf(':') + 1)
  return last === idPart(name) ? '' : last
}

/** The part of a division id that follows from a name with its kind, such as `west_hollywood` of `West Hollywood city`. */
function idPart(name: string): string {
  return name
    .replace(/ (?:Census Area|City and Borough|\S+)$/, '')
    .toLowerCase()
    .replaceAll(' ', '_')
    .replaceAll(/[^\p{L}\p{N}_.-]/gu, '~')
}

function write(name: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const inOrder = rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
  const lines = [head, ...inOrder].map((row) => row.join('\t'))
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
}
