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
  {
    text: 'us/tx/harris-county',
    code: 'LAW-0101',
    values: { name: 'Harris County', title: { en: 'Texas' }, above: 'us/tx' },
  },
  {
    text: 'harris county, tx',
    code: 'LAW-0101',
    values: { name: 'Harris County', title: { en: 'Texas' }, above: 'us/tx' },
  },
  {
    text: 'dallas county texas',
    code: 'LAW-0101',
    values: { name: 'Dallas County', title: { en: 'Texas' }, above: 'us/tx' },
  },
  {
    text: 'us/tx/houston/heights',
    code: 'LAW-0101',
    values: { name: 'Heights', title: { en: 'Houston' }, above: 'us/tx/houston' },
  },
  // Only the whole name is meant: other places have the names of counties.
  { text: 'us/ny/richmond', code: 'REQ-0008', values: { name: 'us/ny/richmond', meant: 'us/ny/new-york-city' } },
  {
    text: 'richmond county, texas',
    code: 'LAW-0101',
    values: { name: 'Richmond County', title: { en: 'Texas' }, above: 'us/tx' },
  },
  { text: 'us/ga', code: 'LAW-0101', values: { name: 'GA', title: { en: 'United States' }, above: 'us' } },
  {
    text: 'us/ga/fulton-county',
    code: 'LAW-0101',
    values: { name: 'Fulton County', title: { en: 'United States' }, above: 'us' },
  },
  {
    text: 'springfield',
    code: 'LAW-0102',
    values: { name: 'springfield', places: ['us/ca/springfield', 'us/tx/springfield'] },
  },
  { text: 'New York', code: 'LAW-0102', values: { name: 'New York', places: ['us/ny/new-york-city', 'us/ny'] } },
  { text: 'us/tx/huoston', code: 'REQ-0008', values: { name: 'us/tx/huoston', meant: 'us/tx/houston' } },
  { text: 'huston', code: 'REQ-0008', values: { name: 'huston', meant: 'us/tx/houston' } },
  { text: 'californa', code: 'REQ-0008', values: { name: 'californa', meant: 'us/ca' } },
  { text: 'us/txx', code: 'REQ-0008', values: { name: 'us/txx', meant: 'us/tx' } },
]

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

  it('lists places where nothing is near', async () => {
    for (const text of ['zzzzzz', '', '  ', '/', 'harris county', '../etc/passwd']) {
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
