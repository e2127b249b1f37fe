/**
 * A night and a year of a jail, in a real browser with scripts off: a clerk records that a paper was given, the shift is
 * handed over, a records officer drafts the report of the year, and counsel signs it.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agencyDutyKeeper } from '../../src/clock/agency-duties.ts'
import { sweep } from '../../src/clock/sweep.ts'
import { transaction } from '../../src/database/transaction.ts'
import { writeDuties } from '../../src/duty/write-duties.ts'
import { decide, duty, openCase, within } from '../duty/law-of-tests.ts'
import { smallYearOf, writeYear } from '../report/small-year.ts'
import { sampleOf } from '../server/sample-of.ts'
import { goodPassword, startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { testLaw } from '../test-law.ts'
import { browserPath, openBrowser } from './browser.ts'

/** Where pictures are put, for whoever looks at them. */
const pictures = process.env['PICTURES']

describe.skipIf(browserPath === undefined)('clocks and reports of a jail', () => {
  let desk: TestDesk
  let browser: Browser
  let address = ''
  const names = new Map<string, string>()

  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([startTestDesk(), openBrowser()])
    for (const role of ['clerk', 'supervisor', 'counsel', 'records-officer'] as const)
      names.set(role, await desk.addUser(role))
    await desk.superuser.query(`update desk.agencies set place = 'us/il', time_zone = 'America/New_York'`)
    const sample = await sampleOf(desk.superuser)
    await writeYear(desk.superuser, sample, smallYearOf(new Date().getFullYear() - 1))
    const hour = 3_600_000
    for (const [at, due] of [
      [Date.now() - 25 * hour, within(24, 'hours', 'receipt')],
      [Date.now() - 20 * hour, within(24, 'hours', 'receipt')],
      [Date.now() - hour, { kind: 'promptly' }],
      [Date.now() - hour, within(48, 'hours', 'arrest')],
    ] as const) {
      const opened = await openCase(desk.superuser, sample, new Date(at).toISOString(), { form: 'i-247a' })
      await decide(desk.superuser, sample, opened.id, { act: 'hold', choice: 'do-not', duties: [duty('copy', due)] })
      const place = { agency_id: sample.agency, desk_id: sample.desk, case_id: opened.id }
      const clock = { timeZone: 'America/New_York', holidays: {} }
      await transaction(desk.database, sample.who.clerk, async (work) => await writeDuties(work, place, clock))
    }
    await agencyDutyKeeper(desk.database, testLaw, () => undefined)()
    await sweep(desk.database)
    await desk.app.listen({ host: '127.0.0.1', port: 0 })
    const bound = desk.app.server.address()
    address = `http://localhost:${typeof bound === 'object' && bound !== null ? bound.port : 0}`
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  async function enter(role: string, width = 1280): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
    await desk.superuser.query('delete from desk.rate_limits')
    const viewport = { width, height: width < 600 ? 700 : 900 }
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-US', viewport })
    context.setDefaultTimeout(10_000)
    await context.route(
      (url) => url.hostname !== 'localhost',
      async (route) => await route.abort(),
    )
    const page = await context.newPage()
    await page.goto(`${address}/sign-in`)
    await page.getByLabel('Name').fill(names.get(role) ?? '')
    await page.getByLabel('Password').fill(goodPassword)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${address}/`)
    return { context, page }
  }

  const heading = async (page: Page): Promise<string> => (await page.locator('h1').textContent()) ?? ''

  async function look(page: Page, name: string): Promise<void> {
    // A page without its style sheet yet is wider than any screen.
    await page.waitForLoadState('load')
    const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(width, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
    if (pictures === undefined) return
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
  }

  it('tells the clerk what is overdue, and takes the record that it was done, by the keyboard alone', async () => {
    const { context, page } = await enter('clerk')
    await page.goto(`${address}/duties`)
    expect(await heading(page)).toBe('1 duty overdue.')
    expect(await page.locator('tbody tr').first().textContent()).toMatch(/late/)
    await look(page, 'duties')
    await page.getByRole('link', { name: 'Give the person a copy' }).first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/duties\/[0-9a-f-]{36}$/)
    await look(page, 'duty')
    await page.getByLabel('Given in person').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${address}/duties`)
    expect(await heading(page)).toMatch(/^Nothing is overdue\. \d+ duties open\. The next is due in/)
    await context.close()
  })

  it('works on a phone, in Spanish', async () => {
    const { context, page } = await enter('clerk', 360)
    await page.goto(`${address}/duties?lang=es`)
    expect(await heading(page)).toMatch(/^Nada está vencido/)
    await look(page, 'duties-phone-es')
    await page.goto(`${address}/hand-over?lang=es`)
    await look(page, 'hand-over-phone-es')
    await page.goto(`${address}/calendar?lang=es`)
    await look(page, 'calendar-phone-es')
    await context.close()
  })

  it('hands the shift over', async () => {
    const { context, page } = await enter('supervisor')
    await page.goto(`${address}/hand-over`)
    expect(await heading(page)).toMatch(/^Shift of .*: 4 decisions, 0 requests wait, \d duties due or overdue\.$/)
    await look(page, 'hand-over')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('Takes over').isVisible()).toBe(true)
    expect(await page.locator('.mast').isVisible()).toBe(false)
    await look(page, 'hand-over-print')
    await context.close()
  })

  it('lets the records officer close a gap and draft the report of the year', async () => {
    const { context, page } = await enter('records-officer')
    await page.goto(`${address}/calendar`)
    await look(page, 'calendar')
    await page.goto(`${address}/reports`)
    expect(await heading(page)).toMatch(/report (?:was|is) due .*Illinois TRUST Act report\.$/)
    await look(page, 'reports')
    // The first one is of the year that still runs.
    await page.locator('button', { hasText: 'Begin a draft' }).last().click()
    expect(await heading(page)).toMatch(/gaps? to close before it is signed/)
    expect(await page.locator('.gaps li').count()).toBeGreaterThan(1)
    await page.getByLabel('Number in the booking system').fill('999')
    await page.getByRole('button', { name: 'Keep these' }).click()
    expect(await page.locator('main').textContent()).toMatch(/The booking system has 999, the record \d+: \d+ apart/)
    // Another person signs.
    expect(await page.getByRole('button', { name: 'Sign and file' }).count()).toBe(0)
    await look(page, 'report-draft')
    await page.goto(`${page.url()}?lang=es`)
    await look(page, 'report-draft-es')
    await context.close()
  })

  it('lets counsel sign it with its gaps, and the filed page says its hash', async () => {
    const { context, page } = await enter('counsel')
    await page.goto(`${address}/reports`)
    await page.getByRole('link', { name: /^Open/ }).first().click()
    await page.getByRole('button', { name: 'Sign and file' }).click()
    expect(await page.title()).toMatch(/^Error: /)
    await look(page, 'report-unsigned')
    await page.getByLabel(/^I sign although/).check()
    await page.getByRole('button', { name: 'Sign and file' }).click()
    expect(await heading(page)).toMatch(/^Filed /)
    expect(await page.locator('.facts dd').first().textContent()).toMatch(/^[0-9a-f]{64}$/)
    await look(page, 'report-filed')
    await page.locator('dd', { hasText: 'page to print' }).last().getByRole('link', { name: 'page to print' }).click()
    expect(await page.locator('main').textContent()).toContain('Counts from 1 to 9 are hidden')
    expect(await page.locator('td', { hasText: /^hidden$/ }).count()).toBe(2)
    await look(page, 'report-public')
    await context.close()
  })

  it('gives the records officer the filed report to hand over, as the data that the page names by its hash', async () => {
    const { context, page } = await enter('records-officer')
    await page.goto(`${address}/reports`)
    await page.getByRole('link', { name: /^Open/ }).first().click()
    const hash = await page.locator('.facts dd').first().textContent()
    const take = async (name: string): Promise<Buffer> => {
      const link = page.getByRole('link', { name }).first()
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
      return readFileSync(await download.path())
    }
    expect(
      createHash('sha256')
        .update(await take('data (JSON)'))
        .digest('hex'),
    ).toBe(hash)
    expect((await take('table (CSV)')).toString()).toMatch(/^part,part-words,row,/)
    await context.close()
  })

  it('shows reports, outcomes and times on a phone', async () => {
    const { context, page } = await enter('supervisor', 360)
    await page.goto(`${address}/reports`)
    await look(page, 'reports-phone')
    await page.getByRole('link', { name: /^Open/ }).first().click()
    await look(page, 'report-phone')
    const [reference] = /SJ-26-\d{4}/.exec((await page.locator('main').textContent()) ?? '') ?? []
    await page.goto(`${address}/cases/${reference}/outcome`)
    await look(page, 'outcome-phone')
    await page.goto(`${address}/cases/${reference}/times`)
    await look(page, 'times-phone')
    await context.close()
  })
})
