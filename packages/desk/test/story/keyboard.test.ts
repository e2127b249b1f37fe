/** The keys of the one script, in a real browser, with its switch, also where storage is forbidden. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCase } from '../notice/sample-case.ts'
import { visitorOf } from '../security/route-table.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { browserPath, openBrowser } from './browser.ts'

describe.skipIf(browserPath === undefined)('the keys', () => {
  let desk: TestDesk
  let browser: Browser
  let address = ''
  let agency = ''
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([startTestDesk(), openBrowser()])
    const name = await desk.addUser('clerk')
    agency = (await makeCase(desk, name)).clerk.agency
    await makeCase(desk, name)
    const listening = await desk.app.listen({ host: '127.0.0.1', port: 0 })
    address = listening.replace('127.0.0.1', 'localhost')
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  async function aClerk(
    options: BrowserContextOptions = {},
  ): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
    await desk.superuser.query('delete from desk.rate_limits')
    const context = await browser.newContext({ locale: 'en-US', ...options })
    context.setDefaultTimeout(15_000)
    const { cookies } = await visitorOf(desk, 'clerk', agency)
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: address })))
    const page = await context.newPage()
    await page.goto(address)
    return { context, page }
  }

  it('walks a list, opens its keys, and is silent when it is switched off', async () => {
    const { context, page } = await aClerk()
    await page.goto(`${address}/duties`)
    const focused = async (): Promise<string> => await page.evaluate(() => document.activeElement?.textContent ?? '')
    const rows = await page.locator('main tbody tr td a, main tbody tr th a').count()
    expect(rows).toBeGreaterThan(1)
    await page.keyboard.press('j')
    const first = await page.locator('main tbody tr').first().locator('a').first().textContent()
    expect(await focused()).toBe(first)
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    expect(await focused()).toBe(first)
    await page.keyboard.press('?')
    expect(await page.getByText('Page reference').locator('details').getAttribute('open')).toBe('')
    await page.locator('#keys-on').uncheck()
    await page.goto(`${address}/new`)
    await page.keyboard.press('1')
    expect(page.url()).toBe(`${address}/new`)
    await context.close()
  })

  it('chooses by number where storage is forbidden', async () => {
    const { context, page } = await aClerk()
    const forbid = `Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden') } })`
    await context.addInitScript(forbid)
    await page.goto(`${address}/new`)
    await page.keyboard.press('1')
    await page.waitForURL(/arrival$/)
    await context.close()
  })
})
