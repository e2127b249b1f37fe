/** Looks at a screen in a real browser, and tells what is wrong with it in words. */
import axe from 'axe-core'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page, Response } from 'playwright-core'
import { rawFaults, untranslated, wordsOf, type Piece } from './plain-words.ts'

/** A screen, its address, and whose it is. */
interface Screen {
  readonly route: string
  readonly path: string
  readonly cookies: ReadonlyMap<string, string>
}

export interface Eyes {
  readonly look: (screen: Screen) => Promise<readonly string[]>
  /** What was asked of other hosts. */
  readonly elsewhere: readonly string[]
  /** What stood in the console. */
  readonly told: readonly string[]
}

/** What a page says of itself. */
interface Frame {
  readonly title: string
  readonly lang: string
  readonly headings: number
  readonly skips: number
  readonly over: number
}

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const run = `axe.run(document, { runOnly: ${JSON.stringify(levels)}, resultTypes: ['violations'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`
const ask = `({
  title: document.title,
  lang: document.documentElement.lang,
  headings: [...document.querySelectorAll('h1')].filter((one) => one.checkVisibility()).length,
  skips: document.querySelectorAll('.skip[href="#main"]').length,
  over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
})`
// Marks and colours are shared by both languages and all widths: the long run asks for each of them.
const isLong = process.env['LONG'] === '1'
const pictures = process.env['PICTURES']

/** Opens them. What is called somehow, such as a desk, is called so in both languages. */
export function startEyes(browser: Browser, address: string, called: () => Promise<readonly string[]>): Eyes {
  const [elsewhere, told, titles] = [[], [], new Map()] satisfies [string[], string[], Map<string, string>]
  return {
    elsewhere,
    told,
    look: async (screen) => await look({ browser, address, called, elsewhere, told, titles }, screen),
  }
}

interface Looking {
  readonly browser: Browser
  readonly address: string
  readonly called: () => Promise<readonly string[]>
  readonly elsewhere: string[]
  readonly told: string[]
  /** Which route has a title. */
  readonly titles: Map<string, string>
}

async function look(looking: Looking, screen: Screen): Promise<readonly string[]> {
  const context = await openContext(looking, screen)
  try {
    const page = await context.newPage()
    const [english, spanish]: [Piece[], Piece[]] = [[], []]
    const faults = [
      ...(await lookWide(page, looking, screen, english)),
      ...(await lookInSpanish(page, looking, screen, spanish)),
      ...(await wordFaults(looking, english, spanish)),
    ]
    return faults.map((fault) => `${screen.route}: ${fault}`)
  } finally {
    await context.close()
  }
}

async function openContext({ browser, address, elsewhere, told }: Looking, screen: Screen): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } })
  context.setDefaultTimeout(15_000)
  await context.addCookies([...screen.cookies].map(([name, value]) => ({ name, value, url: address })))
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== address) elsewhere.push(request.url())
  })
  context.on('console', (message) => {
    if (message.type() === 'error' && !isMissing(screen)) told.push(`${screen.route}: ${message.text()}`)
  })
  return context
}

const isMissing = ({ route }: Screen): boolean => !route.startsWith('/')
/** A paper to print is one sheet in one language, and has no frame. A page that is missing is named in words. */
const isPaper = ({ route }: Screen): boolean => route.endsWith('/preview')

async function open(page: Page, { address }: Looking, { path }: Screen, lang: string): Promise<Response | null> {
  return await page.goto(`${address}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
}

/** Looks in English: marks, weight, frame, forced colours, and a page that is magnified four times. */
async function lookWide(page: Page, looking: Looking, screen: Screen, words: Piece[]): Promise<readonly string[]> {
  const answer = await open(page, looking, screen, 'en')
  const status = answer?.status()
  if (status !== (isMissing(screen) ? 404 : 200)) return [`answered ${status}`]
  const faults = [...(await axeFaults(page))]
  if (gzipSync((await answer?.body()) ?? '').length > 60_000) faults.push('weighs more than 60 kB')
  await keep(page, `${screen.route}.en.desktop`)
  if (isPaper(screen)) return faults
  words.push(...(await wordsOf(page)))
  await page.emulateMedia({ forcedColors: 'active' })
  faults.push(...(await coloursFaults(page)))
  faults.push(...(await nameFaults(page)))
  await page.emulateMedia({ forcedColors: 'none' })
  return [...faults, ...(await lookNarrow(page, looking, screen, 'en'))]
}

/** Looks at a phone, whose width is that of a page that is magnified four times. */
async function lookNarrow(page: Page, looking: Looking, screen: Screen, lang: string): Promise<readonly string[]> {
  const faults: string[] = []
  for (const width of isLong || pictures !== undefined ? [390, 320] : [320]) {
    await page.setViewportSize({ width, height: 800 })
    faults.push(...(await frameFaults(page, looking, screen, lang)))
    if (width === 390) await keep(page, `${screen.route}.${lang}.phone`)
    if (isLong) faults.push(...(await axeFaults(page)))
  }
  return faults
}

/** Looks in Spanish, whose words are longer, and from right to left. */
async function lookInSpanish(page: Page, looking: Looking, screen: Screen, words: Piece[]): Promise<readonly string[]> {
  if (isPaper(screen)) return []
  await open(page, looking, screen, 'es')
  words.push(...(await wordsOf(page)))
  const faults = [...(await nameFaults(page)), ...(await lookNarrow(page, looking, screen, 'es'))]
  await page.evaluate(`document.documentElement.setAttribute('dir', 'rtl')`)
  const { over } = await page.evaluate<Frame>(ask)
  if (over > 0) faults.push(`is ${over} px too wide from right to left`)
  if (!isLong) return faults
  await page.evaluate(`document.documentElement.setAttribute('dir', 'ltr')`)
  await page.setViewportSize({ width: 1280, height: 800 })
  return [...faults, ...(await axeFaults(page))]
}

/** Holds what both languages say against names that only a program should read, and words that nobody translated. */
async function wordFaults(
  { called }: Looking,
  english: readonly Piece[],
  spanish: readonly Piece[],
): Promise<readonly string[]> {
  const faults = [
    ...(await rawFaults([...english, ...spanish])),
    ...(await untranslated(english, spanish, await called())),
  ]
  return [...new Set(faults)]
}

async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return await page.evaluate<string[]>(run)
}

async function frameFaults(
  page: Page,
  { titles }: Looking,
  { route }: Screen,
  asked: string,
): Promise<readonly string[]> {
  const { title, lang, headings, skips, over } = await page.evaluate<Frame>(ask)
  const other = titles.get(title) ?? route
  titles.set(title, route)
  const faults = new Map([
    [`is in ${lang}, not in ${asked}`, lang !== asked],
    [`has ${headings} headings`, headings !== 1],
    [`has ${skips} links to its main part`, skips !== 1],
    [`has the title of ${other}: ${title}`, other !== route],
    [`${asked}: is ${over} px too wide at ${page.viewportSize()?.width}`, over > 0],
  ])
  return [...faults].flatMap(([fault, isFault]) => (isFault ? [fault] : []))
}

/** Holds that links that are called the same lead to the same page, and that buttons called the same do the same. */
async function nameFaults(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const nameOf = (one: Element): string => {
      const by = (one.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id))
      const said = by.map((other) => other?.textContent ?? '').join(' ')
      return (said.trim() || one.getAttribute('aria-label') || one.textContent || '').replaceAll(/\s+/g, ' ').trim()
    }
    const doesWhat = (one: Element): string => {
      if (one instanceof HTMLAnchorElement) return `link ${one.href}`
      if (!(one instanceof HTMLButtonElement)) return ''
      const fields = one.form === null ? [] : [...new FormData(one.form)]
      // The word of the form and what is typed say nothing of what a button does.
      const hidden = fields.filter(([name]) => one.form?.querySelector(`[name="${name}"][type=hidden]`) !== null)
      return `button ${one.form?.action ?? ''} ${one.name}=${one.value} ${JSON.stringify(hidden)}`
    }
    const byName = Map.groupBy(
      [...document.querySelectorAll('a[href], button')].filter((one) => one.checkVisibility()),
      (one) => `${one.tagName === 'A' ? 'link' : 'button'} ${nameOf(one)}`,
    )
    return [...byName].flatMap(([name, alike]) => {
      const deeds = new Set(alike.map(doesWhat))
      return deeds.size < 2
        ? []
        : [`has ${deeds.size} of the same name: ${name} (${[...deeds].join(' | ').slice(0, 300)})`]
    })
  })
}

/** Holds that what can be pressed has an edge of its own where colours are forced. */
async function coloursFaults(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll('main button:not(.plain), main input, main select, main textarea')]
      .filter((one) => one.checkVisibility() && !one.matches('[type=hidden], [type=radio], [type=checkbox]'))
      .filter((one) => Number.parseFloat(getComputedStyle(one).borderInlineStartWidth) === 0)
      .map((one) => `has no edge in forced colours: ${one.outerHTML.slice(0, 120)}`),
  )
}

async function keep(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  const file = name.replaceAll(/[^a-z.]+/g, '-').replace(/^-/, '')
  await page.screenshot({ path: join(pictures, `${file}.png`), fullPage: true })
}
