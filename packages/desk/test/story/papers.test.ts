/** A clerk makes, prints and gives papers, in a real browser; every page and paper is held against axe. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCase, type SampleCase } from '../notice/sample-case.ts'
import { goodPassword, startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { browserPath, openBrowser } from './browser.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const run = `axe.run(document, { runOnly: ${JSON.stringify(levels)}, resultTypes: ['violations'] })`

/** A folder for pictures, for whoever wants to look at them. */
const pictures = process.env['PICTURES']

describe.skipIf(browserPath === undefined)('the papers of a case', () => {
  let desk: TestDesk
  let browser: Browser
  let address = ''
  let name = ''
  let made: SampleCase
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([startTestDesk(), openBrowser()])
    name = await desk.addUser('clerk')
    address = await desk.app.listen({ host: '127.0.0.1', port: 0 })
    address = address.replace('127.0.0.1', 'localhost')
    const duties = ['(b)-notice', '(a)'].map((label) => `us/ca/truth-act section 7283.1${label}`)
    made = await makeCase(desk, name, { duties, identity: { name: 'Alex Example', bookingNumber: 'B-2026-0042' } })
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  async function aClerk(options: BrowserContextOptions = {}): Promise<{ context: BrowserContext; page: Page }> {
    await desk.superuser.query('delete from desk.rate_limits')
    const context = await browser.newContext({ locale: 'en-US', ...options })
    context.setDefaultTimeout(15_000)
    await context.route(
      (url) => url.hostname !== 'localhost',
      async (route) => await route.abort(),
    )
    const page = await context.newPage()
    await page.goto(`${address}/sign-in?lang=${options.locale === 'es-US' ? 'es' : 'en'}`)
    await page.locator('#name').fill(name)
    await page.locator('#password').fill(goodPassword)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${address}/`)
    return { context, page }
  }

  async function picture(page: Page, file: string): Promise<void> {
    if (pictures === undefined) return
    await page.evaluate(async () => void (await document.fonts.ready))
    await page.waitForLoadState('networkidle')
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: join(pictures, `${file}.png`), fullPage: true })
  }

  /** Names what axe finds, with where. */
  async function faultsOf(page: Page): Promise<readonly string[]> {
    // A page without its style sheet yet has links that are too small.
    await page.waitForLoadState('load')
    await page.evaluate(axe.source)
    const found = await page.evaluate<unknown>(run)
    if (typeof found !== 'object' || found === null || !('violations' in found) || !Array.isArray(found.violations))
      throw new Error('axe said nothing')
    return found.violations.map(
      ({ id, nodes }: { id: string; nodes: readonly { html: string }[] }) => `${id}: ${nodes[0]?.html ?? ''}`,
    )
  }

  const papers = (): string => `${address}/cases/${made.reference}/notices`

  it('are made, printed and put on record without a script', async () => {
    const { context, page } = await aClerk({ javaScriptEnabled: false })
    await page.goto(papers())
    expect(await page.locator('h1').textContent()).toBe('3 papers to give.')
    const row = page.getByRole('row', { name: /^Copy of the request/ })
    await row.getByRole('button', { name: /^Make this paper/ }).click()
    expect(await page.title()).toMatch(/^Error: /)
    await page.goBack()
    await row.getByRole('combobox', { name: 'Language' }).selectOption('es')
    await row.getByRole('button', { name: /^Make this paper/ }).click()
    await page.getByRole('button', { name: 'Page to print' }).click()
    expect(await page.locator('h1').textContent()).toBe('Una solicitud sobre usted de las autoridades de inmigración')
    expect(await page.locator('dd').first().textContent()).toBe('Alex Example')
    // The policy of the page lets its own style through.
    const size = await page.locator('h1').evaluate((element) => getComputedStyle(element).fontSize)
    expect(size).toBe('32px')
    await page.goBack()
    await page.getByLabel('In hand', { exact: true }).check()
    await page.getByLabel('Asked, and did not sign').check()
    await page.getByRole('combobox', { name: 'Language that was offered' }).selectOption('es')
    await page.getByRole('group', { name: 'Interpreter' }).getByLabel('Yes').check()
    await page
      .getByLabel('The law wants it in English too')
      .selectOption('It was offered in each, and the person chose')
    await page.getByRole('button', { name: 'Put it on record' }).click()
    expect(await page.getByRole('status').textContent()).toBe('It is on record. It cannot be changed.')
    await page.getByRole('link', { name: 'Back to the papers' }).click()
    expect(await page.locator('h1').textContent()).toBe('2 papers to give.')
    await context.close()
  })

  it('show Chinese and Korean on a machine that has no letters for them', async () => {
    const { context, page } = await aClerk()
    for (const [lang, family, sign] of [
      ['zh', 'Paper SC', '您'],
      ['ko', 'Paper KR', '귀'],
    ] as const) {
      await page.goto(`${papers()}/new/interview-consent`)
      await page.locator('select[name=language]').selectOption(lang)
      await page.locator('main button').click()
      await page.goto(`${page.url()}/preview`)
      const loaded = await page.evaluate(
        async ([family, sign]) => (await document.fonts.load(`16px "${family}"`, sign)).map(({ status }) => status),
        [family, sign] as const,
      )
      expect(loaded).toEqual(['loaded'])
      await picture(page, `font-${lang}`)
    }
    await context.close()
  })

  const looks = [
    { look: 'desktop-en', options: { viewport: { width: 1280, height: 900 } } },
    { look: 'desktop-es', options: { viewport: { width: 1280, height: 900 }, locale: 'es-US' } },
    { look: 'phone-en', options: { viewport: { width: 320, height: 640 } } },
    { look: 'phone-es', options: { viewport: { width: 320, height: 640 }, locale: 'es-US' } },
  ] as const

  it.each(looks)('have no fault that axe finds, and fit: $look', async ({ look, options }) => {
    const { context, page } = await aClerk({ ...options, bypassCSP: true })
    await page.goto(`${papers()}/new/interview-consent`)
    await page.locator('select[name=language]').selectOption('zh')
    await page.locator('main button').click()
    const paper = page.url()
    const pages = {
      docket: `${address}/cases/${made.reference}`,
      list: papers(),
      'new-same': `${papers()}/new/same-notice`,
      paper,
      preview: `${paper}/preview`,
      translations: `${address}/translations`,
    }
    for (const [file, url] of Object.entries(pages)) {
      await page.goto(url)
      await picture(page, `${look}-${file}`)
      expect(await faultsOf(page), file).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), file).toBeLessThanOrEqual(
        options.viewport.width,
      )
    }
    await page.goto(paper)
    await page.locator('main form').last().locator('button').click()
    await picture(page, `${look}-faults`)
    expect(await faultsOf(page)).toEqual([])
    await context.close()
  })

  it('print on white, in black, without what belongs to the screen', async () => {
    const { context, page } = await aClerk({ bypassCSP: true, viewport: { width: 816, height: 1056 } })
    for (const [kind, lang] of [
      ['request-copy', 'en'],
      ['interview-consent', 'es'],
      ['agency-reply', 'en'],
      ['receipt', 'ko'],
    ] as const) {
      await page.emulateMedia({ media: 'screen' })
      await page.goto(`${papers()}/new/${kind}`)
      await page.locator('select[name=language]').selectOption(lang)
      await page.locator('main button').click()
      await page.goto(`${page.url()}/preview`)
      await page.emulateMedia({ media: 'print' })
      await picture(page, `print-${kind}-${lang}`)
      expect(await faultsOf(page), kind).toEqual([])
    }
    await context.close()
  })
})
