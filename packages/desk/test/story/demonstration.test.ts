/**
 * The first minute with the demonstration, in a real browser with scripts off: the link, the clerk's home, the law and a
 * case that is tried, other roles, Spanish, a phone, and the end of it.
 */
import { mkdtempSync, rmSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDesk, type Desk } from '../../src/start.ts'
import { browserPath, openBrowser } from './browser.ts'

describe.skipIf(browserPath === undefined)('the first minute with the demonstration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'story-'))
  chmodSync(folder, 0o755)
  let desk: Desk
  let browser: Browser
  let context: BrowserContext
  let page: Page
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([
      startDesk({ folder: join(folder, 'desk'), port: 0, log: () => undefined, hasDemonstration: true }),
      openBrowser(),
    ])
    ;({ context, page } = await aReader())
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  async function aReader(
    options: BrowserContextOptions = {},
  ): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-US', ...options })
    context.setDefaultTimeout(30_000)
    await context.route(
      (url) => url.hostname !== 'localhost',
      async (route) => await route.abort(),
    )
    return { context, page: await context.newPage() }
  }

  const heading = async (): Promise<string> => (await page.locator('h1').textContent()) ?? ''

  it('begins with one link, and I am the clerk of an invented town', async () => {
    expect(desk.setUpAddress).toMatch(/\/set-up\//)
    await page.goto(desk.demonstrationAddress ?? '')
    expect(await heading()).toBe('See how a desk works')
    await page.getByRole('button', { name: 'Open the demonstration' }).click()
    expect(await heading()).toMatch(/^1 duty overdue\. \d+ more will be due\.$/)
    expect(await page.locator('.demonstration').textContent()).toContain('every request in it')
    expect(await page.getByRole('link', { name: 'Something arrived' }).count()).toBe(1)
  })

  it('shows me the law with what it does, and I try a case with the keyboard alone', async () => {
    await page.getByRole('link', { name: 'Law', exact: true }).click()
    await page.getByRole('link', { name: 'Try a case under this law' }).click()
    expect(await page.locator('.answer').textContent()).toContain('MUST NOT')
    await page.getByLabel('Is the release date already open to the public?').focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Show the answer' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/f\.release\.public=yes/)
    expect(await page.locator('.answer').textContent()).toMatch(/MAY\s*tell immigration authorities/)
    await page.locator('.bearing a').first().click()
    expect(await page.locator('.clause').count()).toBeGreaterThan(0)
  })

  it('lets me go on as somebody else from the bar', async () => {
    await page.getByRole('button', { name: 'Supervisor' }).click()
    expect(await heading()).toContain('1 decision waits for your confirmation')
    await page.getByRole('button', { name: 'Auditor' }).click()
    await page.getByRole('link', { name: 'See what was done' }).click()
    expect(await heading()).toMatch(/events on record$/)
  })

  it('is complete in Spanish, and fits a phone', async () => {
    const state = await context.storageState()
    const { context: phone, page: small } = await aReader({
      viewport: { width: 320, height: 640 },
      storageState: state,
    })
    for (const path of [
      '/?lang=es',
      '/law',
      '/law/us/ex/springfield/2026-11-29',
      '/law/us/ex/springfield/welcoming-ordinance/2026-11-29',
      '/law/us/ex/springfield/2026-11-29/what-if',
      '/audit',
    ]) {
      await small.goto(`${desk.address}${path}`)
      expect(await small.locator('html').getAttribute('lang'), path).toBe('es')
      const width = await small.evaluate(() => document.documentElement.scrollWidth)
      expect(width, path).toBeLessThanOrEqual(320)
    }
    await phone.close()
  })

  it('tells whoever opens the link again the way to a new one', async () => {
    const { context: other, page: again } = await aReader()
    await again.goto(desk.demonstrationAddress ?? '')
    expect(await again.title()).toMatch(/^Error: This link was used/)
    await other.close()
  })

  it('ends by one button, and nothing of it is left', async () => {
    await page.goto(`${desk.address}/?lang=en`)
    await page.getByRole('button', { name: 'Administrator' }).click()
    await page.getByRole('link', { name: 'Administration' }).first().click()
    await page.getByRole('button', { name: 'Remove the demonstration' }).click()
    expect(await heading()).toBe('The demonstration is removed')
    await page.goto(`${desk.address}/`)
    expect(await heading()).toBe('Sign in')
  })
})
