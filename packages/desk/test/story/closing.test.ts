/**
 * A fax that was entered twice, in a real browser with scripts off and by keys alone: the clerk proposes to close the second
 * request, the supervisor confirms, the clerk finds it, and counsel reopens it.
 */
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Who } from '../../src/database/transaction.ts'
import type { Role } from '../../src/people/role.ts'
import { openSampleCase, whoOf } from '../case/sample-case.ts'
import { visitorOf } from '../security/route-table.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { browserPath, openBrowser } from './browser.ts'
import { startEyes, type Eyes } from './eyes.ts'
import { Walker } from './walker.ts'

describe.skipIf(browserPath === undefined)('a request that was entered twice', () => {
  let desk: TestDesk
  let browser: Browser
  let eyes: Eyes
  let address = ''
  let who: Who
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([startTestDesk(), openBrowser()])
    who = await whoOf(desk, await desk.addUser('clerk'), 'clerk')
    await desk.addUser('supervisor', 'counsel')
    address = (await desk.app.listen({ host: '127.0.0.1', port: 0 })).replace('127.0.0.1', 'localhost')
    eyes = startEyes(browser, address, async () => await Promise.resolve(['Springfield Jail', 'Records desk']))
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  interface Signed {
    readonly role: Role
    readonly context: BrowserContext
    readonly walker: Walker
    readonly page: Page
  }

  async function as(role: Role): Promise<Signed> {
    await desk.superuser.query('delete from desk.rate_limits')
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-US' })
    context.setDefaultTimeout(15_000)
    const { cookies } = await visitorOf(desk, role, who.agency)
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: address })))
    const page = await context.newPage()
    await page.goto(address)
    return { role, context, walker: new Walker(page), page }
  }

  /** Looks at the page as it stands, in both languages and on a phone. */
  async function look({ page, role }: Signed): Promise<void> {
    const path = new URL(page.url()).pathname
    const { cookies } = await visitorOf(desk, role, who.agency)
    expect(await eyes.look({ route: path, path, cookies })).toEqual([])
    const to = process.env['PICTURES']
    if (to !== undefined) await page.screenshot({ path: join(to, `closing-${role}-${Date.now()}.png`), fullPage: true })
  }

  const heading = async ({ page }: Signed): Promise<string> => (await page.locator('h1').textContent()) ?? ''
  const next = async ({ page }: Signed): Promise<string> => (await page.locator('.next').textContent()) ?? ''

  it('is closed by two people, found among the closed ones, and reopened', async () => {
    const [first, twice] = [await openSampleCase(desk, who), await openSampleCase(desk, who)]
    const clerk = await as('clerk')
    await clerk.page.goto(`${address}/cases/${twice}`)
    await clerk.walker.enter(clerk.walker.main('Close this request'))
    await look(clerk)
    await clerk.walker.choose(clerk.page.getByLabel(/^It was opened twice/))
    await clerk.walker.type(clerk.page.getByLabel('The other request', { exact: true }), first.toLowerCase())
    await clerk.walker.enter(clerk.walker.main('Propose to close it'))
    expect(await next(clerk)).toContain(`Closing proposed: it was opened twice, as ${first}.`)
    await look(clerk)

    const supervisor = await as('supervisor')
    await supervisor.walker.enter(supervisor.page.getByRole('link', { name: twice }).first())
    expect(await heading(supervisor)).toBe(`Closing proposed: it was opened twice, as ${first}`)
    await look(supervisor)
    await supervisor.walker.enter(supervisor.walker.main('Confirm: it is closed'))
    expect(await next(supervisor)).toContain(`Closed: it was opened twice, as ${first}.`)
    await look(supervisor)

    await clerk.page.goto(`${address}/queue`)
    expect(await clerk.page.getByRole('main').textContent()).not.toContain(twice)
    await clerk.walker.enter(clerk.page.getByRole('link', { name: 'Closed', exact: true }))
    expect(await heading(clerk)).toBe('Closed requests')
    await look(clerk)
    await clerk.walker.enter(clerk.page.getByRole('link', { name: twice }))
    await clerk.page.goto(`${address}/cases/${first}`)
    expect(await clerk.page.getByRole('main').textContent()).toContain(`${twice} was closed as the same request.`)

    const counsel = await as('counsel')
    await counsel.page.goto(`${address}/cases/${twice}`)
    await counsel.walker.enter(counsel.walker.main('See what follows, or reopen it'))
    await look(counsel)
    await counsel.walker.choose(counsel.page.getByLabel('It is not the same request as the other one'))
    await counsel.walker.enter(counsel.walker.main('Reopen it'))
    expect(await next(counsel)).not.toContain('Closed')
    for (const { context } of [clerk, supervisor, counsel]) await context.close()
  })
})
