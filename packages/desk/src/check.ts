/** Tries the whole desk in a minute: it starts, opens the demonstration as a browser does, decides one request, and ends. */
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

/** The longest that one answer may take. */
const longestAnswer = 20_000

const request = {
  place: town.place,
  agency: town.kind,
  form: 'i-247a',
  facts: { 'warrant.form': 'none', 'person.in-custody': 'yes', 'release.public': 'no' },
} as const

/** Makes the check, and gives the lines of the cited answer. Throws an obstacle where anything is not as it should be. */
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
      await openDemonstration(desk)
      const decided = await decide(desk)
      const head = sayStart(lang)('check-decided', { address: desk.address, path: endpoints.decide.path })
      return [head, '', ...(await linesOf(decided, lang))]
    } finally {
      await desk.stop()
    }
  } finally {
    if (own !== null) await rm(own, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Opens the demonstration by its link, and looks whether the clerk finds the desk. */
async function openDemonstration({ address, demonstrationAddress }: Desk): Promise<void> {
  if (demonstrationAddress === null) return
  const entry = await ask(demonstrationAddress, {})
  const cookies = entry.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
  const word = /name="form-word" value="([^"]+)"/.exec(await entry.text())?.[1] ?? ''
  const body = new URLSearchParams({ 'form-word': word })
  const entered = await ask(
    demonstrationAddress,
    { method: 'POST', body, headers: { cookie: cookies.join('; ') } },
    303,
  )
  const session = entered.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
  await ask(`${address}/`, { headers: { cookie: session.join('; ') } })
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
