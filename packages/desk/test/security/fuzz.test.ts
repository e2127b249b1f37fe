/**
 * Whatever is sent to whichever route by whomever: a page or a problem document, never a fault of ours, nothing half-written,
 * nothing echoed raw. The routes and their schemas are those of the server, so that a new one is in by itself.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isLong, times } from '../../../../scripts/test-counts.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Answer, Visitor } from '../server/visitor.ts'
import { goodOf, marker, notText, pick, propertiesOf, text, valueOf } from './hostile.ts'
import { callers, fill, routesOf, visitorOf, type Caller, type Route } from './route-table.ts'
import { countRows, makeScene, type Scene } from './scene.ts'

let desk: TestDesk
let scene: Scene
/** Names of fields that pages show, for schemas that take any name. */
let shown: readonly string[]
beforeAll(async () => {
  desk = await startTestDesk()
  scene = await makeScene(desk)
  const names = new Set<string>()
  for (const route of routesOf(desk).filter(({ method }) => method === 'GET')) {
    const clerk = await visitorOf(desk, 'clerk', scene.agency)
    const { page } = await clerk.get(fill(route.url, scene.placesOf(route, true)))
    for (const [, name = ''] of page.matchAll(/ name="([^"]+)"/g))
      if (!/form-word|http|viewport/.test(name)) names.add(name)
  }
  shown = [...names]
}, 120_000)
afterAll(async () => await desk?.end())

interface Sent {
  readonly places: Readonly<Record<string, string>>
  readonly query: readonly (readonly [string, string])[]
  readonly body: readonly (readonly [string, string])[]
  readonly json: Readonly<Record<string, unknown>> | null
  readonly isProgram: boolean
}

/** Makes a form with all that a schema knows, as it takes it. */
function wholeOf(schema: unknown): fc.Arbitrary<readonly (readonly [string, string])[]> {
  return fc.tuple(...[...propertiesOf(schema)].map(([name, one]) => fc.tuple(fc.constant(name), goodOf(one))))
}

/** Makes what is sent to a route. */
function sentTo(route: Route): fc.Arbitrary<Sent> {
  const { schema } = route
  const part = (of: unknown): fc.Arbitrary<readonly (readonly [string, string])[]> => {
    const known = [...propertiesOf(of)].map(([name, one]) => fc.tuple(fc.constant(name), valueOf(one)))
    const named = fc.tuple(fc.constantFrom('seen', '__proto__', 'else', marker, ...shown), text)
    const some = fc.array(fc.oneof(...known, named), { maxLength: 8 })
    // All that a route wants, with one thing amiss at most: what is wrong everywhere gets no further than the schema.
    return fc.oneof(
      some,
      fc.tuple(wholeOf(of), fc.array(named, { maxLength: 1 })).map((parts) => parts.flat()),
    )
  }
  const params = propertiesOf(schema?.params)
  const good = fc.boolean().map((isBegun) => scene.placesOf(route, isBegun))
  const bad = fc.record(Object.fromEntries([...params].map(([name, one]) => [name, valueOf(one)])))
  return fc.record({
    places: fc.oneof({ weight: 4, arbitrary: good }, { weight: 1, arbitrary: bad }),
    query: part(schema?.querystring),
    body: part(schema?.body),
    json: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      {
        weight: 1,
        arbitrary: fc.dictionary(
          fc.constantFrom('seen', ...propertiesOf(schema?.body).keys(), ...shown),
          fc.oneof(text, notText),
        ),
      },
    ),
    isProgram: fc.boolean(),
  })
}

/** What has everything that the schema of a route asks for. */
const wholeTo = ({ schema }: Route): fc.Arbitrary<Pick<Sent, 'query' | 'body'>> =>
  fc.record({ query: wholeOf(schema?.querystring), body: wholeOf(schema?.body) })

function addressOf({ url }: Route, { places, query }: Sent): string {
  const encoded = Object.entries(places).map(([name, value]) => [name, name === '*' ? value : encode(value)] as const)
  const behind = new URLSearchParams(query.map(([name, value]) => [name, value])).toString()
  return `${fill(url, Object.fromEntries(encoded))}${behind === '' ? '' : `?${behind}`}`
}

const encode = (value: string): string => encodeURIComponent(value.toWellFormed()) || '%20'

async function send(route: Route, caller: Caller, sent: Sent): Promise<Answer> {
  const visitor = await visitorOf(desk, caller, scene.agency)
  const accept = { accept: sent.isProgram ? 'application/json' : 'text/html' }
  const address = addressOf(route, sent)
  if (route.method === 'GET') return await visitor.get(address, accept)
  const isJson = sent.json !== null || route.config?.isApi === true
  const fields = [['form-word', visitor.word] as const, ...sent.body.filter(([name]) => name !== 'form-word')]
  if (route.config?.isStream === true && !isJson) return await sendParts(visitor, address, fields)
  const payload = isJson
    ? JSON.stringify({ ...sent.json, 'form-word': visitor.word })
    : new URLSearchParams(fields.map(([name, value]) => [name, value])).toString()
  const type = isJson ? 'application/json' : 'application/x-www-form-urlencoded'
  return await visitor.postBytes(address, Buffer.from(payload), { 'content-type': type, ...accept })
}

/** Sends a form with a file: of a kind that is taken, or of one that only looks like it. */
async function sendParts(
  visitor: Visitor,
  address: string,
  fields: readonly (readonly [string, string])[],
): Promise<Answer> {
  const parts = fields.map(
    ([name, value]) => `--b\r\ncontent-disposition: form-data; name="${encode(name)}"\r\n\r\n${value}\r\n`,
  )
  const begins = ['%PDF-1.7\n%%EOF', '<svg onload="x">', '{"lang":"vi"}', ''][fields.length % 4]
  const file = `--b\r\ncontent-disposition: form-data; name="paper"; filename="../a.pdf"\r\n\r\n${begins}\r\n--b--\r\n`
  const type = { 'content-type': 'multipart/form-data; boundary=b' }
  return await visitor.postBytes(address, Buffer.from(parts.join('') + file), type)
}

function expectGood({ status, page, headers }: Answer, what: string, isApi: boolean): void {
  expect(status, what).not.toBe(500)
  expect(status, what).toBeLessThan(504)
  expect(headers['content-security-policy'], what).toMatch(/default-src 'none'/)
  expect(headers['set-cookie'] ?? [], what).not.toContain('a=b')
  expect(page, what).not.toContain(`"'><b onx`)
  const location = headers['location'] ?? '/'
  expect(location, what).toMatch(/^\/(?![/\\])[\u0021-\u007e]*$/)
  if (status < 400) return
  const type = String(headers['content-type'])
  if (type.startsWith('application/problem+json')) {
    const problem: unknown = JSON.parse(page)
    expect(problem, what).toMatchObject({
      status,
      type: expect.stringMatching(/^urn:/),
      title: expect.stringMatching(/./),
      detail: expect.stringMatching(/./),
      instance: expect.stringMatching(/^urn:uuid:/),
    })
    expect(pick(problem, 'detail'), what).not.toContain('zz')
  } else {
    expect(type, what).toMatch(isApi ? /never/ : /^text\/html/)
    expect(page, what).toMatch(/<h1/)
  }
}

/** What did not hold; the property itself only says with which values. */
function whyOf(error: unknown): string {
  return error instanceof Error && error.cause instanceof Error ? error.cause.message.slice(0, 400) : ''
}

describe('every route', () => {
  it('is there to be tried', () => {
    const routes = routesOf(desk)
    expect(routes.length).toBeGreaterThan(100)
    expect(routes.filter(({ url, schema }) => url.includes(':') && schema?.params === undefined)).toEqual([])
    expect(shown.length).toBeGreaterThan(30)
  })

  const tried = new Map<number, number>()
  /** Routes that were tried with something that their schema took. */
  const entered = new Set<string>()
  /** What was counted last, where nothing was written since. */
  let counted: string | null = null

  /** Sends something, and holds what comes back against what must hold. */
  async function trySent(route: Route, caller: Caller, sent: Sent): Promise<void> {
    await desk.superuser.query('delete from desk.rate_limits')
    const before = counted ?? (await countRows(desk))
    counted = null
    const answer = await send(route, caller, sent)
    tried.set(answer.status, (tried.get(answer.status) ?? 0) + 1)
    const what = `${caller} ${route.method} ${route.url}`
    if (answer.status !== 400 && answer.status !== 415) entered.add(`${route.method} ${route.url}`)
    expectGood(answer, what, route.config?.isApi === true)
    if (answer.status < 400) return
    expect(await countRows(desk), what).toBe(before)
    counted = before
  }

  for (const caller of callers)
    it(`answers whatever is sent by ${caller}`, async () => {
      const failed: string[] = []
      for (const route of routesOf(desk))
        await fc
          .assert(
            fc.asyncProperty(sentTo(route), async (sent) => await trySent(route, caller, sent)),
            { numRuns: times(1, 12), endOnFailure: !isLong },
          )
          .catch((error: unknown) =>
            failed.push(`${route.method} ${route.url} ${whyOf(error)} ${String(error).slice(0, 900)}`),
          )
      expect(failed).toEqual([])
      expect(desk.lines.filter((line) => line.includes('"failed"'))).toEqual([])
    })

  it('was entered: each took something that its schema takes', async () => {
    const isLeft = ({ method, url }: Route): boolean => !entered.has(`${method} ${url}`)
    for (const route of routesOf(desk))
      for (const { query, body } of fc.sample(wholeTo(route), { seed: 1, numRuns: 300 }))
        for (const caller of ['supervisor', 'administrator', 'stranger'] as const)
          if (isLeft(route))
            await trySent(route, caller, {
              places: scene.placesOf(route),
              query,
              body,
              json: null,
              isProgram: false,
            })
    expect(routesOf(desk).filter(isLeft)).toEqual([])
  })

  it('was tried with answers of every kind', () => {
    const counts = [...tried].toSorted(([one], [other]) => one - other)
    console.log(counts.map(([status, count]) => `${status}: ${count}`).join('  '))
    expect([...tried.keys()]).toEqual(expect.arrayContaining([200, 303, 400, 401, 403, 404, 422]))
  })
})
