/**
 * From the fax to the questions, in a real browser with scripts off: a clerk chooses a picture, says when it came, seals a
 * name and a paper, looks at a warrant; by mouse, with the keyboard alone, in Spanish, on a phone, and over a session
 * that ends in between.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodPassword, startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { madePdf } from '../upload/made-pdf.ts'
import { browserPath, openBrowser } from './browser.ts'

const phone = { viewport: { width: 320, height: 640 } }
const detainer = [
  'Department of Homeland Security',
  'IMMIGRATION DETAINER',
  'x',
  'Deportation Officer',
  'Form I-247A (3/17)',
]

describe.skipIf(browserPath === undefined)('what came in, to the questions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'story-'))
  let desk: TestDesk
  let browser: Browser
  let address = ''
  let clerk = ''
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([startTestDesk(), openBrowser()])
    clerk = await desk.addUser('clerk')
    await desk.app.listen({ host: '127.0.0.1', port: 0 })
    const bound = desk.app.server.address()
    address = `http://localhost:${typeof bound === 'object' && bound !== null ? bound.port : 0}`
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
    rmSync(folder, { recursive: true, force: true })
  })

  async function signIn(page: Page): Promise<void> {
    await page.locator('input[name=name]').fill(clerk)
    await page.locator('input[name=password]').fill(goodPassword)
    await page.keyboard.press('Enter')
  }

  async function signedIn(
    options: BrowserContextOptions = {},
  ): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
    await desk.superuser.query('delete from desk.rate_limits')
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-US', ...options })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    await page.goto(`${address}/sign-in`)
    await signIn(page)
    await page.waitForURL(`${address}/`)
    return { context, page }
  }

  const heading = async (page: Page): Promise<string> => (await page.locator('h1').textContent()) ?? ''

  /** Keeps a picture where somebody asks for pictures. */
  async function picture(page: Page, name: string): Promise<void> {
    const to = process.env['PICTURES']
    if (to !== undefined) await page.screenshot({ path: join(to, `${name}.png`), fullPage: true })
  }

  async function press(page: Page, name: string): Promise<void> {
    await page.getByRole('main').getByRole('button', { name }).click()
  }

  it('takes a detainer with its warrant in eight pages', async () => {
    const { context, page } = await signedIn()
    await page.getByRole('link', { name: 'Something arrived' }).click()
    await picture(page, 'new')
    await press(page, 'Form I-247A')
    expect(await heading(page)).toBe('When and how did it come?')
    await page.getByLabel('At what time?').fill('1:05 am')
    await page.getByRole('group', { name: 'Which day did it come?' }).getByLabel('Year').fill('25')
    await page.getByLabel('Fax').check()
    await page.getByLabel('1: a match of prints and records').check()
    await picture(page, 'arrival')
    await press(page, 'Save and go on')
    expect(await heading(page)).toBe('Who is it about?')
    await page.getByLabel('Name', { exact: true }).fill('Ada Example')
    await picture(page, 'person')
    await press(page, 'Save and go on')
    await page
      .getByLabel('A scan or a picture')
      .setInputFiles({ name: 'ada-example.pdf', mimeType: 'application/pdf', buffer: madePdf({ lines: detainer }) })
    await press(page, 'Add this paper')
    expect(await page.getByRole('main').textContent()).toContain('The paper seems to say: form I-247A')
    await picture(page, 'papers')
    await page.getByRole('link', { name: 'Go on' }).click()
    await press(page, 'Form I-205')
    expect(await heading(page)).toBe('Look at the paper: Form I-205')
    for (const [question, answer] of [
      ['court', 'no'],
      ['signed', 'yes'],
      ['judge', 'no'],
      ['immigration-officer', 'yes'],
      ['names-person', 'cannot-tell'],
    ])
      await page.locator(`input[name="${question}"][value="${answer}"]`).check()
    await picture(page, 'evidence')
    await press(page, 'Save and go on')
    expect(await heading(page)).toBe('This paper comes from immigration authorities, and from no court')
    await picture(page, 'result')
    await page.getByRole('link', { name: 'Go on to the questions' }).click()
    expect(page.url()).toMatch(/\/cases\/SJ-\d\d-\d{4}\/questions/)
    const told = await page.getByRole('main').textContent()
    await picture(page, 'questions')
    await context.close()
    expect(told).toContain('Form I-205')
    expect(told).not.toMatch(/Ada/)
  })

  it('goes with the keyboard alone, and shows where it is', async () => {
    const { context, page } = await signedIn()
    await page.goto(`${address}/new`)
    const rings: string[] = []
    for (let at = 0; at < 40; at += 1) {
      await page.keyboard.press('Tab')
      const [name, ring] = await page
        .locator(':focus')
        .evaluate((element) => [element.getAttribute('value') ?? '', getComputedStyle(element).outlineWidth])
      rings.push(ring ?? '')
      if (name === 'i-200') break
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(/arrival$/)
    await context.close()
    expect(new Set(rings)).toEqual(new Set(['3px']))
  })

  it('fits a phone, in Spanish, on every page', async () => {
    const { context, page } = await signedIn({ ...phone, locale: 'es-ES' })
    await page.goto(`${address}/new`)
    await press(page, 'Formulario AO 442')
    const path = page.url().replace(/\/arrival$/, '')
    for (const at of [
      '/arrival',
      '/person',
      '/papers',
      '/evidence',
      '/evidence/paper',
      '/evidence/result',
      '/convictions',
      '/way',
    ]) {
      await page.goto(`${path}${at}`)
      expect(await page.locator('html').getAttribute('lang')).toBe('es')
      await picture(page, `phone${at.replaceAll('/', '-')}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), at).toBeLessThanOrEqual(320)
    }
    for (const at of ['/new', '/new/not-sure']) {
      await page.goto(`${address}${at}`)
      await picture(page, `phone${at.replaceAll('/', '-')}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), at).toBeLessThanOrEqual(320)
    }
    await context.close()
  })

  it('shows a paper beside the questions, and saves with the return key', async () => {
    const { context, page } = await signedIn()
    await page.goto(`${address}/new`)
    const file = join(folder, 'scan.png')
    writeFileSync(file, await page.screenshot())
    await press(page, 'Form I-200')
    const path = page.url().replace('/arrival', '')
    await page.goto(`${path}/papers`)
    await page.getByLabel('A scan or a picture').setInputFiles(file)
    await press(page, 'Add this paper')
    await page.getByRole('link', { name: 'Go on' }).click()
    await page.locator('input[name="signed"][value="yes"]').check()
    await press(page, 'Show paper 1 here: Form I-200')
    const width = await page.getByRole('img', { name: 'Form I-200' }).evaluate(async (image) => {
      if (image instanceof HTMLImageElement) await image.decode()
      return image.clientWidth
    })
    await picture(page, 'evidence-picture')
    expect(await page.locator('input[name="signed"][value="yes"]').isChecked()).toBe(true)
    await page.locator('input[name="signed"][value="yes"]').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/result$/)
    await context.close()
    expect(width).toBeGreaterThan(300)
  })

  it('says in words why a file is not taken, also a large one', async () => {
    const { context, page } = await signedIn()
    // A browser reads no answer before it has sent everything: somebody must take it in.
    page.setDefaultTimeout(10_000)
    await page.goto(`${address}/new`)
    await press(page, 'Form I-200')
    await page.goto(page.url().replace('arrival', 'papers'))
    for (const [megabytes, words] of [
      [0.001, 'This is no PDF, PNG, JPEG or TIFF file'],
      [15, 'This is no PDF, PNG, JPEG or TIFF file'],
      [40, 'This file is larger than 20 MB'],
    ] as const) {
      const file = join(folder, 'scan.pdf')
      writeFileSync(file, Buffer.concat([Buffer.from('<svg onload="x()">'), Buffer.alloc(megabytes * 1_048_576, ' ')]))
      await page.getByLabel('A scan or a picture').setInputFiles(file)
      await press(page, 'Add this paper')
      expect(await page.title()).toMatch(/^Error: /)
      expect(await page.getByRole('alert').textContent()).toContain(words)
    }
    await picture(page, 'papers-wrong')
    await context.close()
  })

  it('helps whoever is not sure', async () => {
    const { context, page } = await signedIn()
    await page.goto(`${address}/new`)
    await page.getByRole('link', { name: /^Not sure/ }).click()
    await press(page, 'Show what fits')
    expect(await page.title()).toMatch(/^Error: /)
    await page.getByLabel('The name of a court, such as United States District Court').check()
    await page.getByLabel('Subpoena').check()
    await picture(page, 'not-sure')
    await press(page, 'Show what fits')
    expect(await page.locator('button.way').count()).toBe(2)
    await press(page, 'Subpoena of a court')
    expect(await heading(page)).toBe('When and how did it come?')
    await context.close()
  })

  it('loses nothing where the session ends while somebody types', async () => {
    const { context, page } = await signedIn()
    await page.goto(`${address}/new`)
    await press(page, 'A telephone call')
    await page.getByLabel('At what time?').fill('4:44')
    await desk.superuser.query('update desk.sessions set revoked_at = now()')
    await press(page, 'Save and go on')
    expect(await page.getByRole('main').textContent()).toContain('nothing of it is lost')
    await desk.superuser.query('delete from desk.rate_limits')
    await signIn(page)
    await press(page, 'Go on with what I typed')
    expect(await heading(page)).toBe('When and how did it come?')
    expect(await page.getByLabel('At what time?').inputValue()).toBe('4:44')
    await context.close()
  })

  it('is seen in colours that somebody forces', async () => {
    const { context, page } = await signedIn({ forcedColors: 'active' })
    await page.goto(`${address}/new`)
    await picture(page, 'forced-new')
    const marks = await page
      .locator('.drawn-tell')
      .evaluateAll((all) => all.map((mark) => getComputedStyle(mark).strokeWidth))
    await context.close()
    expect(new Set(marks)).toEqual(new Set(['2px']))
  })
})
