/** Sheets for paper: without a session, without the database, in both languages, on a page and as text. */
import { stackOf } from '@brightline/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseOn } from '../../src/database/transaction.ts'
import { openPool } from '../../src/database/connection.ts'
import { Obstacle } from '../../src/obstacle.ts'
import { makeApp } from '../../src/server/app.ts'
import type { App } from '../../src/server/room.ts'
import { numbersFrom, readPaperNumber } from '../../src/sheet/paper-number.ts'
import { actsOf, kindsOf, makeSheet } from '../../src/sheet/sheet.ts'
import { sheetTexts } from '../../src/sheet/sheet-text.ts'
import { Visitor } from '../server/visitor.ts'
import { testKeys } from '../test-keys.ts'
import { testLaw } from '../test-law.ts'

const place = 'us/ex/springfield'

describe('pages without a database', () => {
  const pool = openPool({ host: '127.0.0.1', port: 9, user: 'x', password: 'x', database: 'x' }, 1)
  let app: App
  beforeAll(async () => {
    app = await makeApp({
      ...{ database: databaseOn(pool), log: () => undefined, law: testLaw, keys: testKeys, isSecure: false },
    })
  })
  afterAll(async () => {
    await app?.close()
    await pool.end()
  })

  it('are reached from the page that says that it is away', async () => {
    const visitor = new Visitor(app)
    visitor.cookies.set('desk-session', 'a'.repeat(43))
    const away = await visitor.get('/queue?lang=es')
    expect(away.status).toBe(503)
    expect(away.page).toContain('href="/sheet?lang=es"')
    const places = await visitor.get('/sheet?lang=es')
    expect(places.page).toContain(`href="/sheet/${place}?lang=es"`)
    const acts = await visitor.get(`/sheet/${place}?agency=jail&lang=es`)
    expect(acts.page).toContain(`href="/sheet/${place}/hold?agency=jail&amp;lang=es"`)
    const sheet = await visitor.get(`/sheet/${place}/hold?agency=jail&lang=es`)
    expect(sheet.status).toBe(200)
    expect(sheet.page).toContain('FIN: NO DEBE')
    expect(sheet.page).toContain('Pase a 2')
  })

  it('hold every question that can matter, each with its answers, and every end with its law', async () => {
    const { page } = await new Visitor(app).get(`/sheet/${place}/hold?agency=jail`)
    const law = await testLaw.all()
    const sheet = makeSheet(law, { place, act: 'hold', agency: 'jail', day: '2026-11-29', lang: 'en' })
    expect(sheet.steps.length).toBeGreaterThan(3)
    for (const { number } of sheet.steps) expect(page).toContain(`id="step-${number}"`)
    for (const { step } of sheet.steps.flatMap(({ answers }) => answers))
      if (step !== null) expect(sheet.steps.some(({ number }) => number === step)).toBe(true)
    expect(sheet.ends.map(({ title }) => title)).toContain('MUST NOT')
    expect(sheet.ends.every(({ cites }) => cites !== '')).toBe(true)
    expect(sheet.duties.length).toBeGreaterThan(0)
  })

  it('say that there is no such place, act or kind', async () => {
    const visitor = new Visitor(app)
    const paths = ['/sheet/us/nowhere', `/sheet/${place}/nothing`, `/sheet/${place}/hold?agency=nobody`]
    for (const path of paths) expect((await visitor.get(path)).status, path).toBe(404)
  })

  it('make receipts with numbers, one after the other', async () => {
    const visitor = new Visitor(app)
    const { page } = await visitor.get('/sheet/receipts?first=sj-9')
    for (const number of ['SJ-0009', 'SJ-0010', 'SJ-0011', 'SJ-0012']) expect(page).toContain(`>${number}</span>`)
    expect(page).toContain('first=SJ-0013')
    expect((await visitor.get('/sheet/receipts?first=9')).status).toBe(422)
  })
})

describe('sheets as text', () => {
  it('are printed for every act, those that are the same once, in the language that was asked for', async () => {
    const law = await testLaw.all()
    const asked = { place, act: null, agency: 'jail', lang: 'es' }
    const texts = [...sheetTexts(law, asked)]
    const stack = stackOf(law.library, place, '2026-11-29')
    expect(texts.length).toBe(actsOf(stack, 'es').length)
    expect(texts.every((text) => text.startsWith('EN PAPEL:') && text.endsWith('\f'))).toBe(true)
    const lines = texts.flatMap((text) => text.split('\n'))
    expect(lines.filter((line) => line.length > 78 && !line.includes('http'))).toEqual([])
    const ofHold = [...sheetTexts(law, { ...asked, act: 'hold', agency: null })]
    expect(ofHold.length).toBeLessThan(kindsOf(stack, 'es').length)
  })

  it('are refused by name where there is none', async () => {
    const law = await testLaw.all()
    const make = (): unknown => [...sheetTexts(law, { place, act: 'nothing', agency: null, lang: 'en' })]
    expect(make).toThrow(Obstacle)
  })
})

describe('a paper number', () => {
  it('is letters and a number', () => {
    expect([' sj-41 ', 'A-1', 'SJ-123456', 'SJ41', 'SJ-', 'ABCDE-1', ''].map(readPaperNumber)).toEqual([
      ...['SJ-0041', 'A-0001', 'SJ-123456'],
      ...[null, null, null, null],
    ])
    expect(numbersFrom('SJ-0009', 2)).toEqual(['SJ-0009', 'SJ-0010'])
  })
})
