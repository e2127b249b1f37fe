/**
 * Every screen of the desk, each with a real case behind it, in a real browser: held against axe, in both languages, on a
 * phone, magnified, in forced colours, and from right to left. The list of screens is that of the server itself.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDemonstrationToken } from '../../src/demonstration/visit.ts'
import { makeSetUpToken } from '../../src/people/link.ts'
import { roles } from '../../src/people/role.ts'
import { smallYearOf, writeYear } from '../report/small-year.ts'
import { routesOf, visitorOf, type Caller } from '../security/route-table.ts'
import { sampleOf } from '../server/sample-of.ts'
import { goodSetUp, startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Visitor } from '../server/visitor.ts'
import { browserPath, openBrowser } from './browser.ts'
import { startEyes, type Eyes } from './eyes.ts'
import { makeScreens, type Screens } from './screens.ts'

describe.skipIf(browserPath === undefined)('every screen', () => {
  let desk: TestDesk
  let browser: Browser
  let eyes: Eyes
  let screens: Screens
  const visitors = new Map<Caller, Visitor>()
  const seen = new Set<string>()

  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([startTestDesk(), openBrowser()])
    const listening = await desk.app.listen({ host: '127.0.0.1', port: 0 })
    eyes = startEyes(browser, listening.replace('127.0.0.1', 'localhost'), namesOfData)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  /** Lists what people called their agency, desks and themselves. */
  async function namesOfData(): Promise<readonly string[]> {
    const { rows } = await desk.superuser.query<{ name: string }>(`select name from desk.agencies
      union select name from desk.desks union select sign_in_name from desk.users`)
    return rows.map(({ name }) => name)
  }

  /** Looks at one screen as somebody, and tells what is wrong with it. */
  async function look(url: string, path: string, caller: Caller = 'stranger'): Promise<readonly string[]> {
    await desk.superuser.query('delete from desk.rate_limits')
    seen.add(url)
    return await eyes.look({ route: url, path, cookies: visitors.get(caller)?.cookies ?? new Map() })
  }

  /** Looks at every screen of some addresses, as the first who may see it. */
  async function lookAll(pattern: RegExp): Promise<readonly string[]> {
    const faults: string[] = []
    for (const { url } of routesOf(desk)) {
      if (seen.has(url) || !pattern.test(url)) continue
      const found = await screens.find(url)
      if (found === null) continue
      faults.push(...(await look(url, found.path, found.caller)))
    }
    return faults
  }

  it('is sound before anything is set up', async () => {
    const token = await makeSetUpToken(desk.owner)
    const faults = await look('/set-up/:token', `/set-up/${token}`)
    expect(faults).toEqual([])
  })

  describe('of a desk that works', () => {
    beforeAll(async () => {
      screens = await makeScreens(desk)
      for (const role of roles) visitors.set(role, await visitorOf(desk, role, screens.agency))
    }, 60_000)

    it('is sound for whoever comes from outside', async () => {
      const invited = await visitors.get('administrator')?.post('/people', { name: 'night', role: 'auditor', desk: '' })
      const invitation = /\/invitation\/[\w-]{43}/.exec(invited?.page ?? '')?.[0] ?? ''
      expect(await look('/invitation/:token', invitation)).toEqual([])
      const token = await makeDemonstrationToken(desk.owner)
      expect(await look('/demonstration/:token', `/demonstration/${token}`)).toEqual([])
      expect(await look('no such page', '/nowhere')).toEqual([])
      expect(await look('/sheet/* of a place', '/sheet/us/ex/springfield')).toEqual([])
      expect(await look('/sheet/*', '/sheet/us/ex/springfield/hold?agency=jail')).toEqual([])
      expect(await lookAll(/^\/(?:sign-in|receipts|sheet)/)).toEqual([])
    })

    it('is sound where a case comes in', async () => {
      expect(await lookAll(/^\/(?:new|cases\/:reference\/(?:arrival|way|person|papers|evidence|conv))/)).toEqual([])
    })

    it('is sound where a case is answered', async () => {
      expect(await lookAll(/^\/cases/)).toEqual([])
    })

    it('is sound on the lists of all roles', async () => {
      for (const role of ['supervisor', 'auditor', 'administrator'] as const)
        expect(await look('/', '/', role)).toEqual([])
      seen.delete('/')
      expect(await lookAll(/^\/(?:$|role|hand-over|calendar|queue|duties|account|audit)/)).toEqual([])
    })

    it('is sound where law is read', async () => {
      const law = '/law/us/ex/springfield/2026-11-29'
      expect(await look('/law/*', law, 'clerk')).toEqual([])
      expect(await look('/law/* one text', law.replace('field/', 'field/welcoming-ordinance/'), 'clerk')).toEqual([])
      expect(await look('/law/* what if', `${law}/what-if`, 'clerk')).toEqual([])
      expect(await look('/law/* what changed', `${law}/changes?since=2026-04-01`, 'clerk')).toEqual([])
      expect(await lookAll(/^\/law$/)).toEqual([])
    })

    it('is sound where things are set', async () => {
      expect(await lookAll(/^\/(?:people|deciders|translations|administration)/)).toEqual([])
    })

    it('is sound where reports are written', async () => {
      const year = new Date().getFullYear() - 1
      await writeYear(desk.superuser, await sampleOf(desk.superuser), smallYearOf(year))
      const lists = await draftReport('us/il', [`${year}-01-01`, `${year}-12-31`])
      const faults = [
        ...(await look('/reports', '/reports', 'records-officer')),
        ...(await look('/reports/:id', lists, 'records-officer')),
        ...(await look('/reports/:id/:file', `${lists}/report.html`, 'records-officer')),
      ]
      const counts = await draftReport('us/ny/new-york-city', [`${year - 1}-07-01`, `${year}-06-30`])
      const page = (await visitors.get('counsel')?.get(counts))?.page ?? ''
      const rows = /href="(\/reports\/[^"]+\/rows[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
      faults.push(...(await look('/reports/:id of counts', counts, 'counsel')))
      faults.push(...(await look('/reports/:id/:file of a public copy', `${counts}/public.html`, 'counsel')))
      faults.push(...(await look('/reports/:id/rows', rows, 'counsel')))
      await desk.superuser.query('update desk.agencies set place = $1', [goodSetUp.place])
      expect(faults).toEqual([])
    })

    it('is sound where a visitor chooses a place', async () => {
      const mark = 'update desk.agencies set is_demonstration = $2 where id = $1'
      await desk.superuser.query(mark, [screens.agency, true])
      expect(await look('/demonstration-places', '/demonstration-places', 'clerk')).toEqual([])
      await desk.superuser.query(mark, [screens.agency, false])
    })

    it('forgot no screen', async () => {
      expect(await lookAll(/./)).toEqual([])
      const forgotten = routesOf(desk).filter(({ url, method }) => method === 'GET' && !seen.has(url))
      expect(forgotten.map(({ url }) => url).filter((url) => !screens.noPages.has(url))).toEqual([])
      expect({ elsewhere: eyes.elsewhere, told: eyes.told }).toEqual({ elsewhere: [], told: [] })
    })
  })

  /** Drafts the report of a period, under the law of a place. */
  async function draftReport(place: string, [starts = '', ends = '']: readonly string[]): Promise<string> {
    await desk.superuser.query('update desk.agencies set place = $1', [place])
    const officer = visitors.get('records-officer')
    const page = (await officer?.get('/reports'))?.page ?? ''
    const form = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const drafted = await officer?.post('/reports', { form, starts, ends })
    expect(drafted?.status).toBe(303)
    return String(drafted?.headers['location'])
  }
})
