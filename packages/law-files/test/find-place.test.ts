/** Places by the names that people have for them. */
import { join } from 'node:path'
import type { Result } from '@brightline/language'
import { describe, expect, it } from 'vitest'
import { findPlace, readPlaces } from '../src/index.ts'
import { folderWith, opened, smallCountry } from './law-on-disk.ts'

const found: readonly { readonly text: string; readonly place: string }[] = [
  { text: 'us/tx/houston', place: 'us/tx/houston' },
  { text: ' US/TX/Houston/ ', place: 'us/tx/houston' },
  { text: 'houston', place: 'us/tx/houston' },
  { text: 'Houston, TX', place: 'us/tx/houston' },
  { text: 'houston texas', place: 'us/tx/houston' },
  { text: 'california', place: 'us/ca' },
  { text: 'tx', place: 'us/tx' },
  { text: 'Cook County', place: 'us/il/cook-county' },
  { text: 'cook, illinois', place: 'us/il/cook-county' },
  { text: 'Springfield, California', place: 'us/ca/springfield' },
  { text: 'new york city', place: 'us/ny/new-york-city' },
  { text: 'united states', place: 'us' },
  { text: 'Richmond County', place: 'us/ny/new-york-city' },
  { text: 'Condado de Richmond', place: 'us/ny/new-york-city' },
  { text: 'richmond county, New York', place: 'us/ny/new-york-city' },
  { text: 'us/ny/richmond-county', place: 'us/ny/new-york-city' },
]

const missing: readonly { readonly text: string; readonly code: string; readonly values: object }[] = [
  ...[
    'us/tx/harris-county',
    'harris county, tx',
    'Condado de Harris, Texas',
    'Harris, TX',
    'county of Harris texas',
  ].map((text) => ({ text, code: 'LAW-0101', values: inTexas('Harris County', 'condado de Harris') })),
  { text: 'dallas county texas', code: 'LAW-0101', values: inTexas('Dallas County', 'condado de Dallas') },
  {
    text: 'richmond county, texas',
    code: 'LAW-0101',
    values: {
      name: { en: 'Richmond County' },
      own: { en: 'Richmond County' },
      above: 'us/tx',
      layers: ['us/tx', 'us'],
    },
  },
  {
    text: 'us/tx/houston/heights',
    code: 'LAW-0101',
    values: {
      name: { en: 'Heights' },
      own: { en: 'Heights' },
      above: 'us/tx/houston',
      layers: ['us/tx/houston', 'us/tx', 'us'],
    },
  },
  ...['seattle', 'Seattle, WA', 'us/wa/seattle', 'City of Seattle, Washington'].map((text) => ({
    text,
    code: 'LAW-0101',
    values: inState('Seattle, Washington', 'Seattle, Washington', { en: 'Washington', es: 'Washington' }),
  })),
  ...['us/ga/fulton-county', 'Fulton County, Georgia', 'fulton ga'].map((text) => ({
    text,
    code: 'LAW-0101',
    values: inState('Fulton County, Georgia', 'condado de Fulton, Georgia', { en: 'Georgia', es: 'Georgia' }),
  })),
  // No list has it, and still its state is known.
  {
    text: 'Nowhere Falls, Georgia',
    code: 'LAW-0101',
    values: {
      name: { en: 'Nowhere Falls' },
      own: { en: 'Nowhere Falls' },
      ...{ above: 'us', layers: ['us'], state: { en: 'Georgia', es: 'Georgia' } },
    },
  },
  ...['us/ga', 'Georgia', 'ga'].map((text) => ({
    text,
    code: 'LAW-0101',
    values: { name: { en: 'Georgia', es: 'Georgia' }, above: 'us', layers: ['us'] },
  })),
  {
    text: 'harris county',
    code: 'LAW-0111',
    values: {
      name: 'harris county',
      named: ['Harris County, Georgia', 'Harris County, Texas'],
      first: 'Harris County, Georgia',
    },
  },
  { text: 'Seatle', code: 'REQ-0008', values: { name: 'Seatle', meant: 'Seattle, Washington' } },
  // Only the whole name is meant: other places have the names of counties.
  { text: 'us/ny/richmond', code: 'REQ-0008', values: { name: 'us/ny/richmond', meant: 'us/ny/new-york-city' } },
  {
    text: 'springfield',
    code: 'LAW-0102',
    values: { name: 'springfield', places: ['us/ca/springfield', 'us/tx/springfield'] },
  },
  { text: 'New York', code: 'LAW-0102', values: { name: 'New York', places: ['us/ny/new-york-city', 'us/ny'] } },
  { text: 'us/tx/huoston', code: 'REQ-0008', values: { name: 'us/tx/huoston', meant: 'us/tx/houston' } },
  { text: 'huston', code: 'REQ-0008', values: { name: 'huston', meant: 'us/tx/houston' } },
  { text: 'cok county', code: 'REQ-0008', values: { name: 'cok county', meant: 'us/il/cook-county' } },
  { text: 'New York Ctiy', code: 'REQ-0008', values: { name: 'New York Ctiy', meant: 'us/ny/new-york-city' } },
  { text: 'californa', code: 'REQ-0008', values: { name: 'californa', meant: 'us/ca' } },
  { text: 'us/txx', code: 'REQ-0008', values: { name: 'us/txx', meant: 'us/tx' } },
  ...['59715', '59715-1234', 'ZIP 59715', 'zip code 59715', 'código postal 59715'].map((name) => ({
    text: name,
    code: 'LAW-0112',
    values: { name },
  })),
  ...['Seattle, WA 98104', 'Seattle Washington 98104-1234'].map((text) => ({
    text,
    code: 'LAW-0101',
    values: inState('Seattle, Washington', 'Seattle, Washington', { en: 'Washington', es: 'Washington' }),
  })),
  // The law of a state is not above a tribe, whoever names both.
  ...[
    ...['Navajo Nation', 'Navajo Nation Police, Texas', 'Alabama-Coushatta Tribe of Texas', 'us/tx/kickapoo-tribe'],
    ...['Santa Rosa Rancheria, California', 'Wind River Reservation, Wyoming', 'Nación Navajo'],
  ].map((name) => ({ text: name, code: 'LAW-0113', values: { name } })),
  {
    text: 'Seattle Public Schools',
    code: 'LAW-0101',
    values: inState('Seattle, Washington', 'Seattle, Washington', { en: 'Washington', es: 'Washington' }),
  },
]

/** What is said of a county of Texas, whose law is encoded. */
function inTexas(en: string, es: string): object {
  const name = { en: `${en}, Texas`, es: `${es}, Texas` }
  return { name, own: name, above: 'us/tx', layers: ['us/tx', 'us'] }
}

/** What is said of a place in a state that is not encoded. */
function inState(en: string, es: string, state: object): object {
  return { name: { en, es }, own: { en, es }, above: 'us', layers: ['us'], state }
}

const law = opened(folderWith(smallCountry))

describe('findPlace', () => {
  for (const { text, place } of found) {
    it(`finds \`${text}\``, async () => {
      expect(await findPlace(law, text)).toEqual({ ok: true, value: place })
    })
  }

  for (const { text, code, values } of missing) {
    it(`says what \`${text}\` is`, async () => {
      expect(problemIn(await findPlace(law, text))).toEqual({ code, values })
    })
  }

  it('finds every county, parish and borough that the encoded law says a city covers, alone and in its state', async () => {
    const encoded = opened(join(import.meta.dirname, '../../../law'))
    const { places } = (await readPlaces(encoded)).library
    const covering = places.filter(({ covers }) => covers.length > 0)
    expect(covering.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['us/ca/san-francisco', 'us/la/new-orleans', 'us/ny/new-york-city']),
    )
    for (const { id, covers } of covering) {
      const state = id.split('/')[1] ?? ''
      for (const name of covers.flatMap((covered) => Object.values(covered.name))) {
        for (const text of [name, `${name}, ${state}`, `us/${state}/${name.toLowerCase().replaceAll(' ', '-')}`]) {
          expect(await findPlace(encoded, text), text).toEqual({ ok: true, value: id })
        }
      }
    }
  })

  it('tells a law by the place that it is of', async () => {
    const act = 'language 2 instrument us/ca/values-act "Values Act"\n'
    const withAct = opened(folderWith({ ...smallCountry, 'us/ca/values-act.policy': act }))
    expect(problemIn(await findPlace(withAct, 'us/ca/values-act'))).toEqual({
      code: 'LAW-0110',
      values: { name: 'us/ca/values-act', place: 'us/ca' },
    })
    expect(problemIn(await findPlace(withAct, 'us/ca/place'))).toMatchObject({ code: 'LAW-0101' })
    expect(problemIn(await findPlace(withAct, 'us/ca/truth-act'))).toMatchObject({ code: 'LAW-0101' })
  })

  it('knows no state of letters that no state has', async () => {
    for (const text of ['us/zz', 'us/zz/houston'])
      expect(problemIn(await findPlace(law, text)), text).toMatchObject({ code: 'REQ-0008' })
  })

  it('lists places where nothing is near', async () => {
    for (const text of ['zzzzzz', '', '  ', '/', '../etc/passwd']) {
      const problem = problemIn(await findPlace(law, text))
      expect(problem, text).toMatchObject({ code: 'REQ-0008', values: { name: text } })
      expect(problem, text).toHaveProperty('values.places')
    }
  })
})

function problemIn(result: Result<string>): object {
  const [problem] = result.ok ? [] : result.problems
  return { code: problem?.code, values: problem?.values }
}
