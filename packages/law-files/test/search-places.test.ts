/** What a name may mean, encoded or not. */
import { describe, expect, it } from 'vitest'
import { divisionTitle, readPlaces, searchPlaces } from '../src/index.ts'
import { folderWith, opened, smallCountry } from './law-on-disk.ts'

const withSchools = {
  ...smallCountry,
  'us/ca/los-angeles-unified/place.policy': `language 2 place us/ca/los-angeles-unified "Los Angeles Unified School District" / "Distrito Escolar Unificado de Los Ángeles"
  division "ocd-division/country:us/state:ca/school_district:los_angeles_unified"
  geoid "0622710"
  time-zone "America/Los_Angeles"
`,
  'us/ny/columbia-university/place.policy': `language 2 place us/ny/columbia-university "Columbia University"
  division "ocd-division/country:us/state:ny/place:new_york"
  geoid "0000001"
  time-zone "America/New_York"
`,
}
const { places } = (await readPlaces(opened(folderWith(withSchools)))).library

const found: readonly { readonly text: string; readonly want: readonly string[] }[] = [
  { text: 'Distrito Escolar Unificado de Los Angeles', want: ['us/ca/los-angeles-unified'] },
  { text: 'LAUSD', want: ['us/ca/los-angeles-unified'] },
  { text: 'columbia university, NY', want: ['us/ny/columbia-university'] },
  { text: 'nyc', want: ['us/ny/new-york-city'] },
  { text: 'City of Houston', want: ['us/tx/houston'] },
  { text: 'ciudad de Houston', want: ['us/tx/houston'] },
  { text: 'county of cook', want: ['us/il/cook-county'] },
  { text: 'condado de Cook, Illinois', want: ['us/il/cook-county'] },
  { text: 'springfield', want: ['us/ca/springfield', 'us/tx/springfield'] },
]

const partly: readonly { readonly text: string; readonly want: readonly string[] }[] = [
  { text: 'school', want: ['us/ca/los-angeles-unified'] },
  { text: 'unificado ángeles', want: ['us/ca/los-angeles-unified'] },
  { text: 'univ', want: ['us/ny/columbia-university'] },
  { text: 'hous', want: ['us/tx/houston'] },
]

describe('searchPlaces', () => {
  for (const { text, want } of found) {
    it(`finds \`${text}\``, () => {
      expect(idsOf(searchPlaces(places, text).found)).toEqual(want)
    })
  }

  for (const { text, want } of partly) {
    it(`finds what has \`${text}\` in its name`, () => {
      const search = searchPlaces(places, text)
      expect([idsOf(search.found), idsOf(search.partly)]).toEqual([[], want])
    })
  }

  it('lists the places of a name that are not encoded beside the one that is', () => {
    const { found: encoded, others } = searchPlaces(places, 'houston')
    expect(idsOf(encoded)).toEqual(['us/tx/houston'])
    expect(others.map((one) => divisionTitle(one).en)).toContain('Houston, Minnesota')
    expect(others.map((one) => divisionTitle(one).en)).not.toContain('Houston, Texas')
    expect(searchPlaces(places, 'us/tx/houston').others).toEqual([])
    expect(searchPlaces(places, 'Houston, Texas').others).toEqual([])
  })

  it('gives what is not encoded its ids', () => {
    expect(searchPlaces(places, 'Brookline, MA').others).toMatchObject([
      { id: 'us/ma/brookline', geoid: '2502109175', division: 'ocd-division/country:us/state:ma/place:brookline' },
    ])
    expect(searchPlaces(places, 'Añasco').others).toMatchObject([
      { geoid: '72011', division: 'ocd-division/country:us/territory:pr/municipio:añasco' },
    ])
    expect(searchPlaces(places, 'anasco, puerto rico').others).toHaveLength(1)
  })

  it('finds a city and a county by the name that people say, where no place has it alone', () => {
    const named = (text: string): readonly string[] =>
      searchPlaces(places, text).others.map((one) => divisionTitle(one).en)
    expect(named('Boise')).toContain('Boise City, Idaho')
    expect(named('Boise, Idaho')).toEqual(['Boise City, Idaho', 'Boise County, Idaho'])
    expect(named('Boise County, Idaho')).toEqual(['Boise County, Idaho'])
    expect(named('Zzyzzx')).toEqual([])
  })

  it('tells two of a name by their kind and their state', () => {
    const names = searchPlaces(places, 'Evanston, Illinois').others.map((one) => divisionTitle(one).en)
    expect(names).toEqual(['Evanston, Illinois'])
    const groton = searchPlaces(places, 'groton, connecticut').others.map((one) => divisionTitle(one).en)
    expect(groton.toSorted()).toEqual(['Groton town, Connecticut', 'Groton, Connecticut'])
  })
})

function idsOf(some: readonly { readonly id: string }[]): readonly string[] {
  return some.map(({ id }) => id)
}
