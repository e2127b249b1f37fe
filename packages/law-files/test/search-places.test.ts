/** What a name may mean, encoded or not. */
import { describe, expect, it } from 'vitest'
import { divisionTitle, placeNamed, readPlaces, searchAgency, searchPlaces } from '../src/index.ts'
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

  it('finds cities by what people call them: those that are one with their county, and those with two names', () => {
    const wanted = [
      ['Nashville', 'us/tn/nashville'],
      ['Louisville, Kentucky', 'us/ky/louisville'],
      ['Lexington', 'us/ky/lexington-fayette'],
      ['Augusta, GA', 'us/ga/augusta'],
      ['Athens, Georgia', 'us/ga/athens'],
      ['Butte, Montana', 'us/mt/butte'],
      ['Milford, Connecticut', 'us/ct/milford'],
      ['Anaconda, Montana', 'us/mt/anaconda-deer-lodge'],
      ['Hartsville, Tennessee', 'us/tn/hartsville-trousdale'],
      ['Ventura', 'us/ca/san-buenaventura-ventura'],
      ['Paso Robles', 'us/ca/el-paso-de-robles-paso-robles'],
    ] as const
    for (const [name, id] of wanted) expect(idsOf(searchPlaces(places, name).others), name).toContain(id)
    expect(searchPlaces(places, 'Nashville, Tennessee').others).toMatchObject([
      { geoid: '4752006', division: 'ocd-division/country:us/state:tn/place:nashville', counties: ['47037'] },
    ])
  })

  it('gives what is not encoded its ids', () => {
    expect(searchPlaces(places, 'Brookline, MA').others).toMatchObject([
      { id: 'us/ma/brookline', geoid: '2502109175', division: 'ocd-division/country:us/state:ma/place:brookline' },
    ])
    expect(searchPlaces(places, 'Añasco').others).toMatchObject([
      { geoid: '72011', division: 'ocd-division/country:us/territory:pr/municipio:añasco' },
    ])
    expect(searchPlaces(places, 'anasco, puerto rico').others).toHaveLength(1)
    for (const [name, postal] of [
      ['Guam', 'gu'],
      ['Samoa Americana', 'as'],
      ['US Virgin Islands', 'vi'],
      ['U.S. Virgin Islands', 'vi'],
      ['Islas Vírgenes', 'vi'],
    ] as const)
      expect(searchPlaces(places, name).others).toMatchObject([
        { id: `us/${postal}`, division: `ocd-division/country:us/territory:${postal}` },
      ])
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

const agencies: readonly { readonly text: string; readonly kind: string; readonly want: readonly string[] }[] = [
  { text: 'Houston Public Schools', kind: 'school', want: ['us/tx/houston'] },
  { text: 'houston isd', kind: 'school', want: ['us/tx/houston'] },
  { text: 'HISD', kind: 'school', want: ['us/tx/houston'] },
  { text: 'HPD', kind: 'police', want: ['us/tx/houston'] },
  { text: 'NYPD', kind: 'police', want: ['us/ny/new-york-city'] },
  { text: 'escuelas de Houston', kind: 'school', want: ['us/tx/houston'] },
  { text: 'sheriff of cook county', kind: 'sheriff', want: ['us/il/cook-county'] },
  { text: "Cook County Sheriff's Office", kind: 'sheriff', want: ['us/il/cook-county'] },
  { text: 'Cook Sheriff', kind: 'sheriff', want: ['us/il/cook-county'] },
  { text: 'CCSO', kind: 'sheriff', want: ['us/il/cook-county'] },
  { text: 'alguacil del condado de Cook', kind: 'sheriff', want: ['us/il/cook-county'] },
  { text: 'cárcel de Houston', kind: 'jail', want: ['us/tx/houston'] },
  { text: 'Texas Department of Corrections', kind: 'state-prison', want: ['us/tx'] },
  { text: 'California Highway Patrol', kind: 'state-police', want: ['us/ca'] },
  { text: 'columbia university police', kind: 'campus-police', want: ['us/ny/columbia-university'] },
]

describe('searchAgency', () => {
  for (const { text, kind, want } of agencies)
    it(`finds the place of \`${text}\`, and its kind`, () => {
      const agency = searchAgency(places, text)
      expect([agency?.kind, idsOf(agency?.search.found ?? [])]).toEqual([kind, want])
    })

  it('finds places that nobody encoded, and a slip', () => {
    const evanston = searchAgency(places, 'Evanston schools')
    expect(evanston?.search.others.map((one) => divisionTitle(one).en)).toContain('Evanston, Illinois')
    const sheriff = searchAgency(places, 'Los Angeles County Sheriff')
    expect(sheriff?.search.others.map((one) => divisionTitle(one).en)).toEqual(['Los Angeles County, California'])
    expect(searchAgency(places, 'Houstn police')?.search.meant).toBe('us/tx/houston')
  })

  for (const text of ['schools', 'sheriff', 'Houston', 'of the', 'pd', '', 'Zzyzzx school'])
    it(`finds no agency in \`${text}\``, () => expect(searchAgency(places, text)).toBeNull())

  it('finds school districts with a number', () => {
    for (const name of [
      'Teton County School District 1',
      'Teton County School District No. 1',
      'School District #1 of Teton County',
    ]) {
      const agency = searchAgency(places, name)
      expect(agency?.kind, name).toBe('school')
      expect(idsOf(agency?.search.others ?? []), name).toContain('us/wy/teton-county')
    }
    expect(searchAgency(places, 'Springfield School District R-1J')?.kind).toBe('school')
    expect(searchAgency(places, 'Independent School District 196')).toBeNull()
  })

  it('says where an agency lies, where a place is needed', () => {
    const named = placeNamed(places, 'Houston Public Schools')
    expect(named.ok ? [] : named.problems).toMatchObject([{ code: 'REQ-0008', values: { meant: 'us/tx/houston' } }])
  })
})
