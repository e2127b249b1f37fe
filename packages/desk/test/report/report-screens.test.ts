/** Reports as each role meets them over HTTP: what is shown, what is refused, and what leaves the building. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPublisher } from '../../src/record/publish.ts'
import { sampleOf } from '../server/sample-of.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { Visitor } from '../server/visitor.ts'
import { smallYear, writeYear } from './small-year.ts'

let desk: TestDesk
let references: readonly string[] = []
const visitors = new Map<string, Visitor>()
beforeAll(async () => {
  desk = await startTestDesk()
  for (const role of ['clerk', 'supervisor', 'counsel', 'records-officer', 'auditor'] as const)
    visitors.set(role, await desk.signedIn(await desk.addUser(role)))
  visitors.set('administrator', await desk.administrator())
  await desk.superuser.query(
    `update desk.agencies set place = 'us/ny/new-york-city', kind = 'jail', time_zone = 'America/New_York'`,
  )
  references = await writeYear(desk.superuser, await sampleOf(desk.superuser), smallYear)
})
afterAll(async () => await desk?.end())

const as = (role: string): Visitor => visitors.get(role) ?? new Visitor(desk.app)
const year = { form: 'nyc-jails', starts: '2024-07-01', ends: '2025-06-30' }

async function draft(): Promise<string> {
  const officer = as('records-officer')
  await officer.get('/reports')
  const begun = await officer.post('/reports', year)
  expect(begun.status).toBe(303)
  return String(begun.headers['location'])
}

describe('a draft', () => {
  it('says what is missing, and every number opens the requests behind it', async () => {
    const path = await draft()
    const { page } = await as('auditor').get(path)
    expect(page).toContain('2 gaps to close before it is signed')
    expect(page).toContain('Federal money asked for and received')
    const behind = [...page.matchAll(/href="(\/reports\/[^"]+\/rows[^"]+)"[^>]*>(\d+)</g)]
    expect(behind.length).toBeGreaterThan(5)
    for (const [, address = '', count] of behind) {
      const rows = await as('auditor').get(address.replaceAll('&amp;', '&'))
      expect(rows.page.match(/href="\/cases\/SJ-26-\d+"/g)?.length, address).toBe(Number(count))
    }
  })

  it('takes numbers and days alone, keeps what was typed, and says how it compares with bookings', async () => {
    const path = await draft()
    const officer = as('records-officer')
    await officer.get(path)
    const wrong = await officer.post(`${path}/inputs`, { 'money-asked': 'a lot', bookings: '4' })
    expect(wrong.status).toBe(422)
    expect(wrong.page).toContain('Enter a whole number')
    expect(wrong.page).toContain('value="a lot"')
    const typed = { 'money-asked': '1,200,000', 'money-received': '90000', bookings: '4', note: 'Sample Person' }
    expect((await officer.post(`${path}/inputs`, typed)).status).toBe(303)
    const { page } = await officer.get(path)
    expect(page).toContain('The booking system has 4, the record 3: 1 apart.')
    expect(page).toContain('1 gap to close before it is signed')
    const { rows } = await desk.superuser.query(`select document::text as document from desk.reports`)
    expect(rows.map(({ document }) => String(document)).join('')).not.toContain('Sample Person')
  })

  it('is drafted, typed into and signed by those who may, and by nobody else', async () => {
    const path = await draft()
    for (const role of ['clerk', 'administrator'])
      for (const address of ['/reports', path, `${path}/report.json`])
        expect((await as(role).get(address)).status, role).toBe(403)
    for (const role of ['clerk', 'administrator', 'auditor'])
      expect((await as(role).post('/reports', year)).status, role).toBe(403)
    for (const role of ['clerk', 'administrator', 'auditor', 'records-officer'])
      expect((await as(role).post(`${path}/sign`)).status, role).toBe(403)
    // Whoever did not draft it does not type into it.
    expect((await as('supervisor').post(`${path}/inputs`, { bookings: '9' })).status).toBe(403)
    expect((await new Visitor(desk.app).get(path)).headers['location']).toMatch(/^\/sign-in/)
  })
})

describe('a number', () => {
  it('opens the requests behind it, also where it is a sum, or all that was received', async () => {
    const path = await draft()
    const { page } = await as('auditor').get(path)
    const recorded = Number(/[Tt]he record (?:has )?(\d+)/.exec(page)?.[1])
    const ways = [...page.matchAll(/href="([^"]*\/rows\?[^"]*)"[^>]*>([^<]+)</g)].map(([, way = '', words = '']) => ({
      way: way.replaceAll('&amp;', '&'),
      words,
    }))
    expect(ways.filter(({ words }) => !/^\d+$/.test(words)).map(({ words }) => words)).toEqual([
      'Requests that the record has',
    ])
    expect(ways.length).toBeGreaterThan(4)
    const sums = page.split('<tr').filter((row) => row.includes('<b>Total</b>'))
    expect(sums.some((row) => row.includes('/rows?'))).toBe(true)
    for (const { way, words } of ways) {
      const behind = await as('auditor').get(way)
      expect(behind.status, way).toBe(200)
      const shown = [...behind.page.matchAll(/<a class="mono" href="\/cases\//g)].length
      expect(shown, way).toBe(/^\d+$/.test(words) ? Number(words) : recorded)
    }
  })
})

describe('a report of a period that runs', () => {
  it('is drafted, and not signed', async () => {
    const officer = as('records-officer')
    await officer.get('/reports')
    const next = { form: 'nyc-jails', starts: '2099-07-01', ends: '2100-06-30' }
    const path = String((await officer.post('/reports', next)).headers['location'])
    const counsel = as('counsel')
    expect((await counsel.get(path)).page).toContain('The period runs until June 30, 2100.')
    const signed = await counsel.post(`${path}/sign`, { 'know-gaps': 'yes' })
    expect(signed.status).toBe(422)
    expect(signed.page).toContain('The report can be signed after it')
    // With nothing missing the heading says no more than the part below it.
    await officer.get(path)
    await officer.post(`${path}/inputs`, { 'money-asked': '0', 'money-received': '0' })
    const { page } = await officer.get(path)
    expect(page).toContain('<h1>Nothing is missing so far, and the period still runs.')
    expect((await officer.get(`${path}?lang=es`)).page).toContain('<h1>Hasta ahora no falta nada, y el período')
    await officer.get(`${path}?lang=en`)
  })

  it('is not said to be ready where the booking system has another number, before somebody looks', async () => {
    const officer = as('records-officer')
    await officer.get('/reports')
    const quiet = { form: 'nyc-jails', starts: '2019-07-01', ends: '2020-06-30' }
    const path = String((await officer.post('/reports', quiet)).headers['location'])
    await officer.get(path)
    const money = { 'money-asked': '0', 'money-received': '0' }
    await officer.post(`${path}/inputs`, { ...money, bookings: '2' })
    expect((await officer.get(path)).page).toContain('<h1>The record and the booking system are 2 apart. Look why')
    expect((await officer.get(`${path}?lang=es`)).page).toContain(
      '<h1>El registro y el sistema de ingresos difieren en 2.',
    )
    await officer.get(`${path}?lang=en`)
    await officer.post(`${path}/inputs`, { ...money, bookings: '0' })
    expect((await officer.get(path)).page).toContain('<h1>Nothing is missing. It can be signed.')
  })
})

describe('a filed report', () => {
  it('downloads as the bytes that were hashed, and as a public copy that names no request and no small count', async () => {
    const path = await draft()
    const counsel = as('counsel')
    await counsel.get(path)
    expect((await counsel.post(`${path}/sign`, { 'know-gaps': 'yes' })).status).toBe(303)
    const { page } = await counsel.get(path)
    const [hash] = /[0-9a-f]{64}/.exec(page) ?? []
    const json = await as('auditor').get(`${path}/report.json`)
    expect(createHash('sha256').update(json.page).digest('hex')).toBe(hash)
    expect(json.headers['content-disposition']).toBe('attachment; filename="nyc-jails-2024-07-01-2025-06-30-v1.json"')
    const csv = await as('auditor').get(`${path}/report.csv`)
    expect(csv.page).toContain(
      'nyc-others,Other people with detainers,held-in-vain,"Held, and not collected",people,Number,1',
    )
    for (const ending of ['json', 'csv', 'html']) {
      const copy = await as('auditor').get(`${path}/public.${ending}`)
      expect(copy.status).toBe(200)
      for (const reference of references) expect(copy.page, ending).not.toContain(reference)
      // The comparison with bookings would tell how many there are.
      expect(copy.page, ending).not.toMatch(/booking/)
    }
    const copy = JSON.parse((await as('auditor').get(`${path}/public.json`)).page)
    const pdf = await as('auditor').get(`${path}/report.pdf`)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    const counts = JSON.stringify(
      copy.tables.map(({ rows }: { rows: readonly { counts: unknown }[] }) => rows.map(({ counts: c }) => c)),
    )
    expect(counts).not.toMatch(/[[,][1-9][,\]]/)
    expect((await counsel.post(`${path}/sign`, { 'know-gaps': 'yes' })).page).toContain('Somebody filed it before you')
    expect((await as('records-officer').post(`${path}/inputs`, { bookings: '1' })).status).toBe(403)
  })

  it('is corrected by a new version', async () => {
    const officer = as('records-officer')
    const list = await officer.get('/reports')
    expect(list.page).toContain('filed, version 1')
    const path = await draft()
    const { page } = await officer.get(path)
    expect(page).toContain('Version 2')
    expect(page).toContain('What this version changes')
    expect(page).toMatch(/value="4"|Nothing differs/)
  })

  it('is caught where SQL lets its row say another period, another version or another hash', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'log-'))
    const publisher = startPublisher({ owner: desk.owner, keys: join(folder, 'keys'), log: () => undefined })
    await publisher.publish()
    const alterations = [
      ['starts_on = starts_on - 365', 'starts_on = starts_on + 365'],
      ['version = version + 40', 'version = version - 40'],
      [`hash = sha256(hash)`, null],
    ] as const
    const seen: boolean[] = []
    for (const [alter, undo] of alterations) {
      await desk.superuser.query(`update desk.reports set ${alter} where filed_at is not null`)
      const { page } = await as('auditor').get('/audit/record?from=2020-01-01&through=2099-12-31')
      seen.push(page.split('<tr').some((row) => row.includes('number 1<') && row.includes('ALTERED')))
      if (undo !== null) await desk.superuser.query(`update desk.reports set ${undo} where filed_at is not null`)
    }
    await publisher.stop()
    rmSync(folder, { recursive: true, force: true })
    expect(seen).toEqual([true, true, true])
  })

  it('discharges the day on which the law wanted it', async () => {
    await desk.superuser.query(
      `insert into desk.duties (agency_id, rule, document, due_at, calendar, time_zone, day)
       select id, 'us/ny/new-york-city/admin-code-9-131 section 9-131(f)', '{}', '2025-09-02T03:59:59Z', 'day', time_zone, '2025-09-01' from desk.agencies`,
    )
    const path = await draft()
    const supervisor = as('supervisor')
    await supervisor.get(path)
    expect((await supervisor.post(`${path}/sign`, { 'know-gaps': 'yes' })).status).toBe(303)
    const { rows } = await desk.superuser.query(
      `select state, proof ->> 'how' as how from desk.duties where day = '2025-09-01'`,
    )
    expect(rows).toEqual([{ state: 'discharged', how: 'filed' }])
  })
})

describe('whatever is sent to reports', () => {
  it('is answered in words, and never fails', async () => {
    const path = await draft()
    const officer = as('records-officer')
    await officer.get(path)
    const names = ['form', 'starts', 'ends', 'bookings', 'money-asked', 'know-gaps', '__proto__', 'constructor']
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('nyc-jails', '2024-07-01', '2025-06-30', '2025-02-31', '-1', '1e9', '\u0000'),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('/reports', `${path}/inputs`),
        fc.dictionary(fc.constantFrom(...names), value),
        async (address, fields) => {
          expect((await officer.post(address, fields)).status).toBeLessThan(500)
        },
      ),
      { numRuns: 80 },
    )
    for (const address of [
      '/reports/x',
      `${path}/rows`,
      `${path}/rows?part=nyc-others&row=9999&column=0`,
      `${path}/rows?part=__proto__&row=0&column=0`,
      `${path}/report.exe`,
      `${path}/%00`,
    ])
      expect((await officer.get(address)).status, address).toBeLessThan(500)
  })
})

describe('a place whose law asks for no report', () => {
  it('is told where else what the law wants told stands', async () => {
    await desk.superuser.query(`update desk.agencies set place = 'us/ex/springfield', time_zone = 'America/Chicago'`)
    const { page } = await as('records-officer').get('/reports')
    expect(page).toContain('<h1>The law of this place asks for no report that the desk compiles.</h1>')
    expect(page).toContain('<a href="/calendar">Calendar of the agency</a>')
  })
})
