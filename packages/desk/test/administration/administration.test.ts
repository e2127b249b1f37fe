/** Administration in six pages, and the audit. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shippedLaw } from '@brightline/law-files'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { administrationPhrases } from '../../src/administration/words.ts'
import { lawInUse } from '../../src/case/law-in-use.ts'
import { makeApp } from '../../src/server/app.ts'
import type { App } from '../../src/server/room.ts'
import { openKeyFile, rotateKeyFile } from '../../src/vault/key-file.ts'
import { makeSample } from '../sample.ts'
import { goodPassword, goodSetUp, startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { Visitor } from '../server/visitor.ts'
import { springfield } from '../test-law.ts'

let desk: TestDesk
let app: App
let administrator: Visitor
const folder = mkdtempSync(join(tmpdir(), 'administration-'))
const ordinance = join(folder, 'law/us/ex/springfield/welcoming-ordinance.policy')
beforeAll(async () => {
  cpSync(springfield, join(folder, 'law'), { recursive: true })
  desk = await startTestDesk()
  const keyFile = join(folder, 'keys.json')
  app = await makeApp({
    database: desk.database,
    log: () => undefined,
    isSecure: false,
    law: lawInUse([shippedLaw(), join(folder, 'law')], null),
    keys: await openKeyFile(keyFile),
    rotateKeys: async () => await rotateKeyFile(keyFile),
  })
  await desk.administrator()
  administrator = await signedIn(goodSetUp.name)
})
afterAll(async () => {
  await app?.close()
  await desk?.end()
  rmSync(folder, { recursive: true, force: true })
})

async function signedIn(name: string): Promise<Visitor> {
  await desk.superuser.query('delete from desk.rate_limits')
  const visitor = new Visitor(app)
  await visitor.get('/sign-in')
  expect((await visitor.post('/sign-in', { name, password: goodPassword })).status).toBe(303)
  return visitor
}

const pages = [
  '/administration',
  '/administration/place',
  '/administration/law',
  '/administration/keys',
  '/administration/retention',
  '/administration/backup',
]

describe('the pages', () => {
  it('are for administrators alone', async () => {
    for (const role of ['clerk', 'supervisor', 'counsel', 'records-officer', 'auditor'] as const) {
      const visitor = await signedIn(await desk.addUser(role))
      for (const path of pages) expect((await visitor.get(path)).status, `${role} ${path}`).toBe(403)
      await visitor.get('/')
      for (const path of [...pages.slice(1), '/administration/desks', '/demonstration-end'])
        expect((await visitor.post(path)).status, `${role} ${path}`).toBeOneOf([400, 403])
    }
    for (const path of pages) expect((await administrator.get(path)).status, path).toBe(200)
  })

  it('lead back to administration, each one', async () => {
    for (const path of [...pages.slice(1), '/people', '/deciders', '/translations'])
      expect((await administrator.get(path)).page, path).toContain('<ol class="trail"><li><a href="/administration">')
  })

  it('say the same in Spanish', async () => {
    expect(Object.keys(administrationPhrases.es)).toEqual(Object.keys(administrationPhrases.en))
    expect((await administrator.get('/administration/keys?lang=es')).page).toContain('Claves y conservación')
    await administrator.get('/administration?lang=en')
  })
})

describe('the place', () => {
  it('takes another name and time zone, says so once, and keeps what was typed where it is wrong', async () => {
    await administrator.get('/administration/place')
    const done = await administrator.follow(
      await administrator.post('/administration/place', { name: 'Springfield Jail, North', zone: 'America/Denver' }),
    )
    expect(done.page).toContain('Done. It is on record.')
    expect(done.page).toContain('value="Springfield Jail, North"')
    const wrong = await administrator.post('/administration/place', { name: ' ', zone: 'Mars/Base' })
    expect(wrong.status).toBe(422)
    expect(wrong.page).toMatch(/<title>Error: /)
    expect(wrong.page).toContain('Choose a time zone')
  })

  it('takes another desk, and no two with the same letters', async () => {
    await administrator.get('/administration/place')
    expect((await administrator.post('/administration/desks', { desk: 'Booking', prefix: 'SB' })).status).toBe(303)
    await administrator.get('/administration/place')
    const taken = await administrator.post('/administration/desks', { desk: 'Booking again', prefix: 'SB' })
    expect(taken.status).toBe(422)
    expect(taken.page).toContain('Another desk has these letters')
    expect(taken.page).toContain('value="Booking again"')
  })
})

describe('the law', () => {
  it('that is read again with errors stays as it was, and the administrator is told at home and here', async () => {
    const text = readFileSync(ordinance, 'utf8')
    await administrator.get('/administration/law')
    writeFileSync(ordinance, text.replace('staff must not hold', 'staff must nod hold'))
    const page = (await administrator.follow(await administrator.post('/administration/law'))).page
    expect(page).toContain('The law from before stays in use.')
    expect(page).toContain('us/ex/springfield/welcoming-ordinance.policy:')
    expect((await administrator.get('/')).page).toContain('The law could not be read again.')
    expect((await administrator.get('/law/us/ex/springfield/welcoming-ordinance/2026-11-29')).status).toBe(200)
    writeFileSync(ordinance, text)
    await administrator.get('/administration/law')
    const mended = await administrator.follow(await administrator.post('/administration/law'))
    expect(mended.page).toContain('The law in use is the one on disk.')
    expect(mended.page).not.toContain('Server processes')
  })

  it('leads from the policy that binds today to the law of today, though it stands since an earlier day', async () => {
    const today = Temporal.Now.plainDateISO('America/Chicago').toString()
    const { page } = await administrator.get('/administration/law')
    expect(page).toContain(`href="/law/us/ex/springfield/${today}"`)
  })
})

describe('the keys', () => {
  it('get a new master key, and are counted for this agency alone', async () => {
    await makeSample(desk.superuser)
    // Those of a sample are under a master key that nobody has.
    await desk.superuser.query('delete from desk.vault')
    await desk.superuser.query('delete from desk.digest_keys')
    const before = /master-\d+-\w+/.exec((await administrator.get('/administration/keys')).page)?.[0]
    const { status, page } = await administrator.post('/administration/keys')
    expect(status).toBe(200)
    expect(page).toContain('A new master key is in use.')
    expect(/master-\d+-\w+/.exec(page)?.[0]).not.toBe(before)
  })
})

describe('the audit', () => {
  it('shows who did what, by filters that stand in the address', async () => {
    const auditor = await signedIn(await desk.addUser('auditor'))
    const all = await auditor.get('/audit')
    for (const words of [
      'changed the agency',
      'added a desk',
      'read the law again',
      'made a new master key',
      goodSetUp.name,
    ])
      expect(all.page, words).toContain(words)
    const some = await auditor.get('/audit?kind=desk-added')
    expect(some.page).toContain('1 event on record')
    expect(some.page).not.toContain('<td>changed the agency</td>')
    expect((await auditor.get('/audit?from=2020-01-01&through=2020-12-31')).page).toContain('0 events on record')
    const wrong = await auditor.get('/audit?from=2026-02-30')
    expect(wrong.status).toBe(422)
    expect(wrong.page).toContain('Enter a day that exists, such as 11 29 2026')
    const boxes = '/audit?from-day=1&from-month=1&from-year=2020&through-day=31&through-month=12&through-year=20'
    const { page } = await auditor.get(`${boxes}&lang=es`)
    expect(page).toContain('/audit/events.csv?kind=&amp;from=2020-01-01&amp;through=2020-12-31')
    expect(page.indexOf('from-day')).toBeLessThan(page.indexOf('from-month'))
    expect((await auditor.get('/audit/openings')).status).toBe(200)
  })

  it('is not for clerks, and its openings not for administrators', async () => {
    const clerk = await signedIn(await desk.addUser('clerk'))
    expect((await clerk.get('/audit')).status).toBe(403)
    expect((await administrator.get('/audit')).status).toBe(200)
    expect((await administrator.get('/audit/openings')).status).toBe(403)
  })

  it('shows nothing of another agency', async () => {
    const { agency } = await makeSample(desk.superuser)
    await desk.superuser.query(
      `insert into desk.audit_events (agency_id, role, kind) values ($1, 'clerk', 'secret-of-another-agency')`,
      [agency],
    )
    expect((await administrator.get('/audit')).page).not.toContain('secret of another agency')
  })
})
