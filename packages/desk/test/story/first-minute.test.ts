/**
 * The first minute of a desk, in a real browser with scripts off: an administrator sets it up, invites a clerk, and the
 * clerk finds the desk; with the keyboard alone, in both languages, on a phone.
 */
import { mkdtempSync, rmSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDesk, type Desk } from '../../src/start.ts'
import { goodPassword, goodSetUp } from '../server/test-desk.ts'
import { browserPath, openBrowser } from './browser.ts'

describe.skipIf(browserPath === undefined)('the first minute of a desk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'story-'))
  chmodSync(folder, 0o755)
  let desk: Desk
  let browser: Browser
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([
      startDesk({ folder: join(folder, 'desk'), port: 0, log: () => undefined }),
      openBrowser(),
    ])
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  async function aReader(
    options: BrowserContextOptions = {},
  ): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-US', ...options })
    context.setDefaultTimeout(10_000)
    // Whatever asks for another host is a fault.
    await context.route(
      (url) => url.hostname !== 'localhost',
      async (route) => await route.abort(),
    )
    return { context, page: await context.newPage() }
  }

  const heading = async (page: Page): Promise<string> => (await page.locator('h1').textContent()) ?? ''

  async function signIn(page: Page, name: string): Promise<void> {
    await page.goto(`${desk.address}/sign-in`)
    await page.getByLabel('Name').fill(name)
    await page.getByLabel('Password').fill(goodPassword)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${desk.address}/`)
  }

  let invitation = ''

  it('begins with one link: I set the desk up, and see what is wrong before', async () => {
    const { context, page } = await aReader()
    await page.goto(desk.setUpAddress ?? '')
    expect(await page.title()).toBe('Where is this desk? · Brightline')
    await page.getByLabel('Name of the place').fill('springfield')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.locator('section').getByRole('link', { name: 'Choose Springfield' }).click()
    expect(await page.title()).toBe('Set up this desk · Brightline')
    await page.getByRole('button', { name: 'Set up' }).click()
    expect(await page.title()).toMatch(/^Error: /)
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(5 + 1)
    await page.getByLabel('Name of the agency').fill(goodSetUp.agency)
    await page.getByLabel('Kind of agency').selectOption(goodSetUp.kind)
    await page.getByLabel('Name of the first desk').fill(goodSetUp.desk)
    await page.getByLabel('Letters of its references').fill(goodSetUp.prefix)
    await page.getByLabel('Your name for signing in').fill(goodSetUp.name)
    await page.getByLabel('Password', { exact: true }).fill(goodPassword)
    await page.getByLabel('The same password again').fill(goodPassword)
    await page.getByRole('button', { name: 'Set up' }).click()
    expect(await heading(page)).toBe('The desk is set up. Add the people who work at it.')
    await page.getByRole('link', { name: 'Add people' }).click()
    await page.getByLabel('Name for signing in').fill('records.night')
    await page.getByLabel('Role').selectOption('Clerk')
    await page.getByRole('button', { name: 'Add this person' }).click()
    invitation = (await page.getByRole('status').locator('b').textContent()) ?? ''
    await context.close()
    expect(invitation).toMatch(/\/invitation\//)
  })

  it('goes on for the clerk, on a phone, with the keyboard alone', async () => {
    const { context, page } = await aReader({ viewport: { width: 320, height: 640 } })
    await page.goto(invitation)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Skip to the main part')
    // Past both languages.
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('Tab')
    await page.keyboard.type(goodPassword)
    await page.keyboard.press('Tab')
    await page.keyboard.type(goodPassword)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Go on')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${desk.address}/`)
    expect(await heading(page)).toBe('Nothing is due.')
    expect(await page.locator('.where').textContent()).toContain('Springfield Jail')
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    await context.close()
    expect(width).toBeLessThanOrEqual(320)
  })

  it('speaks Spanish by a plain link, and goes on doing so', async () => {
    const { context, page } = await aReader()
    await signIn(page, 'records.night')
    await page.getByRole('link', { name: 'Español' }).click()
    expect(await heading(page)).toBe('No vence nada.')
    expect(await page.locator('html').getAttribute('lang')).toBe('es')
    await page.getByRole('link', { name: 'Cambiar de función' }).click()
    expect(await heading(page)).toBe('Elija cómo trabaja ahora')
    await page.getByRole('button', { name: 'Cerrar sesión' }).click()
    expect(await heading(page)).toBe('Iniciar sesión')
    await page.goto(`${desk.address}/role`)
    expect(page.url()).toBe(`${desk.address}/sign-in?next=%2Frole`)
    await context.close()
  })

  it('shows the focus on everything that can be reached', async () => {
    const { context, page } = await aReader()
    await signIn(page, goodSetUp.name)
    await page.goto(`${desk.address}/people`)
    const rings: string[] = []
    const ways = page.locator('a[href], button, select, summary, input:not([type=hidden])')
    const reached = await ways.filter({ visible: true }).count()
    for (let at = 0; at < reached; at += 1) {
      await page.keyboard.press('Tab')
      rings.push(
        await page
          .locator(':focus')
          .evaluate((element) => `${element.tagName} ${getComputedStyle(element).outlineWidth}`),
      )
    }
    await context.close()
    expect(rings.filter((ring) => !ring.endsWith(' 3px'))).toEqual([])
  })

  it('is kept by its administrator in six pages, who proves that a backup can be restored', async () => {
    const { context, page } = await aReader()
    await signIn(page, goodSetUp.name)
    const open = async (name: string): Promise<void> => {
      await page.goto(`${desk.address}/administration`)
      await page.getByRole('main').getByRole('link', { name, exact: true }).click()
    }
    const told = async (button: string): Promise<string> => {
      await page.getByRole('main').getByRole('button', { name: button, exact: true }).click()
      return (await page.getByRole('status').textContent()) ?? ''
    }
    await open('Place and desks')
    await page.getByLabel('Name of the agency').fill('Springfield Jail, North')
    expect(await told('Save')).toBe('Done. It is on record.')
    await open('Law and policy')
    expect(await told('Read the law again')).toBe('Done. It is on record.')
    expect(await page.getByRole('main').textContent()).toContain('The law in use is the one on disk.')
    await open('Keys and retention')
    expect(await told('Make a new master key')).toMatch(/^A new master key is in use\./)
    await open('Papers and languages')
    await page.getByLabel('Where questions about a paper go').fill('555 0100')
    expect(await told('Save this line')).not.toBe('')
    await open('Record and backup')
    expect(await told('Test a restore')).toMatch(/^The restore works: \d+ rows came back\.$/)
    await open('People and roles')
    await page.getByLabel('Name for signing in').fill('city.auditor')
    await page.getByLabel('Role').selectOption('Auditor')
    expect(await told('Add this person')).toContain(`${desk.address}/invitation/`)
    await page.goto(`${desk.address}/audit`)
    const events = await page.getByRole('main').locator('tbody').textContent()
    await context.close()
    for (const event of ['changed the agency', 'read the law again', 'made a new master key', 'tested a restore'])
      expect(events).toContain(event)
  })

  it('ends where a page is missing, with a way on', async () => {
    const { context, page } = await aReader()
    await signIn(page, 'records.night')
    await page.goto(`${desk.address}/requests/SJ-26-0001`)
    expect(await page.title()).toBe('Error: There is no such page · Brightline')
    await page.getByRole('link', { name: 'Go to the home page' }).click()
    // What the agency owes may have come with the law that was read again.
    expect(await heading(page)).toMatch(/^(?:Nothing is due\.|2 duties open\. )/)
    expect(page.url()).toBe(`${desk.address}/`)
    await context.close()
  })
})
