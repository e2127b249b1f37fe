/** A case from sign-in to outcome over HTTP, after which nothing that was typed stands in the log of the server. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testLaw } from '../test-law.ts'
import { goodPassword, startTestDesk, type TestDesk } from './test-desk.ts'

let desk: TestDesk
let address = ''
beforeAll(async () => {
  // As a desk does before it listens: no connection waits while the law is read.
  ;[desk] = await Promise.all([startTestDesk(), testLaw.all()])
  address = await desk.app.listen({ host: '127.0.0.1', port: 0 })
}, 180_000)
afterAll(async () => await desk?.end())

/** Everything that was sent in a form or behind a question mark. */
const typed = new Set<string>()

interface Seen {
  readonly status: number
  readonly page: string
  readonly location: string
}

/** A browser over a real connection, that notes what it sends. */
class Browser {
  readonly #cookies = new Map<string, string>()
  #word = ''

  async get(path: string): Promise<Seen> {
    const { searchParams } = new URL(path, address)
    for (const value of searchParams.values()) typed.add(value)
    return await this.#send(path, {})
  }

  async post(path: string, fields: Readonly<Record<string, string>>): Promise<Seen> {
    for (const value of Object.values(fields)) typed.add(value)
    return await this.#send(path, { method: 'POST', body: new URLSearchParams({ 'form-word': this.#word, ...fields }) })
  }

  async #send(path: string, options: RequestInit): Promise<Seen> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { accept: 'text/html', cookie }
    const signal = AbortSignal.timeout(60_000)
    const answer = await fetch(new URL(path, address), { redirect: 'manual', headers, signal, ...options })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      this.#cookies.set(name, value)
      typed.add(value)
    }
    const page = await answer.text()
    this.#word = /name="form-word" value="([^"]+)"/.exec(page)?.[1] ?? this.#word
    return { status: answer.status, page, location: answer.headers.get('location') ?? '' }
  }
}

const hidden = ({ page }: Seen, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

const received = { 'received-day': '24', 'received-month': '11', 'received-year': '2025', clock: '14:37' }
const person = {
  name: 'Quilla Zebedee Marker',
  'booking-number': 'BK-77310',
  attorney: 'Xanthe Marker, 12 Quay Street',
  designee: 'Ottoline Marker',
  language: 'es',
}
const facts: Readonly<Record<string, string>> = {
  'warrant.form': 'none',
  'release.public': 'no',
  'person.in-custody': 'yes',
}

/** Answers every question that still matters, as the express page asks for it. */
async function answerAll(browser: Browser, path: string): Promise<void> {
  const { page } = await browser.get(`${path}/express`)
  const names = new Set([...page.matchAll(/name="([a-z-]+[.:][a-z-]+)"/g)].map(([, name = '']) => name))
  const chosen = [...names].flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]] as const]))
  const saved = await browser.post(`${path}/express`, {
    version: /name="version" value="(\d+)"/.exec(page)?.[1] ?? '',
    ...Object.fromEntries(chosen),
  })
  expect(saved.status).toBe(303)
}

it('holds no value that was typed on the way, and nothing but words of ours', { timeout: 180_000 }, async () => {
  const name = await desk.addUser('clerk')
  const browser = new Browser()
  await browser.get('/sign-in')
  await browser.post('/sign-in', { name: 'Marker.Nobody', password: 'a password of nobody' })
  expect((await browser.post('/sign-in', { name, password: goodPassword })).location).toBe('/')
  // Begun, with a mistake on the way.
  const opening = hidden(await browser.get('/new'), 'opening')
  const path = (await browser.post('/new', { way: 'i-247a', opening })).location.replace('/arrival', '')
  const wrong = await browser.post(`${path}/arrival`, { ...received, edition: 'Marker edition', seen: '2' })
  expect(wrong.status).toBe(422)
  const arrival = { ...received, channel: 'fax', edition: '3/17', 'paper-number': 'ZQ-7731' }
  const seen = hidden(await browser.get(`${path}/arrival`), 'seen')
  expect((await browser.post(`${path}/arrival`, { ...arrival, seen })).status).toBe(303)
  const saved = await browser.post(`${path}/person`, {
    ...person,
    seen: hidden(await browser.get(`${path}/person`), 'seen'),
  })
  expect(saved.status).toBe(303)
  // Answered and decided.
  await answerAll(browser, path)
  const answer = await browser.get(`${path}/answer`)
  const decided = await browser.post(`${path}/decisions`, {
    version: /name="version" value="(\d+)"/.exec(answer.page)?.[1] ?? '',
    seen: hidden(answer, 'seen'),
  })
  expect(decided.status).toBe(303)
  // A paper is made, printed and given; an outcome is put on record.
  await browser.get(`${path}/notices/new/agency-reply`)
  const notice = await browser.post(`${path}/notices/new/agency-reply`, {
    recipient: 'requesting-agency',
    language: 'en',
  })
  expect(notice.status).toBe(303)
  const at = new URL(notice.location, address).pathname
  await browser.get(`${at}/preview`)
  await browser.post(`${at}/given`, { at: '14:59', channel: 'in-person', signature: 'Marker', interpreter: 'no' })
  await browser.get(`${path}/outcome`)
  const outcome = { kind: 'released', day: '24', month: '11', year: '2025', time: '15:11' }
  expect((await browser.post(`${path}/outcome`, outcome)).status).toBe(303)
  // What is nowhere, and what is broken.
  await browser.get('/cases/Marker-path?asked=Marker-query')
  await browser.get('/queue?show=Marker-filter')
  await browser.post(`${path}/decisions`, { version: 'Marker-version', seen: 'Marker-seen' })
  await browser.post('/sign-out', {})

  const text = desk.lines.join('\n')
  expect(desk.lines.length).toBeGreaterThan(20)
  expect(text).toContain('/cases/:reference/decisions')
  // A chosen word such as `fax` is a word of ours too; a value of six signs or more is nobody else's.
  const kept = [...typed].filter((value) => value.length > 5 && value !== 'in-person' && value !== 'released')
  expect(kept.length).toBeGreaterThan(15)
  expect(kept.filter((value) => text.includes(value))).toEqual([])
  expect(text).not.toMatch(/Marker|14:37|14:59|15:11/i)
  expect(text).not.toContain(path.split('/').at(-1))
  // Each line is made of names, numbers and patterns of ours, so that no shorter value has a place either.
  const routes = new Set(['none', ...desk.routes.map(({ url }) => url)])
  const odd = desk.lines.filter((line) => {
    const { event, request = '', route = 'none', method = 'GET', time, ...rest } = JSON.parse(line)
    const isKnown = routes.has(route) && ['GET', 'POST', 'HEAD'].includes(method) && !Number.isNaN(Date.parse(time))
    const isPlain = /^[a-z-]+$/.test(event) && /^(?:[0-9a-f-]{36})?$/.test(request)
    return !isKnown || !isPlain || Object.values(rest).some((value) => typeof value === 'string')
  })
  expect(odd).toEqual([])
})
