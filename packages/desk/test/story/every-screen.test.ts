/**
 * Every screen of the desk, each with a real case behind it, in a real browser: held against axe, in both languages, on a
 * phone, magnified, in forced colours, and from right to left. The list of screens is that of the server itself.
 */
import axe from 'axe-core'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSetUpToken } from '../../src/people/link.ts'
import type { Role } from '../../src/people/role.ts'
import { makeCase } from '../notice/sample-case.ts'
import { smallYearOf, writeYear } from '../report/small-year.ts'
import { sampleOf } from '../server/sample-of.ts'
import { goodSetUp, startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { Visitor } from '../server/visitor.ts'
import { browserPath, openBrowser } from './browser.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const run = `axe.run(document, { runOnly: ${JSON.stringify(levels)}, resultTypes: ['violations'] })`
// The rules of axe are about marks and colours, which both languages share: the long run asks them again in Spanish.
const isLong = process.env['LONG'] === '1'
const pictures = process.env['PICTURES']

/** What answers without a page: a check, a file, or something for a program. */
const noPages = [
  /^\/(?:healthz|readyz|static\/.*|paper-fonts\/:file|api\/openapi\.json)$/,
  /^\/(?:receipts\/:id\/proof|calendar\/:file|translations\/:(?:file|id)|cases\/:reference\/papers\/:paper\/picture)$/,
]

/** Lists the addresses that the server answers a reader, from its own table. */
function addressesOf(table: string): readonly string[] {
  const above: string[] = []
  return table.split('\n').flatMap((line) => {
    const found = /^([ │]*)[├└]── (\S+) \(([A-Z, ]+)\)/.exec(line)
    const [, indent = '', part = '', methods = ''] = found ?? []
    if (found === null) return []
    const depth = indent.length / 4
    above[depth] = part.split('|')[0] ?? ''
    const path = above.slice(0, depth + 1).join('/')
    return methods.includes('GET') ? [path.replaceAll(/\/{2,}/g, '/')] : []
  })
}

interface Screen {
  readonly route: string
  readonly path: string
  readonly role: Role | null
}

describe.skipIf(browserPath === undefined)('every screen', () => {
  let desk: TestDesk
  let browser: Browser
  let address = ''
  const contexts = new Map<Role | null, { readonly context: BrowserContext; readonly page: Page }>()
  const elsewhere: string[] = []
  const told: string[] = []
  const faults: string[] = []
  const titles = new Map<string, string>()

  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([startTestDesk(), openBrowser()])
    const listening = await desk.app.listen({ host: '127.0.0.1', port: 0 })
    address = listening.replace('127.0.0.1', 'localhost')
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  /** Opens a page for somebody of a role. */
  async function enter(role: Role | null, visitor?: Visitor): Promise<void> {
    const context = await browser.newContext({ locale: 'en-US' })
    context.setDefaultTimeout(15_000)
    const cookies = [...(visitor?.cookies ?? [])].map(([name, value]) => ({ name, value, url: address }))
    await context.addCookies(cookies)
    await context.route(/\.js$/, async (route) => await route.abort())
    context.on('request', (request) => {
      if (new URL(request.url()).origin !== address) elsewhere.push(request.url())
    })
    const page = await context.newPage()
    page.on('console', (message) => {
      const isBlockedByUs = message.location().url.endsWith('.js')
      if (message.type() === 'error' && !isBlockedByUs) told.push(`${page.url()}: ${message.text()}`)
    })
    contexts.set(role, { context, page })
  }

  async function faultsOf(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe.source)
    const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(run)
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`)
  }

  async function overflow(page: Page, width: number): Promise<number> {
    await page.setViewportSize({ width, height: 800 })
    return await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  }

  /** Notes what is wrong with a screen. */
  async function hold({ route, path, role }: Screen): Promise<void> {
    const page = contexts.get(role)?.page
    if (page === undefined) throw new Error(`nobody is ${role}`)
    const note = (fault: string): void => {
      faults.push(`${route}: ${fault}`)
    }
    const ask = `${address}${path}${path.includes('?') ? '&' : '?'}lang=`
    const isPaper = route.endsWith('/preview')
    await page.setViewportSize({ width: 1280, height: 800 })
    for (const lang of isPaper ? ['en'] : ['en', 'es']) {
      const answer = await page.goto(`${ask}${lang}`)
      if (answer?.status() !== 200) return note(`answered ${answer?.status()}`)
      if (gzipSync(await answer.body()).length > 60_000) note('weighs more than 60 kB')
      if (lang === 'en' || isLong) for (const fault of await faultsOf(page)) note(`${lang}: ${fault}`)
      if (isPaper) return
      if ((await page.locator('html').getAttribute('lang')) !== lang) note(`is not in ${lang}`)
      if ((await page.locator('h1').count()) !== 1) note(`has ${await page.locator('h1').count()} headings`)
      if ((await page.locator('.skip[href="#main"]').count()) !== 1) note('has no skip link')
      const title = await page.title()
      const known = titles.get(title)
      if (known !== undefined && known !== route) note(`has the title of ${known}: ${title}`)
      titles.set(title, route)
      await keep(page, `${route}.${lang}.desktop`)
      for (const width of [390, 320]) {
        const wide = await overflow(page, width)
        if (wide > 0) note(`${lang}: is ${wide} px too wide at ${width}`)
        if (width === 390) await keep(page, `${route}.${lang}.phone`)
      }
    }
    await page.emulateMedia({ forcedColors: 'active' })
    if (!(await page.locator('h1').isVisible())) note('has no heading in forced colours')
    await page.emulateMedia({ forcedColors: 'none' })
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
    if ((await overflow(page, 390)) > 0) note('is too wide from right to left')
  }

  async function keep(page: Page, name: string): Promise<void> {
    if (pictures === undefined) return
    mkdirSync(pictures, { recursive: true })
    const file = name.replaceAll(/[^a-z.]+/g, '-')
    await page.screenshot({ path: join(pictures, `${file}.png`), fullPage: true })
  }

  const asked = async (visitor: Visitor, path: string, fields: Readonly<Record<string, string>>): Promise<string> => {
    const answer = await visitor.post(path, fields)
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`)
    return String(answer.headers['location'])
  }

  /** Makes the cases, papers and reports that the screens show. */
  async function screens(): Promise<readonly Screen[]> {
    const administrator = await desk.administrator()
    await administrator.get('/people')
    const invited = await administrator.post('/people', { name: 'records.night', role: 'auditor', desk: '' })
    const invitation = /\/invitation\/[\w-]{43}/.exec(invited.page)?.[0] ?? ''
    const names = new Map<Role, string>()
    for (const role of ['clerk', 'supervisor', 'counsel', 'records-officer', 'auditor'] as const)
      names.set(role, await desk.addUser(role))
    for (const [role, name] of names) await enter(role, await desk.signedIn(name))
    await enter('administrator', administrator)
    const clerk = await desk.signedIn(names.get('clerk') ?? '')
    const made = await makeCase(desk, names.get('clerk') ?? '', { choice: 'do-not' })
    const [decision] = (await desk.superuser.query('select id from desk.decisions limit 1')).rows
    const [owed] = (await desk.superuser.query('select id from desk.duties limit 1')).rows
    await clerk.get('/new')
    const arrival = await asked(clerk, '/new', { way: 'i-200' })
    const base = arrival.replace('/arrival', '')
    await clerk.get(`/cases/${made.reference}/notices/new/request-copy`)
    const notice = await asked(clerk, `/cases/${made.reference}/notices/new/request-copy`, {
      recipient: 'person',
      language: 'en',
    })
    const { seen } = { seen: /name="seen" value="([^"]+)"/.exec((await clerk.get(`${base}/evidence`)).page)?.[1] ?? '' }
    const checked = await clerk.post(`${base}/evidence`, {
      ...{ seen, court: 'no', signed: 'yes', judge: 'no', 'immigration-officer': 'yes', 'names-person': 'yes' },
    })
    if (checked.status !== 303) throw new Error(`evidence answered ${checked.status}`)
    const report = await makeReport(names.get('records-officer') ?? '')
    const law = '/law/us/ex/springfield/2026-11-29'
    const of = (role: Role | null, route: string, path = route): Screen => ({ role, route, path })
    const inCase = (part: string, path = `${base}${part}`): Screen => of('clerk', `/cases/:reference${part}`, path)
    const inMade = (part: string): Screen => inCase(part, `/cases/${made.reference}${part}`)
    await desk.superuser.query(`delete from desk.one_time_links where purpose = 'demonstration'`)
    return [
      ...['/sign-in'].map((path) => of(null, path)),
      of(null, '/invitation/:token', invitation),
      of(null, '/receipts/:id', `/receipts/${decision.id}`),
      ...['/', '/role', '/hand-over', '/calendar', '/queue', '/duties', '/new', '/new/not-sure', '/law'].map((path) =>
        of('clerk', path),
      ),
      of('supervisor', '/'),
      of('auditor', '/'),
      of('administrator', '/'),
      ...['/people', '/deciders', '/translations', '/administration'].map((path) => of('administrator', path)),
      ...['place', 'law', 'keys', 'backup'].map((path) => of('administrator', `/administration/${path}`)),
      ...['/audit', '/audit/openings'].map((path) => of('auditor', path)),
      of('clerk', '/duties/:id', `/duties/${owed.id}`),
      ...['', '/record', '/answer', '/express', '/times', '/outcome', '/notices'].map(inMade),
      of('clerk', '/cases/:reference/notices/new/:kind', `/cases/${made.reference}/notices/new/same-notice`),
      of('clerk', '/cases/:reference/notices/:id', notice),
      of('clerk', '/cases/:reference/notices/:id/preview', `${notice}/preview`),
      ...[
        '/questions',
        '/arrival',
        '/way',
        '/person',
        '/papers',
        '/evidence',
        '/evidence/paper',
        '/evidence/result',
      ].map((part) => inCase(part)),
      ...['/convictions', '/convictions/result'].map((part) => inCase(part)),
      inCase('/questions/:address', `${base}/questions/release.public`),
      of('clerk', '/law/*', law),
      of('clerk', '/law/*', law.replace('springfield', 'springfield/welcoming-ordinance')),
      of('clerk', '/law/*', `${law}/what-if`),
      of('records-officer', '/reports'),
      of('records-officer', '/reports/:id', report),
      of('records-officer', '/reports/:id/:file', `${report}/report.html`),
      of('records-officer', '/reports/:id/rows', `${report}/rows?part=il-received&row=0&column=0`),
    ]
  }

  /** Drafts the report of a year, under the law of Illinois. */
  async function makeReport(name: string): Promise<string> {
    const place = 'update desk.agencies set place = $1'
    await desk.superuser.query(place, ['us/il'])
    const year = new Date().getFullYear() - 1
    await writeYear(desk.superuser, await sampleOf(desk.superuser), smallYearOf(year))
    const officer = await desk.signedIn(name)
    const { page } = await officer.get('/reports')
    const [form] = /name="form" value="[^"]+"/.exec(page) ?? []
    const value = /value="([^"]+)"/.exec(form ?? '')?.[1] ?? ''
    return await asked(officer, '/reports', { form: value, starts: `${year}-01-01`, ends: `${year}-12-31` })
  }

  it('is seen by everybody, in both languages, at every width', { timeout: 200_000 }, async () => {
    await enter(null)
    // The pages of the first minute are there only before anything is set up.
    const setUp = `/set-up/${await makeSetUpToken(desk.owner)}`
    await hold({ role: null, route: '/set-up/:token', path: setUp })
    const list = await screens()
    const reports = list.filter(({ route }) => route.startsWith('/reports'))
    for (const screen of reports) await hold(screen)
    await desk.superuser.query('update desk.agencies set place = $1', [goodSetUp.place])
    for (const screen of list) {
      await desk.superuser.query('delete from desk.rate_limits')
      if (!reports.includes(screen)) await hold(screen)
    }
    const known = new Set(['/set-up/:token', ...list.map(({ route }) => route)])
    const forgotten = addressesOf(desk.app.printRoutes({ commonPrefix: false })).filter(
      (route) => !known.has(route) && !noPages.some((pattern) => pattern.test(route)),
    )
    expect({ faults, elsewhere, told, forgotten }).toEqual({
      faults: [],
      elsewhere: [],
      told: [],
      forgotten: ['/demonstration/:token'],
    })
  })
})
