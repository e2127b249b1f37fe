/**
 * From a case with its facts to a decision that counts, in a real browser with scripts off: a clerk answers and proposes,
 * a supervisor confirms, the record is verified; by mouse, with the keyboard alone, in Spanish and on a phone.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Who } from '../../src/database/transaction.ts'
import { startPublisher, type Publisher } from '../../src/record/publish.ts'
import { openSampleCase, whoOf } from '../case/sample-case.ts'
import { goodPassword, startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { browserPath, openBrowser } from './browser.ts'

const phone = { viewport: { width: 320, height: 640 } }

describe.skipIf(browserPath === undefined)('a request, from its facts to a decision', () => {
  const folder = mkdtempSync(join(tmpdir(), 'story-'))
  let desk: TestDesk
  let browser: Browser
  let publisher: Publisher
  let address = ''
  let names: { readonly clerk: string; readonly supervisor: string }
  let who: Who
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([startTestDesk(), openBrowser()])
    publisher = startPublisher({ owner: desk.owner, keys: join(folder, 'keys'), log: () => undefined })
    names = { clerk: await desk.addUser('clerk'), supervisor: await desk.addUser('supervisor') }
    who = await whoOf(desk, names.clerk, 'clerk')
    await desk.app.listen({ host: '127.0.0.1', port: 0 })
    const bound = desk.app.server.address()
    address = `http://localhost:${typeof bound === 'object' && bound !== null ? bound.port : 0}`
  })
  afterAll(async () => {
    await browser?.close()
    await publisher?.stop()
    await desk?.end()
    rmSync(folder, { recursive: true, force: true })
  })

  async function signedIn(
    name: string,
    options: BrowserContextOptions = {},
  ): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
    await desk.superuser.query('delete from desk.rate_limits')
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-US', ...options })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    await page.goto(`${address}/sign-in`)
    await page.locator('input[name=name]').fill(name)
    await page.locator('input[name=password]').fill(goodPassword)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${address}/`)
    return { context, page }
  }

  const heading = async (page: Page): Promise<string> => (await page.locator('h1').textContent()) ?? ''

  /** Keeps a picture where somebody asks for pictures. */
  async function picture(page: Page, name: string): Promise<void> {
    const to = process.env['PICTURES']
    if (to !== undefined) await page.screenshot({ path: join(to, `${name}.png`), fullPage: true })
  }

  let reference = ''

  it('is found in the queue, and its next question is one press away', async () => {
    const answers = { 'release.public': 'yes', 'person.in-custody': 'yes' }
    reference = await openSampleCase(desk, who, { answers })
    const { context, page } = await signedIn(names.clerk)
    await page.getByRole('link', { name: 'Requests' }).click()
    expect(await heading(page)).toBe('1 request waits for you.')
    await picture(page, 'queue')
    await page.getByRole('link', { name: reference }).click()
    await picture(page, 'docket-new')
    await page.getByRole('link', { name: 'Answer the next question' }).click()
    expect(await heading(page)).toContain('Is a warrant or order with the request?')
    await picture(page, 'question')
    await page.getByRole('button', { name: 'Continue' }).click()
    expect(await page.title()).toMatch(/^Error: /)
    expect(await page.getByRole('alert').textContent()).toContain('Choose an answer')
    await picture(page, 'question-empty')
    await page.getByLabel('Form I-200, Warrant for Arrest of Alien').check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(/answer$/)
    await page.getByRole('link', { name: /answers that count, change one$/ }).click()
    expect(await heading(page)).toBe('Check your answers')
    await picture(page, 'check')
    await page.getByRole('link', { name: /^Change: Is a warrant/ }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(/questions$/)
    await context.close()
  })

  it('is answered in one sentence for each act, with reasons that open in place', async () => {
    const { context, page } = await signedIn(names.clerk)
    await page.goto(`${address}/cases/${reference}/answer`)
    const sentences = await page.locator('.verdict h2').allTextContents()
    expect(sentences).toEqual([
      'MUST NOT hold the person past the time of release.',
      expect.stringMatching(/^MAY tell immigration authorities/),
    ])
    await picture(page, 'answer')
    const cite = page.locator('details.cite').filter({ hasText: 'Springfield Mun. Code § 12.30(a)' }).first()
    if ((await cite.getAttribute('open')) === null) await cite.locator('summary').click()
    expect(await cite.locator('a').getAttribute('href')).toBe('https://springfield.example/code/12')
    await page.getByRole('button', { name: 'Propose this decision' }).click()
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(2)
    await picture(page, 'answer-fault')
    await page
      .getByRole('group', { name: /The law leaves a choice/ })
      .getByLabel('No')
      .check()
    await page.getByLabel('Reason', { exact: true }).selectOption('The practice of the agency')
    await page.getByRole('button', { name: 'Propose this decision' }).click()
    expect(await page.locator('.on-record').allTextContents()).toEqual([
      expect.stringContaining('Recorded'),
      expect.stringContaining('It waits for a supervisor.'),
    ])
    await picture(page, 'answer-proposed')
    await context.close()
  })

  it('counts when the supervisor confirms, with the keyboard alone', async () => {
    const { context, page } = await signedIn(names.supervisor)
    await page.goto(`${address}/queue`)
    await page.getByRole('link', { name: reference }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${address}/cases/${reference}`)
    await picture(page, 'docket-waiting')
    await page.getByRole('link', { name: 'Confirm, or send back' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/answer$/)
    await picture(page, 'answer-confirm')
    await page.getByRole('button', { name: 'Confirm' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('by a second person').waitFor()
    expect(await page.locator('.on-record').last().textContent()).toMatch(/Confirmed .* by a second person/)
    await context.close()
  })

  it('is verified against the log, and an alteration is plain to see', async () => {
    await publisher.publish()
    const { context, page } = await signedIn(names.clerk)
    await page.goto(`${address}/cases/${reference}`)
    await picture(page, 'docket')
    await page.getByRole('link', { name: 'Verify 4 entries' }).click()
    expect(await heading(page)).toBe('Every entry is proved.')
    await picture(page, 'record')
    const change = `update desk.decisions set verdict = $1 where act = 'hold'`
    await desk.superuser.query(change, ['permitted'])
    await page.getByRole('link', { name: 'Verify again' }).click()
    expect(await heading(page)).toBe('1 entry was altered after it was recorded.')
    await picture(page, 'record-altered')
    await desk.superuser.query(change, ['prohibited'])
    await context.close()
  })

  it('is answered on one page, on a phone, in Spanish', async () => {
    const other = await openSampleCase(desk, who, { acts: ['hold', 'notify-release', 'transfer'] })
    const { context, page } = await signedIn(names.clerk, { ...phone, locale: 'es-US' })
    await page.goto(`${address}/cases/${other}/express?lang=es`)
    expect(await heading(page)).toBe('Todo lo que aún importa')
    await picture(page, 'express-phone-es')
    await page.locator('select[name="warrant.form"]').selectOption('none')
    await page.locator('input[name="release.public"][value=no]').check()
    await page.getByRole('button', { name: 'Guardar y seguir' }).click()
    await page.waitForURL(/answer$/)
    expect(await page.locator('.verdict h2').first().textContent()).toMatch(/^NO DEBE /)
    await picture(page, 'answer-phone-es')
    for (const path of ['', '/answer', '/questions', '/express', '/questions/warrant.form', '/record']) {
      await page.goto(`${address}/cases/${other}${path}`)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width, path).toBeLessThanOrEqual(320)
    }
    await page.goto(`${address}/queue`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await picture(page, 'queue-phone-es')
    await page.goto(`${address}/cases/${other}/questions/warrant.form`)
    await picture(page, 'question-phone-es')
    await page.goto(`${address}/cases/${reference}`)
    await picture(page, 'docket-phone-es')
    await context.close()
  })

  it('says what would change an answer within a phone, however long its words are in Spanish', async () => {
    const answers = {
      'warrant.form': 'ao-442',
      'warrant.signer': 'federal-magistrate',
      'warrant.court': 'federal-court',
      'warrant.names-person': 'yes',
      'warrant.expired': 'no',
      'person.in-custody': 'yes',
    }
    const other = await openSampleCase(desk, who, { acts: ['transfer'], answers })
    const { context, page } = await signedIn(names.clerk, { ...phone, locale: 'es-US' })
    await page.goto(`${address}/cases/${other}/answer?lang=es`)
    expect(await page.locator('#change').textContent()).toBe('Qué lo cambiaría')
    expect(await page.getByText('no se halló facultad').count()).toBeGreaterThan(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await context.close()
  })

  it('asks a time in boxes, and everything on one page for those who know', async () => {
    const other = await openSampleCase(desk, who, { answers: { 'warrant.form': 'none' } })
    const { context, page } = await signedIn(names.clerk)
    await page.goto(`${address}/cases/${other}/express`)
    await picture(page, 'express')
    await page.locator('input[name="release.public"][value=no]').check()
    await page.getByRole('button', { name: 'Save and go on' }).click()
    await page.goto(`${address}/cases/${other}/questions/time:receipt`)
    await page.getByLabel('Month').fill('11')
    await page.getByLabel('Day').fill('24')
    await page.getByLabel('Year').fill('26')
    await page.getByLabel(/Clock time/).fill('10:15 pm')
    await picture(page, 'question-time')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.goto(`${address}/cases/${other}/questions`)
    expect(await page.locator('.given').textContent()).toContain('November 24, 2026 22:15')
    await context.close()
  })
})
