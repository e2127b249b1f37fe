/** What the law of a place changed, the same law as data for other programs, and situations to try. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { akomaNtoso } from '../../src/law-reader/akoma-ntoso.ts'
import { documentOf } from '../../src/law-reader/reading.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Visitor } from '../server/visitor.ts'
import { testLaw } from '../test-law.ts'

let desk: TestDesk
let reader: Visitor
beforeAll(async () => {
  desk = await startTestDesk()
  reader = await desk.signedIn(await desk.addUser('clerk'))
})
afterAll(async () => await desk?.end())

const place = '/law/us/ex/springfield/2026-11-29'
const plain = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('what changed', () => {
  it('is a sentence first, then numbers, then each change with a case that shows it', async () => {
    expect((await reader.get(place)).page).toContain(`href="${place}/changes"`)
    const { page, status } = await reader.get(`${place}/changes?since=2026-04-01`)
    expect(status).toBe(200)
    const text = plain(page)
    const order = [
      'From April 1, 2026 to November 29, 2026',
      'stricter',
      'Standard situations that come out otherwise',
      'A case that shows it',
    ]
    const places = order.map((one) => text.indexOf(one))
    expect(
      places.every((at) => at >= 0),
      text.slice(0, 2000),
    ).toBe(true)
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
    expect(/<h1>([^<]*)<\/h1>/.exec(page)?.[1]).toMatch(/acts?\b/)
  })

  it('is said in Spanish, and as data', async () => {
    const { page } = await reader.get(`${place}/changes?since=2026-04-01&lang=es`)
    expect(page).toContain('Del 1 de abril de 2026 al 29 de noviembre de 2026')
    expect(plain(page)).not.toMatch(/\bstricter\b|\bBefore\b/)
    await reader.get('/?lang=en')
    const { bytes, headers } = await reader.get(`${place}/changes?since=2026-04-01&as=json`)
    expect(headers['content-type']).toContain('application/json')
    expect(JSON.parse(bytes.toString())).toMatchObject({ version: 2, isSame: false })
  })

  it('begins by itself before the newest change, and says where nothing differs', async () => {
    expect((await reader.get(`${place}/changes`)).status).toBe(200)
    const { page } = await reader.get(`${place}/changes?since=2026-11-29`)
    expect(page).toMatch(/<h1>[^<]*[Nn]othing/)
  })

  it('asks again for a day that is none, or that lies after the law that is shown', async () => {
    for (const query of ['since-year=2026&since-month=13&since-day=1', 'since=2027-01-01', 'since=yesterday']) {
      const { status, page } = await reader.get(`${place}/changes?${query}`)
      expect(status, query).toBe(422)
      expect(page).toMatch(/<title>Error: /)
    }
  })
})

it('the law of a place is a download too', async () => {
  expect((await reader.get(place)).page).toContain(`href="${place}?as=json"`)
  const { bytes } = await reader.get(`${place}?as=json`)
  expect(JSON.parse(bytes.toString())).toMatchObject({ version: 2, place: 'us/ex/springfield', asOf: '2026-11-29' })
})

describe('law as Akoma Ntoso', () => {
  it('is a download of each instrument, with its sections, and nothing in it is taken for a mark', async () => {
    const path = '/law/us/ex/springfield/welcoming-ordinance/2026-11-29'
    expect((await reader.get(path)).page).toContain(`${path}?as=akn"`)
    const { bytes, headers } = await reader.get(`${path}?as=akn`)
    expect(headers['content-type']).toContain('application/xml')
    const text = bytes.toString()
    expect(text).toContain('<section eId="sec_12.30"><num>12.30</num><heading>Civil immigration detainers</heading>')
    expect(text).toContain('<FRBRcountry value="us"/>')
    const { instruments } = documentOf((await testLaw.all()).stackAt('us/ex/springfield', '2026-11-29'), 'en')
    const [first] = instruments
    if (first === undefined) throw new Error('no instrument')
    const shown = { ...first, title: 'A & B <c> "d" \u0000\uFFFF' }
    expect(akomaNtoso({ shown, asOf: '2026-11-29', lang: 'en' })).toContain(
      'A &amp; B &lt;c&gt; &quot;d&quot; </docTitle>',
    )
    const to = process.env['AKN']
    if (to === undefined) return
    for (const place of ['us/ca/san-francisco', 'us/il/chicago', 'us/tx', 'us/ex/springfield'])
      for (const one of documentOf((await testLaw.all()).stackAt(place, '2026-11-28'), 'es').instruments)
        writeFileSync(
          join(to, `${one.id.replaceAll('/', '-')}.xml`),
          akomaNtoso({ shown: one, asOf: '2026-11-28', lang: 'es' }),
        )
  })
})

describe('the standard situations', () => {
  it('can be tried under the law of each place', async () => {
    const { page } = await reader.get(`${place}/what-if`)
    expect(page).toContain('Situations from real counters, to try here (20)')
    const [, way = ''] = /<a href="([^"]*what-if[^"]*)">A family member asks/.exec(page) ?? []
    const tried = await reader.get(way.replaceAll('&amp;', '&'))
    expect(tried.status).toBe(200)
    expect(tried.page).toContain('answer other questions about a person in custody')
  })
})
