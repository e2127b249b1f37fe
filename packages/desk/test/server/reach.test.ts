/** Where the desk listens: beyond the loopback address only behind a named proxy with https, whose word alone is taken. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Obstacle } from '../../src/obstacle.ts'
import { makeApp } from '../../src/server/app.ts'
import { loopback, readReach, type ReachWords } from '../../src/server/reach.ts'
import { openKeyFile } from '../../src/vault/key-file.ts'
import { databaseOn } from '../../src/database/transaction.ts'
import { openPool } from '../../src/database/connection.ts'
import { testLaw } from '../test-law.ts'
import { Visitor } from './visitor.ts'

const origin = 'https://desk.example.gov'
const folder = mkdtempSync(join(tmpdir(), 'reach-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function obstacleOf(words: ReachWords): string {
  try {
    readReach(words)
    return 'none'
  } catch (error) {
    if (error instanceof Obstacle) return error.kind
    throw error
  }
}

describe('a reach', () => {
  it('is the loopback address where nothing is said', () => {
    expect(readReach({})).toEqual(loopback)
    expect(readReach({ host: '::1' }).origin).toBeNull()
  })

  it('beyond it needs an https address and a proxy', () => {
    expect(readReach({ host: '0.0.0.0', origin, proxy: '10.0.0.5, 10.1.0.0/16,' })).toEqual({
      host: '0.0.0.0',
      origin,
      proxies: ['10.0.0.5', '10.1.0.0/16'],
    })
    const open = [{ host: '0.0.0.0' }, { host: '::' }, { host: '10.0.0.1', proxy: '10.0.0.5' }, { origin }]
    expect(open.map(obstacleOf)).toEqual(open.map(() => 'host-open'))
    const mapped = { host: '::ffff:10.0.0.1' }
    expect(obstacleOf(mapped)).toBe('host-open')
  })

  it('names what is no address', () => {
    expect(['desk.example.gov', '', '1.2.3'].map((host) => obstacleOf({ host }))).toEqual(
      Array.from({ length: 3 }, () => 'host-wrong'),
    )
    const origins = ['http://desk.example.gov', `${origin}/`, `${origin}/desk`, 'https://a:b@desk.example.gov', '']
    expect(origins.map((one) => obstacleOf({ origin: one, proxy: '10.0.0.5' }))).toEqual(
      origins.map(() => 'origin-wrong'),
    )
    // A network of everybody would believe everybody.
    const proxies = ['0.0.0.0/0', '::/0', 'proxy', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/']
    expect(proxies.map((proxy) => obstacleOf({ origin, proxy }))).toEqual(proxies.map(() => 'proxy-wrong'))
  })
})

describe('behind a proxy', () => {
  it('cookies are for https alone, and who is no proxy is not believed', async () => {
    const pool = openPool({ host: '127.0.0.1', port: 9, user: 'x', password: 'x', database: 'x' }, 1)
    const app = await makeApp({
      database: databaseOn(pool),
      log: () => undefined,
      law: testLaw,
      keys: await openKeyFile(join(folder, 'keys.json')),
      isSecure: true,
      proxies: ['10.9.8.7'],
    })
    app.get('/who', { config: { isPlain: true } }, async ({ ip, protocol, host }) => ({ ip, protocol, host }))
    const headers = {
      host: 'inside:8470',
      'x-forwarded-for': '198.51.100.4',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'desk.example.gov',
    }
    const from = async (remoteAddress: string): Promise<unknown> =>
      (await app.inject({ method: 'GET', url: '/who', headers, remoteAddress })).json()
    expect(await from('10.9.8.7')).toEqual({ ip: '198.51.100.4', protocol: 'https', host: 'desk.example.gov' })
    expect(await from('10.9.8.6')).toEqual({ ip: '10.9.8.6', protocol: 'http', host: 'inside:8470' })
    const answer = await new Visitor(app).get('/sign-in')
    expect(String(answer.headers['set-cookie'])).toContain('; Secure')
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
    await app.close()
    await pool.end()
  })
})
