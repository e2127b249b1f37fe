/**
 * The keyboard alone, in a real browser: a clerk who holds a paper I-247A reaches the answer with
 * Tab, Space, arrows and Return; and the keys of the one script, with its switch, also where storage is forbidden.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCase } from '../notice/sample-case.ts'
import { visitorOf } from '../security/route-table.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { browserPath, openBrowser } from './browser.ts'

describe.skipIf(browserPath === undefined)('the keyboard alone', () => {
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

  /** Goes on with Tab until something has the focus. */
  async function tabTo(page: Page, wanted: Locator): Promise<void> {
    for (let at = 0; at < 80; at += 1) {
      await page.keyboard.press('Tab')
      if (await wanted.evaluate((one) => one === document.activeElement)) return
    }
    throw new Error(`the focus never reached ${wanted.toString()}`)
  }

  /** Counts pages, by the addresses at which a form or a link was followed with Return. */
  function walker(page: Page): { readonly pages: () => number; readonly enter: (wanted: Locator) => Promise<void> } {
    let pages = 1
    return {
      pages: () => pages,
      enter: async (wanted) => {
        await tabTo(page, wanted)
        await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
        pages += 1
      },
    }
  }

  async function choose(page: Page, wanted: Locator): Promise<void> {
    const group = page.locator(`input[name="${await wanted.getAttribute('name')}"]`)
    await tabTo(page, group.first())
    await page.keyboard.press('Space')
    for (let at = 0; at < 12 && !(await wanted.isChecked()); at += 1) await page.keyboard.press('ArrowDown')
    expect(await wanted.isChecked()).toBe(true)
  }

  const main = (page: Page, name: string | RegExp): Locator =>
    page.getByRole('main').getByRole('button', { name }).or(page.getByRole('main').getByRole('link', { name })).first()

  /** Goes from the first page to the questions: a paper I-247A that came alone. */
  async function arrive(page: Page, { enter }: ReturnType<typeof walker>): Promise<void> {
    await enter(page.getByRole('link', { name: 'Something arrived' }))
    await enter(main(page, 'Form I-247A'))
    await tabTo(page, page.getByLabel('At what time?'))
    await page.keyboard.type('0:05')
    await choose(page, page.getByLabel('Fax'))
    await enter(main(page, 'Save and go on'))
    await tabTo(page, page.getByLabel('Name', { exact: true }))
    await page.keyboard.type('Ada Example')
    await enter(main(page, 'Save and go on'))
    await enter(main(page, 'Go on'))
    await enter(main(page, 'No warrant'))
  }

  it('reaches the answer in less than twelve pages, with all questions on one page', async () => {
    const { context, page } = await aClerk({ javaScriptEnabled: false })
    const walk = walker(page)
    await arrive(page, walk)
    await walk.enter(main(page, 'All questions on one page'))
    await choose(page, page.getByRole('group', { name: /release date already open/ }).getByLabel('No', { exact: true }))
    await walk.enter(main(page, 'Save and go on'))
    if (!page.url().endsWith('/answer')) await walk.enter(main(page, 'See the answer'))
    expect(await page.locator('.verdict h2').first().textContent()).toMatch(/^MUST NOT hold the person/)
    expect(walk.pages()).toBeLessThan(12)
    await context.close()
  })

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
