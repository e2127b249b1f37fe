/** What is encoded around a place. */
import { join } from 'node:path'
import type { Place } from '@brightline/language'
import { describe, expect, it } from 'vitest'
import { notEncodedDivision, placesNear, readPlaces, searchPlaces, type NearPlace } from '../src/index.ts'
import { opened } from './law-on-disk.ts'

const { places: encoded } = (await readPlaces(opened(join(import.meta.dirname, '../../../law')))).library

/** Some encoded places, so that what is encoded later changes nothing here. */
const places = [
  'us',
  'us/ca',
  'us/ca/san-francisco',
  'us/il',
  'us/il/chicago',
  'us/il/cook-county',
  'us/ny/new-york-city',
].flatMap((id) => encoded.filter((place) => place.id === id))

const cases: readonly { readonly name: string; readonly want: readonly string[] }[] = [
  {
    name: 'Evanston, Illinois',
    want: ['us/il above', 'us above', 'us/il/cook-county county', 'us/il/chicago same-county'],
  },
  { name: 'Oakland, California', want: ['us/ca above', 'us above', 'us/ca/san-francisco same-state'] },
  // Its state is not encoded, and its neighbours lie across a line.
  { name: 'Gary, Indiana', want: ['us above', 'us/il/chicago elsewhere', 'us/il/cook-county elsewhere'] },
  { name: 'Jersey City, New Jersey', want: ['us above', 'us/ny/new-york-city elsewhere'] },
  { name: 'Chicago', want: ['us/il above', 'us above', 'us/il/cook-county county'] },
  { name: 'Cook County', want: ['us/il above', 'us above', 'us/il/chicago same-county'] },
]

describe('placesNear', () => {
  for (const { name, want } of cases) {
    it(`finds what matters for ${name}`, () => {
      const near = placesNear(places, originOf(name), 3).map(shown)
      expect(near.slice(0, want.length)).toEqual(want)
    })
  }

  it('says about how far it is, and that it does not know where it does not', () => {
    const distance = (name: string, to: string): number | null | undefined =>
      placesNear(places, originOf(name), 3).find(({ place }) => place.id === to)?.kilometres
    expect(distance('Oakland, California', 'us/ca/san-francisco')).toBeGreaterThan(10)
    expect(distance('Oakland, California', 'us/ca/san-francisco')).toBeLessThan(80)
    expect(distance('Camp Point, Illinois', 'us/il/chicago')).toBeNull()
  })

  it('lists so many neighbours and no more', () => {
    expect(placesNear(places, originOf('Oakland, California'), 1).map(shown)).toHaveLength(3)
  })
})

describe('notEncodedDivision', () => {
  it('names the layers that are encoded, the county, and the state that is not', () => {
    const evanston = searchPlaces(places, 'Evanston, Illinois').others[0]
    const gary = searchPlaces(places, 'Gary, Indiana').others[0]
    if (evanston === undefined || gary === undefined) throw new Error('the atlas lacks a city')
    expect(notEncodedDivision(places, evanston)).toMatchObject({
      name: { en: 'Evanston, Illinois' },
      missingState: null,
      counties: [{ geoid: '17031', division: 'ocd-division/country:us/state:il/county:cook' }],
    })
    expect(notEncodedDivision(places, evanston).layers.map(({ id }) => id)).toEqual(['us/il', 'us'])
    expect(notEncodedDivision(places, gary)).toMatchObject({ missingState: { en: 'Indiana' }, layers: [{ id: 'us' }] })
  })
})

function originOf(name: string): Parameters<typeof placesNear>[1] {
  const { found, others } = searchPlaces(places, name)
  const origin: Place | (typeof others)[number] | undefined = found[0] ?? others[0]
  if (origin === undefined) throw new Error(`no place ${name}`)
  return origin
}

function shown({ place, relation }: NearPlace): string {
  return `${place.id} ${relation}`
}
