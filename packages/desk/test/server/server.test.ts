/** The server as strangers and attackers meet it. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '../../src/database/connection.ts'
import { databaseOn } from '../../src/database/transaction.ts'
import { makeApp } from '../../src/server/app.ts'
import { lineLog } from '../../src/server/log.ts'
import { stylePath } from '../../src/screen/style.ts'
import { goodPassword, startTestDesk, type TestDesk } from './test-desk.ts'
import { testKeys } from '../test-keys.ts'
import { testLaw } from '../test-law.ts'
import { Visitor } from './visitor.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(async () => await desk?.end())

describe('every answer', () => {
  it('carries the headers that let nothing run but a file of ours, load or frame', async () => {
    for (const path of ['/sign-in', '/', '/nothing', '/healthz', '/readyz', stylePath, '/set-up/x', '/%']) {
      const { headers } = await new Visitor(desk.app).get(path)
      expect(headers['content-security-policy'], path).toContain("default-src 'none'")
      expect(headers['content-security-policy'], path).not.toMatch(/unsafe/)
      expect(headers['content-security-policy'], path).toContain("; script-src 'self';")
      expect(headers, path).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    }
  })

  it('has a cookie that no script reads', async () => {
    const { headers } = await new Visitor(desk.app).get('/sign-in')
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/)
  })

  it('is a problem document for programs, and a page for people', async () => {
    const program = await new Visitor(desk.app, { accept: 'application/json' }).get('/nothing')
    expect(program.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(JSON.parse(program.page)).toMatchObject({ type: 'urn:brightline:desk:not-found', status: 404 })
    const people = await new Visitor(desk.app).get('/nothing')
    expect(people.page).toMatch(/<title>Error: There is no such page/)
    expect(people.page).toMatch(/href="\/">Go to the home page/)
  })

  it('of an address that cannot be read says so, and leads home instead of there again', async () => {
    const clerk = await desk.signedIn(await desk.addUser('clerk'))
    const { status, page } = await clerk.get('/cases/nothing')
    expect(status).toBe(400)
    expect(page).toContain('Check the address, or begin at home.')
    expect(page).toContain('<a class="button" href="/">')
    expect((await clerk.get('/cases/nothing?lang=es')).page).toContain('Revise la dirección')
  })

  it('has no inline script, no style and no handler in its pages, and weighs little', async () => {
    const administrator = await desk.administrator()
    for (const path of ['/', '/people', '/role', '/nothing']) {
      const { page } = await administrator.get(path)
      expect(page, path).not.toMatch(
        /<script(?! src="\/static\/[0-9a-f]{16}\.js" defer><\/script>)|<style|\sstyle=|\son[a-z]+=|https?:\/\/(?!localhost)/,
      )
      expect(Buffer.byteLength(page), path).toBeLessThan(20_000)
    }
  })
})

describe('addresses', () => {
  it('that are hostile are answered, and never fail', async () => {
    for (const path of [
      '/',
      '//',
      '//evil.example',
      '/\\evil.example',
      '/..//evil.example',
      '/%',
      '/%00',
      '/%ff',
      '/?lang=%ff',
      '/a?b=c&lang=xx',
      `/${'a'.repeat(5000)}`,
      '/sign-in?next=//evil.example',
      '/sign-in?next=https://evil.example',
      '/set-up/%2e%2e',
    ]) {
      const { status, page } = await new Visitor(desk.app).get(path)
      expect(status, path).toBeLessThan(500)
      expect(page, path).not.toMatch(/(?:href|action)="(?:\/\/|https?:|\/\\)/)
    }
    await fc.assert(
      fc.asyncProperty(fc.webPath(), fc.webQueryParameters(), async (path, query) => {
        const { status } = await new Visitor(desk.app).get(`/${path}?${query}`)
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 50 },
    )
  })

  it('never lead to another site after signing in', async () => {
    const name = await desk.addUser('clerk')
    for (const next of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
    ]) {
      const visitor = new Visitor(desk.app)
      await visitor.get('/sign-in')
      const { headers } = await visitor.post('/sign-in', { name, password: goodPassword, next })
      expect(headers['location'], next).toBe('/')
    }
  })
})

describe('a post', () => {
  it('without the word of a form, or with that of another browser, changes nothing', async () => {
    const [one, other] = [new Visitor(desk.app), new Visitor(desk.app)]
    await other.get('/sign-in')
    await one.get('/sign-in')
    one.word = other.word
    for (const fields of [{}, { 'form-word': '' }, { 'form-word': 'x'.repeat(5000) }]) {
      expect(await one.post('/sign-in', { name: 'chief', password: goodPassword, ...fields })).toMatchObject({
        status: 403,
      })
    }
  })

  it('that comes from another site changes nothing', async () => {
    const administrator = await desk.administrator()
    await administrator.get('/people')
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'http://localhost:8471' },
    ]) {
      expect(await administrator.post('/people', { name: 'smuggled', role: 'administrator' }, headers)).toMatchObject({
        status: 403,
      })
    }
    expect(
      (await administrator.post('/sign-out', {}, { origin: 'http://localhost:8470', 'sec-fetch-site': 'same-origin' }))
        .status,
    ).toBe(303)
  })

  it('of any shape is refused in words, and never fails', async () => {
    const administrator = await desk.administrator()
    const paths = ['/sign-in', '/role', '/people', '/sign-out', '/set-up/x', '/invitation/x']
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.dictionary(
          fc.constantFrom('name', 'password', 'role', 'desk', 'again', 'next', 'agency', '__proto__', 'toString'),
          fc.string({ unit: 'binary', maxLength: 400 }),
        ),
        async (path, fields) => {
          if (administrator.cookies.get('desk-session') === undefined || path === '/sign-out') return
          await administrator.get('/people')
          const { status } = await administrator.post(path, fields)
          expect(status, path).toBeLessThan(500)
        },
      ),
      { numRuns: 60 },
    )
    for (const [type, payload] of [
      ['application/json', '{'],
      ['application/json', '[]'],
      ['text/plain', 'x'],
      ['multipart/form-data', 'x'],
      ['application/x-www-form-urlencoded', 'a=1&a=2&name=x&name=y'],
    ] as const) {
      const { statusCode } = await desk.app.inject({
        method: 'POST',
        url: '/sign-in',
        payload,
        headers: { 'content-type': type },
      })
      expect(statusCode, payload).toBeGreaterThanOrEqual(400)
      expect(statusCode, payload).toBeLessThan(500)
    }
    const large = await desk.app.inject({
      method: 'POST',
      url: '/sign-in',
      payload: `name=${'x'.repeat(300_000)}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(large.statusCode).toBe(413)
  })
})

describe('what is written down', () => {
  it('holds no name, no password, no token, no address of a network, nothing that was typed', async () => {
    const name = await desk.addUser('clerk')
    const visitor = await desk.signedIn(name)
    await visitor.get('/?search=Sample+Person')
    await visitor.get('/invitation/secret-token-of-somebody')
    await visitor.post('/sign-in', { name: 'Sample Person', password: 'wrong password' })
    const written = desk.lines.join('')
    expect(desk.lines.length).toBeGreaterThan(3)
    for (const secret of [
      name,
      goodPassword,
      'Sample',
      'secret-token',
      '127.0.0.1',
      visitor.cookies.get('desk-session') ?? '',
      'wrong password',
    ]) {
      expect(written).not.toContain(secret)
    }
    expect(written).toContain('"route":"/invitation/:token"')
  })
})

describe('limits', () => {
  it('are counted together by several servers', async () => {
    const room = { database: desk.database, log: () => undefined, isSecure: false }
    const other = await makeApp({ ...room, law: testLaw, keys: testKeys })
    const visitors = [new Visitor(desk.app), new Visitor(other)]
    for (const visitor of visitors) await visitor.get('/sign-in')
    const statuses: number[] = []
    for (let at = 0; at < 22; at += 1) {
      const visitor = visitors[at % 2]
      statuses.push((await visitor?.post('/sign-in', { name: 'nobody-at-all', password: 'wrong' }))?.status ?? 0)
    }
    await other.close()
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 422))
    expect(statuses.slice(20)).toEqual([429, 429])
  })
})

describe('without its database', () => {
  it('says so in a clear page, and to whoever runs it', async () => {
    const lines: string[] = []
    const pool = openPool({ ...desk.connection, port: 1 })
    const app = await makeApp({
      database: databaseOn(pool),
      log: lineLog((line) => lines.push(line)),
      isSecure: false,
      law: testLaw,
      keys: testKeys,
    })
    const visitor = new Visitor(app)
    visitor.cookies.set('desk-session', 'A'.repeat(43))
    const home = await visitor.get('/', { 'accept-language': 'es' })
    const [ready, healthy] = [await visitor.get('/readyz'), await visitor.get('/healthz')]
    await app.close()
    await pool.end()
    expect(home.status).toBe(503)
    expect(home.page).toContain('La base de datos no responde')
    expect({ ready: ready.status, healthy: healthy.status }).toEqual({ ready: 503, healthy: 200 })
    expect(lines.join('')).toMatch(/"event":"failed".*ECONNREFUSED/)
  })
})
