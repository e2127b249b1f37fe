/** Tries the whole desk in a minute: it starts, opens the demonstration as a browser does, decides one request, prints a paper, and ends. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stackOf, type DecisionDocument } from '@brightline/engine'
import { lawFor, openLaw, shippedLaw } from '@brightline/law-files'
import { answerLines, plainPainter } from '@brightline/wording'
import { endpoints } from './api/endpoints.ts'
import { town, townLaw } from './demonstration/town.ts'
import { Obstacle } from './obstacle.ts'
import type { Log } from './server/log.ts'
import { startDesk, type Desk } from './start.ts'
import { sayStart } from './start-words.ts'

/** How a check is made. */
export interface CheckOptions {
  readonly log: Log
  readonly lang: string
  /** The folder to start in; null for one that is made for this check and removed after it. */
  readonly folder: string | null
  readonly port: number
}

/** So much of a paper shows what it is. */
const noticeLines = 16

/** The longest that one answer may take. */
const longestAnswer = 20_000

const request = {
  place: town.place,
  agency: town.kind,
  form: 'i-247a',
  facts: { 'warrant.form': 'none', 'person.in-custody': 'yes', 'release.public': 'no' },
} as const

/** Makes the check, and gives the lines of the cited answer and the first of a notice. Throws an obstacle where anything is not as it should be. */
export async function checkDesk({ log, lang, folder, port }: CheckOptions): Promise<readonly string[]> {
  const own = folder === null ? await mkdtemp(join(tmpdir(), 'brightline-check-')) : null
  try {
    const desk = await startDesk({
      folder: join(own ?? folder ?? '', own === null ? '' : 'desk'),
      port,
      log,
      hasDemonstration: true,
    })
    try {
      const say = sayStart(lang)
      const cookie = await openDemonstration(desk)
      const head = say('check-decided', { address: desk.address, path: endpoints.decide.path })
      const answer = await linesOf(await decide(desk), lang)
      // A folder that is given may hold a real place, and no invented person to print a paper for.
      const notice = cookie === null ? [] : ['', say('check-notice'), '', ...(await printNotice(desk, cookie, lang))]
      return [head, '', ...answer, ...notice]
    } finally {
      await desk.stop()
    }
  } finally {
    if (own !== null) await rm(own, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Opens the demonstration by its link, looks whether the clerk finds the desk, and gives the cookies of the session. */
async function openDemonstration({ address, demonstrationAddress }: Desk): Promise<string | null> {
  if (demonstrationAddress === null) return null
  const entry = await ask(demonstrationAddress, {})
  const body = new URLSearchParams({ 'form-word': wordIn(await entry.text()) })
  const entered = await ask(demonstrationAddress, { method: 'POST', body, headers: { cookie: cookiesOf(entry) } }, 303)
  const cookie = cookiesOf(entered)
  await ask(`${address}/`, { headers: { cookie } })
  return cookie
}

/** Makes the copy of a request that was decided, as the clerk does, and gives its first lines. */
async function printNotice({ address }: Desk, cookie: string, lang: string): Promise<readonly string[]> {
  const headers = { cookie }
  const queue = await (await ask(`${address}/queue?show=decided`, { headers })).text()
  const path = /\/cases\/[A-Z0-9-]+/.exec(queue)?.[0]
  if (path === undefined) throw new Obstacle('check-failed', { path: '/queue', status: 'no case' })
  const post = async (to: string, fields: Readonly<Record<string, string>>, wanted: number): Promise<Response> =>
    await ask(`${address}${to}`, { method: 'POST', headers, body: new URLSearchParams(fields) }, wanted)
  const form = `${path}/notices/new/request-copy`
  const word = wordIn(await (await ask(`${address}${form}`, { headers })).text())
  const made = await post(form, { 'form-word': word, recipient: 'person', language: lang }, 303)
  const printed = await post(`${made.headers.get('location') ?? ''}/print`, { 'form-word': word, format: 'text' }, 200)
  return (await printed.text()).split('\n').slice(0, noticeLines)
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ')
}

function wordIn(page: string): string {
  return /name="form-word" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

async function decide({ address }: Desk): Promise<DecisionDocument> {
  const answered = await ask(`${address}${endpoints.decide.path}`, {
    method: 'POST',
    body: JSON.stringify(request),
    headers: { 'content-type': 'application/json' },
  })
  const document: unknown = await answered.json()
  if (!isDecided(document)) throw new Obstacle('check-failed', { path: endpoints.decide.path, status: 'no decision' })
  return document
}

/** Tells if an answer is one of the contract, as far as its lines need it; the server made it a moment ago. */
function isDecided(document: unknown): document is DecisionDocument {
  return (
    typeof document === 'object' && document !== null && 'decisions' in document && Array.isArray(document.decisions)
  )
}

async function ask(address: string, options: RequestInit, wanted = 200): Promise<Response> {
  const signal = AbortSignal.timeout(longestAnswer)
  const answered = await fetch(address, { redirect: 'manual', signal, ...options })
  if (answered.status === wanted) return answered
  // The address holds a token: its first part says enough.
  const path = `/${new URL(address).pathname.split('/')[1] ?? ''}`
  throw new Obstacle('check-failed', { path, status: answered.status })
}

async function linesOf(document: DecisionDocument, lang: string): Promise<readonly string[]> {
  const town = townLaw()
  const open = openLaw([shippedLaw(), ...(town === null ? [] : [town])], null)
  const library = open.ok ? await lawFor(open.value, document.place) : open
  if (!library.ok) return []
  const stack = stackOf(library.value, document.place, document.asOf)
  return answerLines(document, stack, { lang, width: 100, paint: plainPainter })
}
