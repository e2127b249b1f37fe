/**
 * Choosing the place of a desk, in a real browser: with scripts off, by name, for a place that is not encoded, and for
 * one that nobody has; with scripts, by typing; in both languages, on a narrow phone, with the keyboard alone.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSetUpToken } from '../../src/people/link.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { browserPath, openBrowser } from './browser.ts'

const pictures = process.env['PICTURES']

describe.skipIf(browserPath === undefined)('choosing the place of a desk', () => {
  let desk: TestDesk
  let browser: Browser
  let address = ''
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([startTestDesk(), openBrowser()])
    const listening = await desk.app.listen({ host: '127.0.0.1', port: 0 })
    address = `${listening.replace('127.0.0.1', 'localhost')}/set-up/${await makeSetUpToken(desk.owner)}`
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  /** Opens the first page, and closes it after the work. */
  async function atSetUp(
    work: (page: Page) => Promise<void>,
    { query = '', ...options }: BrowserContextOptions & { readonly query?: string } = {},
  ): Promise<void> {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-US', ...options })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    // A test asks more often than people do.
    await desk.superuser.query('delete from desk.rate_limits')
    await page.goto(`${address}${query}`)
    await work(page)
    await context.close()
  }

  async function whenISearch(page: Page, name: string): Promise<void> {
    await page.getByLabel('Name of the place').fill(name)
    await page.getByRole('button', { name: 'Search' }).click()
  }

  const heading = async (page: Page): Promise<string | null> => await page.locator('h1').textContent()

  it('asks for the place first, and lists every encoded place behind one line', async () => {
    await atSetUp(async (page) => {
      expect(await heading(page)).toBe('Where is this desk?')
      const all = page.locator('details.all-places')
      expect(await all.getByRole('link').first().isVisible()).toBe(false)
      await all.locator('summary').click()
      expect(await all.getByRole('link', { name: 'Choose United States' }).isVisible()).toBe(true)
      expect(await all.getByRole('row', { name: /California › Choose San Francisco/ }).count()).toBe(1)
    })
  })

  it('finds a place by its name, and shows what is encoded of it before and after it is chosen', async () => {
    await atSetUp(async (page) => {
      await whenISearch(page, 'san francisco')
      const row = page
        .getByRole('region')
        .or(page.locator('section'))
        .getByRole('row', { name: /San Francisco/ })
      expect(await row.first().textContent()).toMatch(/California ›.*San Francisco.*city or town\s*\d+\s*\d+%/s)
      await row.first().getByRole('link').click()
      expect(await heading(page)).toBe('Set up this desk')
      const facts = (await page.locator('dl.facts').textContent()) ?? ''
      expect(facts).toContain('California › San Francisco')
      expect(facts).toMatch(/\d+ instruments, \d+% of the rules read in the text; checked through /)
      expect(await page.getByLabel('Time zone').inputValue()).toBe('America/Los_Angeles')
      expect(await page.getByLabel('Kind of agency').locator('option', { hasText: 'sheriff' }).count()).toBe(1)
      await page.getByRole('link', { name: 'Choose another place' }).click()
      expect(await heading(page)).toBe('Where is this desk?')
    })
  })

  it('says of a place that is not encoded what is, and what stays unknown, also after the law above is chosen', async () => {
    await atSetUp(async (page) => {
      await whenISearch(page, 'Mendota, California')
      const main = page.getByRole('main')
      expect(await main.textContent()).toContain('Mendota, California is not encoded')
      expect(await main.textContent()).toContain('Unknown: what Mendota, California itself has adopted')
      const section = page.locator('section', { hasText: 'Encoded above it' })
      expect(await section.getByRole('link').allTextContents()).toEqual(['California', 'United States'])
      await section.getByRole('link', { name: 'Choose California' }).click()
      expect(await page.locator('.note').textContent()).toContain('Mendota, California is not encoded')
      await page.getByRole('button', { name: 'Set up' }).click()
      expect(await page.title()).toMatch(/^Error: /)
      expect(await page.locator('.note').textContent()).toContain('Mendota, California is not encoded')
    })
  })

  it('finds an agency by its name, and takes its kind and name along to the form', async () => {
    await atSetUp(async (page) => {
      await whenISearch(page, 'Chicago Public Schools')
      const main = page.getByRole('main')
      expect(await main.getByRole('status').first().textContent()).toContain(
        '“Chicago Public Schools” is an agency (public school or school district).',
      )
      const above = page.locator('section', { has: page.getByRole('heading', { name: 'Above it' }) })
      expect(await above.getByRole('link').allTextContents()).toEqual(['Illinois', 'United States'])
      await page.locator('section', { hasText: 'Its place' }).getByRole('link', { name: 'Choose Chicago' }).click()
      expect(await page.getByLabel('Name of the agency').inputValue()).toBe('Chicago Public Schools')
      expect(await page.getByLabel('Kind of agency').inputValue()).toBe('school')
      await page.getByRole('link', { name: 'Choose another place' }).click()
      await whenISearch(page, 'Evanston schools')
      await page.getByRole('link', { name: 'Evanston, Illinois' }).click()
      await page.getByRole('link', { name: 'Choose Illinois' }).first().click()
      expect(await page.getByLabel('Kind of agency').inputValue()).toBe('school')
      expect(await page.getByLabel('Name of the agency').inputValue()).toBe('Evanston schools')
      expect(await page.locator('.note').textContent()).toContain('Evanston, Illinois is not encoded')
    })
  })

  it('lets me choose between places of one name, and tells a slip', async () => {
    await atSetUp(async (page) => {
      await whenISearch(page, 'harris county')
      const named = page.locator('section', { hasText: /Several places are called harris county|Also called/ })
      await named.getByRole('link', { name: 'Harris County, Georgia' }).click()
      expect(await page.getByLabel('Name of the place').inputValue()).toBe('Harris County, Georgia')
      await whenISearch(page, 'San Fransisco')
      await page.getByRole('link', { name: /^Did you mean .*san-francisco/ }).click()
      expect(await page.locator('section').getByRole('link', { name: 'Choose San Francisco' }).count()).toBe(1)
    })
  })

  it('says what is wrong where nothing was typed, or nothing has the name, or the address names no place', async () => {
    await atSetUp(async (page) => {
      await page.getByRole('button', { name: 'Search' }).click()
      expect(await page.getByRole('alert').textContent()).toContain('Enter the name of a place')
      await whenISearch(page, 'Zzyzzx')
      expect(await page.getByRole('alert').textContent()).toContain('No place is called Zzyzzx.')
      expect(await page.getByLabel('Name of the place').inputValue()).toBe('Zzyzzx')
      await whenISearch(page, '59715')
      expect(await page.getByRole('alert').textContent()).toContain('`59715` is a ZIP code')
      await whenISearch(page, 'Navajo Nation, Texas')
      expect(await page.getByRole('alert').textContent()).toContain('seems to be a tribe')
    })
    await atSetUp(async (page) => expect(await heading(page)).toBe('Where is this desk?'), {
      query: '?place=us/nowhere',
    })
  })

  it('is chosen with the keyboard alone, on a narrow phone', async () => {
    await atSetUp(
      async (page) => {
        for (let at = 0; at < 4; at += 1) await page.keyboard.press('Tab')
        await page.keyboard.type('cook county il')
        await page.keyboard.press('Enter')
        await page.waitForURL(/q=cook/)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
        for (let at = 0; at < 6; at += 1) await page.keyboard.press('Tab')
        expect(await page.locator(':focus').textContent()).toBe('Cook County')
        await page.keyboard.press('Enter')
        await page.waitForURL(/place=/)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      },
      { viewport: { width: 320, height: 640 } },
    )
  })

  it('speaks Spanish, and finds Spanish names', async () => {
    await atSetUp(
      async (page) => {
        expect(await heading(page)).toBe('¿Dónde está este escritorio?')
        await page.getByLabel('Nombre del lugar').fill('Nueva York')
        await page.getByRole('button', { name: 'Buscar' }).click()
        expect(await page.getByRole('main').textContent()).toContain('Lugares llamados Nueva York')
        await page.getByLabel('Nombre del lugar').fill('Mendota, California')
        await page.getByRole('button', { name: 'Buscar' }).click()
        expect(await page.getByRole('main').textContent()).toContain('No está codificado: Mendota, California')
      },
      { locale: 'es-MX' },
    )
  })

  it('filters the list while I type, where scripts run', async () => {
    await atSetUp(
      async (page) => {
        const all = page.locator('details.all-places')
        await page.getByLabel('Name of the place').pressSequentially('san fr')
        expect(await all.getByRole('link').filter({ visible: true }).allTextContents()).toEqual(['San Francisco'])
        expect(await all.getByRole('status').textContent()).toBe('Places shown: 1')
        await page.getByLabel('Name of the place').fill('')
        expect(await all.getByRole('status').isVisible()).toBe(false)
        expect(await all.getByRole('link').filter({ visible: true }).count()).toBeGreaterThan(10)
      },
      { javaScriptEnabled: true },
    )
  })

  for (const query of [
    '',
    '?q=Mendota, California',
    '?q=houston',
    '?q=Chicago Public Schools',
    '?q=sheriff of cook county',
    '?q=harris county',
    '?q=Zzyzzx',
    '?place=us/ca&asked=Mendota, CA',
  ])
    for (const lang of ['en', 'es'])
      it(`is sound in ${lang}, wide and narrow: ${query}`, async () => {
        const behind = `${query === '' ? '?' : `${query}&`}lang=${lang}`
        await atSetUp(
          async (page) => {
            await page.evaluate(axe.source)
            const faults = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`
            expect(await page.evaluate(faults)).toEqual([])
            await keep(page, `${query}.${lang}.desktop`)
            await page.setViewportSize({ width: 390, height: 800 })
            await keep(page, `${query}.${lang}.phone`)
            if (query === '') {
              await page.locator('details.all-places summary').click()
              await keep(page, `open.${lang}.phone`)
            }
            await page.setViewportSize({ width: 320, height: 800 })
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
          },
          { javaScriptEnabled: true, query: behind },
        )
      })
})

async function keep(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `set-up-${name.replaceAll(/[^a-z.]+/gi, '-')}.png`), fullPage: true })
}
