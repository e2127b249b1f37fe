/**
 * The whole way from a paper I-247A that came by fax to the notice in the person's language, in a real browser with scripts
 * off and the keyboard alone: question by question in English and Spanish, and on the express page. Pages and steps are
 * counted, so that a page more is noticed.
 */
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitorOf } from '../security/route-table.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { browserPath, openBrowser } from './browser.ts'
import { Walker } from './walker.ts'

describe.skipIf(browserPath === undefined)('the whole way', () => {
  let desk: TestDesk
  let browser: Browser
  let address = ''
  let agency = ''
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([startTestDesk(), openBrowser()])
    await desk.addUser('clerk')
    agency = String((await desk.superuser.query('select id from desk.agencies')).rows[0]?.id)
    const listening = await desk.app.listen({ host: '127.0.0.1', port: 0 })
    address = listening.replace('127.0.0.1', 'localhost')
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  async function aClerk(
    options: BrowserContextOptions = {},
  ): Promise<{ readonly context: BrowserContext; readonly walker: Walker }> {
    await desk.superuser.query('delete from desk.rate_limits')
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-US', ...options })
    context.setDefaultTimeout(15_000)
    const { cookies } = await visitorOf(desk, 'clerk', agency)
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: address })))
    const walker = new Walker(await context.newPage())
    await walker.page.goto(address)
    await walker.see()
    return { context, walker }
  }

  /** Goes from home to the page of papers: a form I-247A that came alone. */
  async function arrive(walker: Walker, say: Words): Promise<void> {
    const { page } = walker
    await walker.enter(page.getByRole('link', { name: say.arrived }))
    await walker.enter(walker.main(say.form))
    await walker.type(page.getByLabel(say.time), '0:05')
    await walker.choose(page.getByLabel('Fax'))
    await walker.enter(walker.main(say.save))
    await walker.type(page.getByLabel(say.name, { exact: true }), say.typed)
    await walker.enter(walker.main(say.save))
  }

  /** Goes from the answer to the notice that is printed. */
  async function printNotice(walker: Walker, say: Words): Promise<void> {
    const { page } = walker
    expect(await page.locator('.verdict h2').allTextContents()).toEqual(say.verdicts)
    await walker.enter(walker.main(say.record))
    await walker.pick(page.locator('main select[name=language]').first(), say.spanish)
    await walker.enter(walker.main(say.make))
    await walker.enter(walker.main(say.print))
    expect(walker.pages.at(-1)).toBe('Una solicitud sobre usted de las autoridades de inmigración')
    expect(await page.locator('dd').first().textContent()).toBe(say.person)
  }

  for (const [say, options] of [
    [english, {}],
    [spanish, { locale: 'es-US', viewport: { width: 390, height: 800 } }],
  ] as const)
    it(`takes under twelve pages and two minutes, question by question: ${say.lang}`, async () => {
      const { context, walker } = await aClerk(options)
      await arrive(walker, say)
      await walker.enter(walker.main(say.goOn))
      await walker.enter(walker.main(say.none))
      await walker.choose(walker.page.getByLabel('No', { exact: true }).first())
      await walker.enter(walker.main(say.next))
      await printNotice(walker, say)
      await context.close()
      expect({ pages: walker.pages.length, steps: walker.steps }).toEqual({ pages: 11, steps: 15 })
      console.log(walker.seconds(4))
      expect(walker.seconds(4)).toBeLessThan(120)
    })

  it('takes under 40 seconds of hands with the express page', async () => {
    const { context, walker } = await aClerk()
    await arrive(walker, english)
    await walker.enter(walker.main('All questions on one page'))
    const { page } = walker
    await walker.pick(page.locator('select[name="warrant.form"]'), 'No')
    const released = page.getByRole('group', { name: /release date already open/ })
    await walker.choose(released.getByLabel('No', { exact: true }))
    await walker.enter(walker.main('Save and go on'))
    await printNotice(walker, english)
    await context.close()
    console.log(walker.seconds(0), walker.seconds(1))
    expect({ pages: walker.pages.length, steps: walker.steps }).toEqual({ pages: 10, steps: 15 })
    expect(walker.seconds(0)).toBeLessThan(40)
  })
})

const english = {
  lang: 'English',
  arrived: 'Something arrived',
  form: 'Form I-247A',
  time: 'At what time?',
  save: 'Save and go on',
  name: 'Name',
  typed: 'Ada Example',
  person: 'Ada Example',
  goOn: 'Go on',
  none: 'No warrant',
  next: 'Continue',
  record: 'Record this decision',
  spanish: 'Spanish',
  make: /^Make this paper/,
  print: 'Page to print',
  verdicts: [
    'MUST NOT hold the person past the time of release.',
    'MUST NOT tell immigration authorities when the person will be released.',
    'MUST NOT hand the person over to immigration authorities.',
  ],
} as const

type Words = typeof english | typeof spanish

const spanish = {
  lang: 'Spanish',
  arrived: 'Llegó algo',
  form: 'Formulario I-247A',
  time: '¿A qué hora?',
  save: 'Guardar y seguir',
  name: 'Nombre',
  // Signs, letters from right to left, and marks that no screen shows, which are left out.
  typed: 'Ada 👩‍👧\u202E עדה',
  person: 'Ada 👩👧 עדה',
  goOn: 'Seguir',
  none: 'Ninguna orden',
  next: 'Continuar',
  record: 'Registrar esta decisión',
  spanish: 'español',
  make: /^Hacer este documento/,
  print: 'Página para imprimir',
  verdicts: [
    'NO DEBE retener a la persona después de la hora de su liberación.',
    'NO DEBE avisar a las autoridades de inmigración cuándo saldrá la persona.',
    'NO DEBE entregar a la persona a las autoridades de inmigración.',
  ],
} as const
