/**
 * Those who look over what clerks do, in a real browser with scripts off: counsel is asked first and clears an answer, and
 * sends an override back; the auditor verifies the record, catches what was altered by SQL, and takes a proof along.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Who } from '../../src/database/transaction.ts'
import type { Role } from '../../src/people/role.ts'
import { startPublisher, type Publisher } from '../../src/record/publish.ts'
import { openSampleCase, whoOf } from '../case/sample-case.ts'
import { visitorOf } from '../security/route-table.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { browserPath, openBrowser } from './browser.ts'

describe.skipIf(browserPath === undefined)('who looks over the work', () => {
  const folder = mkdtempSync(join(tmpdir(), 'story-'))
  let desk: TestDesk
  let browser: Browser
  let publisher: Publisher
  let address = ''
  let who: Who
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([startTestDesk(), openBrowser()])
    publisher = startPublisher({ owner: desk.owner, keys: join(folder, 'keys'), log: () => undefined })
    who = await whoOf(desk, await desk.addUser('clerk'), 'clerk')
    await desk.addUser('counsel', 'auditor')
    await desk.addUser('administrator')
    address = (await desk.app.listen({ host: '127.0.0.1', port: 0 })).replace('127.0.0.1', 'localhost')
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await publisher?.stop()
    await desk?.end()
    rmSync(folder, { recursive: true, force: true })
  })

  async function as(role: Role): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
    await desk.superuser.query('delete from desk.rate_limits')
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-US' })
    context.setDefaultTimeout(15_000)
    const { cookies } = await visitorOf(desk, role, who.agency)
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: address })))
    const page = await context.newPage()
    await page.goto(address)
    return { context, page }
  }

  /** Keeps a picture where somebody asks for pictures. */
  async function keepPicture(page: Page, name: string): Promise<void> {
    const to = process.env['PICTURES']
    if (to !== undefined) await page.screenshot({ path: join(to, `${name}.png`), fullPage: true })
  }

  const heading = async (page: Page): Promise<string> => (await page.locator('h1').textContent()) ?? ''
  const recorded = async (page: Page): Promise<string> => (await page.locator('.on-record').first().textContent()) ?? ''

  it('is counsel, who sends an override back with a reason', async () => {
    const answers = { 'warrant.form': 'none', 'release.public': 'no', 'person.in-custody': 'yes' }
    const reference = await openSampleCase(desk, who, { acts: ['hold'], answers })
    const clerk = await as('clerk')
    await clerk.page.goto(`${address}/cases/${reference}/answer`)
    await clerk.page.getByText('Record something else than the law says').click()
    await clerk.page.getByLabel(/^Only for a reason in this list/).selectOption('A court ordered otherwise')
    await clerk.page.getByRole('button', { name: 'Record this decision' }).click()
    expect(await recorded(clerk.page)).toMatch(/It waits for counsel\.$/)
    const { context, page } = await as('counsel')
    expect(await heading(page)).toContain('1 decision waits for your confirmation.')
    await page.getByRole('link', { name: reference }).first().click()
    await page.getByRole('link', { name: 'Confirm, or send back' }).click()
    const proposal = page.getByRole('region', { name: 'Proposed, and waiting for you' })
    expect(await proposal.textContent()).toMatch(
      /MUST NOT hold .*Proposed: it is done\. Reason: A court ordered otherwise/,
    )
    await proposal.getByText('Send it back').first().click()
    await proposal.getByLabel('Why it goes back').selectOption('The paper was read wrongly')
    await proposal.getByRole('button', { name: 'Send it back' }).click()
    await context.close()
    await clerk.page.goto(`${address}/cases/${reference}`)
    expect(await clerk.page.locator('.next').textContent()).toMatch(/sent it back: The paper was read wrongly/)
    await clerk.context.close()
  })

  it('is the auditor, who verifies the record, catches what was altered by SQL, and takes a proof along', async () => {
    await publisher.publish()
    const { context, page } = await as('auditor')
    expect(await heading(page)).toBe('The record is open to you.')
    await page.getByRole('link', { name: 'See what was done' }).click()
    expect(await heading(page)).toMatch(/events on record$/)
    await page.getByRole('link', { name: 'Verify a period' }).click()
    expect(await heading(page)).toBe('Nothing was altered, deleted or put in.')
    const { rows } = await desk.superuser.query(`select id from desk.decisions order by decided_at limit 1`)
    const id = String(rows[0]?.id)
    await page.goto(`${address}/receipts/${id}`)
    const [proof] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Take the proof with you' }).click(),
    ])
    expect(readFileSync(await proof.path(), 'utf8')).toMatch(/^brightline\/receipt\/v1\n/)
    await desk.superuser.query(`update desk.decisions set choice = 'do-not', reason_code = null where id = $1`, [id])
    await page.goto(`${address}/audit/record`)
    expect(await heading(page)).toBe('1 row does not agree with the log.')
    expect(await page.title()).toMatch(/^Error: /)
    const wrong = page.locator('tbody tr', { hasText: 'ALTERED' })
    await wrong.getByRole('link').click()
    await page.getByRole('link', { name: /^Verify \d+ entr/ }).click()
    expect(await heading(page)).toBe('1 entry was altered after it was recorded.')
    await context.close()
  })

  it('is counsel, who is asked first where the law says so, and clears the answer', async () => {
    await desk.superuser.query(`update desk.agencies set place = 'us/il', kind = 'school'`)
    const answers = { 'request.from': 'immigration-authority', 'warrant.form': 'i-200' }
    const acts = ['admit-to-nonpublic-area']
    const reference = await openSampleCase(desk, who, { form: 'warrant-only', acts, answers })
    const clerk = await as('clerk')
    await clerk.page.goto(`${address}/cases/${reference}/questions`)
    await clerk.page.locator('main .buttons a').first().click()
    for (let turn = 0; turn < 15 && !clerk.page.url().endsWith('/answer'); turn += 1) {
      await clerk.page.getByLabel('I cannot tell').check()
      await clerk.page.getByRole('button', { name: 'Continue' }).click()
    }
    expect(await clerk.page.locator('.verdict h2').first().textContent()).toMatch(/^ASK COUNSEL FIRST/)
    await clerk.page
      .getByRole('group', { name: /counsel/i })
      .getByLabel('No', { exact: true })
      .check()
    await clerk.page.getByLabel('Reason', { exact: true }).selectOption('The facts are not sure enough')
    await clerk.page.getByRole('button', { name: 'Propose this decision' }).click()
    expect(await recorded(clerk.page)).toMatch(/It waits for counsel\.$/)
    await clerk.context.close()
    const { context, page } = await as('counsel')
    await page.getByRole('link', { name: reference }).first().click()
    await page.getByRole('link', { name: 'Confirm, or send back' }).click()
    await page.getByRole('button', { name: 'Confirm' }).click()
    expect(await recorded(page)).toMatch(/Confirmed .* by a second person/)
    await page.goto(address)
    expect(await heading(page)).not.toContain('confirmation')
    await context.close()
    await desk.superuser.query(`update desk.agencies set place = 'us/ex/springfield', kind = 'jail'`)
  })

  it('is the administrator, who confirms that the clock of the server had run ahead, and the desk goes on', async () => {
    await desk.superuser.query(`update desk.agencies set place = 'us/ex/springfield', kind = 'jail'`)
    const answers = { 'warrant.form': 'none', 'release.public': 'no', 'person.in-custody': 'yes' }
    const reference = await openSampleCase(desk, who, { acts: ['hold'], answers })
    await publisher.publish()
    // What a clock that ran ten days ahead leaves behind.
    await desk.superuser.query(`update ledger_${who.agency.replaceAll('-', '')}.desk
      set day = to_char(now() + interval '10 days', 'YYYY-MM-DD')`)
    const clerk = await as('clerk')
    await clerk.page.goto(`${address}/cases/${reference}/answer`)
    expect(await clerk.page.locator('main').textContent()).toContain('This desk can record nothing now')
    const { context, page } = await as('administrator')
    expect(await heading(page)).toContain('the clock of the server ran ahead')
    await page.getByRole('link', { name: 'Look at the clock' }).click()
    expect(await page.locator('main').textContent()).toMatch(/Ahead of now\s*(?:9|10|11) days/)
    await keepPicture(page, 'clock')
    await page.getByRole('button', { name: 'The clock was wrong, and is right now' }).click()
    expect(await page.title()).toMatch(/^Error: /)
    await page.getByLabel(/^I looked at another clock: today is/).check()
    await page.getByRole('button', { name: 'The clock was wrong, and is right now' }).click()
    expect(await page.getByRole('status').textContent()).toBe('The record goes on with the right days.')
    await keepPicture(page, 'clock-confirmed')
    await context.close()
    await clerk.page.reload()
    await clerk.page.getByRole('button', { name: 'Record this decision' }).click()
    expect(await recorded(clerk.page)).toMatch(/^Recorded /)
    await clerk.context.close()
  })
})
