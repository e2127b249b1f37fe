/**
 * What another agency, another role or an unchanged form does, on every route of the server: another agency learns not even
 * that a case is there, and a page that is saved as it came changes nothing.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isLong } from '../../../../scripts/test-counts.ts'
import { roles } from '../../src/people/role.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Answer, Visitor } from '../server/visitor.ts'
import { fill, routesOf, visitorOf, type Route } from './route-table.ts'
import { countRows, makeScene, type Scene } from './scene.ts'

let desk: TestDesk
let scene: Scene
beforeAll(async () => {
  desk = await startTestDesk()
  scene = await makeScene(desk)
}, 120_000)
afterAll(async () => await desk?.end())

async function call(visitor: Visitor, { method, config }: Route, address: string): Promise<Answer> {
  if (method === 'GET') return await visitor.get(address)
  // A form for files is read as it comes in.
  if (config?.isStream !== true) return await visitor.post(address)
  const bytes = Buffer.from(
    `--b\r\ncontent-disposition: form-data; name="form-word"\r\n\r\n${visitor.word}\r\n--b\r\ncontent-disposition: form-data; name="paper"; filename="a.png"\r\n\r\n\u0089PNG\r\n--b--\r\n`,
    'latin1',
  )
  return await visitor.postBytes(address, bytes, { 'content-type': 'multipart/form-data; boundary=b' })
}

/** What an answer says, without what differs each time. */
const saidBy = ({ status, page, headers }: Answer, places: readonly string[]): string => {
  const text = `${status} ${headers['location'] ?? ''} ${page}`
  const once = /[0-9a-f]{8}-[0-9a-f-]{27}|\b[0-9a-f]{8}\b|name="(?:form-word|opening)" value="[^"]*"/g
  return [...places].reduce((said, place) => said.replaceAll(place, 'x'), text).replace(once, 'x')
}

describe('another agency', () => {
  it('cannot tell a case, a paper, a notice, a duty or a report that is there from one that is not, in any role', async () => {
    const told: string[] = []
    const routes = routesOf(desk).filter(
      ({ url }) => /:(?:reference|id|paper|user)/.test(url) && !url.startsWith('/receipts'),
    )
    expect(routes.length).toBeGreaterThan(45)
    const before = await countRows(desk)
    for (const route of routes) {
      const real = scene.placesOf(route)
      const none = { ...real, reference: 'SJ-26-0999', id: randomUUID(), paper: randomUUID(), user: randomUUID() }
      for (const role of isLong ? roles : (['supervisor', 'administrator'] as const)) {
        await desk.superuser.query('delete from desk.rate_limits')
        const visitor = await visitorOf(desk, role, scene.other)
        const there = await call(visitor, route, fill(route.url, real))
        const notThere = await call(visitor, route, fill(route.url, none))
        const names = [real.reference, none.reference].filter((name) => name !== undefined)
        const isTold = saidBy(there, names) !== saidBy(notThere, names)
        const isGiven = there.status < 300 || (there.status < 400 && there.headers['location'] !== '/sign-in')
        if (isTold || isGiven) told.push(`${role} ${route.method} ${route.url} ${there.status} ${notThere.status}`)
      }
    }
    expect(told).toEqual([])
    expect(await countRows(desk)).toBe(before)
  })
})

describe('a caller', () => {
  it('without a session reaches only what is for everybody', async () => {
    const open: string[] = []
    for (const route of routesOf(desk)) {
      await desk.superuser.query('delete from desk.rate_limits')
      const visitor = await visitorOf(desk, 'stranger', scene.agency)
      const { status, headers } = await call(visitor, route, fill(route.url, scene.placesOf(route)))
      const isToSignIn = status === 303 && String(headers['location']).startsWith('/sign-in')
      if (status < 400 && !isToSignIn) open.push(`${route.method} ${route.url.replace(/\/static\/.*/, '/static')}`)
    }
    expect([...new Set(open)].toSorted((one, other) => one.localeCompare(other))).toEqual([
      'GET /api/openapi.json',
      'GET /healthz',
      'GET /paper-fonts/:file',
      'GET /readyz',
      'GET /receipts/:id',
      'GET /sheet',
      'GET /sheet/receipts',
      'GET /sign-in',
      'GET /static',
      'POST /sign-in/name',
      'POST /sign-in/passkey',
    ])
  })

  it('from another site, or without the word of a form, changes nothing on any route', async () => {
    const taken: string[] = []
    for (const route of routesOf(desk).filter(({ method }) => method === 'POST')) {
      for (const headers of [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
      ]) {
        const visitor = await visitorOf(desk, 'supervisor', scene.agency)
        const address = fill(route.url, scene.placesOf(route))
        const { status } = await visitor.post(address, {}, headers)
        if (status !== 403) taken.push(`${route.url} ${status}`)
      }
      const visitor = await visitorOf(desk, 'supervisor', scene.agency)
      visitor.word = ''
      const { status } = await call(visitor, route, fill(route.url, scene.placesOf(route)))
      if (status !== 403 && route.config?.isApi !== true) taken.push(`${route.url} without a word ${status}`)
    }
    expect(taken).toEqual([])
  })
})

interface Form {
  readonly action: string
  readonly fields: readonly (readonly [string, string])[]
}

/** Reads the forms of a page that show something to change, as a browser would send them untouched. */
function formsOf(page: string, address: string): readonly Form[] {
  return [...page.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', inside = '']) => {
    if (!head.includes('method="post"') || head.includes('multipart')) return []
    const inputs = [...inside.matchAll(/<input([^>]*)>/g)].map(([, one = '']) => one)
    const isShown = inputs.some((one) => !/type="hidden"/.test(one)) || /<select|<textarea/.test(inside)
    if (!isShown || /type="password"/.test(inside)) return []
    const sent = inputs.filter((one) => !/type="(?:radio|checkbox)"/.test(one) || /\schecked/.test(one))
    const selects = [...inside.matchAll(/<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)].map(
      ([, name = '', options = '']) => {
        const chosen = /<option value="([^"]*)"[^>]* selected/.exec(options) ?? /<option value="([^"]*)"/.exec(options)
        return [name, chosen?.[1] ?? ''] as const
      },
    )
    const areas = [...inside.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</g)].map(
      ([, name = '', value = '']) => [name, value] as const,
    )
    const button = /<button[^>]*name="([^"]+)"[^>]*value="([^"]*)"/.exec(inside)
    const pressed = button === null ? [] : [[button[1] ?? '', button[2] ?? ''] as const]
    const values = sent.map((one) => [attribute(one, 'name'), attribute(one, 'value')] as const)
    const action = attribute(head, 'action') || address
    return [
      {
        action,
        fields: [...values, ...selects, ...areas, ...pressed].map(
          ([name, value]) => [plain(name), plain(value)] as const,
        ),
      },
    ]
  })
}

const attribute = (text: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(text)?.[1] ?? ''
const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** Everything that is kept, but for when and how often. */
async function keptNow(): Promise<Readonly<Record<string, string>>> {
  const { rows } = await desk.superuser.query(`select tablename as name from pg_tables where schemaname = 'desk'
    and tablename not in ('rate_limits', 'sessions', 'vault_openings', 'audit_events', 'sweeps', 'digest_keys', 'drafts', 'decider_roles')`)
  const kept: Record<string, string> = {}
  for (const { name } of rows) {
    const { rows: all } = await desk.superuser
      .query(`select coalesce(string_agg(row, e'\\n' order by row), '') as all from (
      select (to_jsonb(t) - array['version', 'step', 'answered_at', 'answered_by', 'changed_at', 'changed_by', 'identity_at', 'sealed'])::text as row
      from desk.${name} as t) as r`)
    kept[name] = String(all[0].all)
  }
  return kept
}

describe('a page that is saved as it came', () => {
  it('changes nothing, whichever it is and whoever saves it', async () => {
    const changed: string[] = []
    let saved = 0
    for (const isBegun of [true, false])
      for (const route of routesOf(desk).filter(
        ({ method, url }) => method === 'GET' && !/set-up|invitation|demonstration|law\//.test(url),
      ))
        for (const caller of ['clerk', 'administrator'] as const) {
          const visitor = await visitorOf(desk, caller, scene.agency)
          const address = fill(route.url, scene.placesOf(route, isBegun))
          const { page, status } = await visitor.get(address)
          if (status !== 200) continue
          // The decided case was written into the tables without the answers from which its first page is made.
          if (!isBegun && address.endsWith('/arrival')) continue
          for (const { action, fields } of formsOf(page, address)) {
            const before = await keptNow()
            const payload = Buffer.from(new URLSearchParams(fields.map(([name, value]) => [name, value])).toString())
            const answer = await visitor.postBytes(action, payload, {
              'content-type': 'application/x-www-form-urlencoded',
            })
            saved += 1
            const after = await keptNow()
            const tables = Object.keys(after).filter((name) => after[name] !== before[name])
            if (tables.length > 0) changed.push(`${caller} ${action} ${answer.status} ${tables.join(' ')}`)
          }
        }
    console.log(`${saved} forms saved as they came`)
    expect(saved).toBeGreaterThan(20)
    expect(changed).toEqual([])
  })
})
