/** The end of a server: what was asked is answered, and what comes after is refused. */
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { visitorOf } from '../security/route-table.ts'
import { startTestDesk, type TestDesk } from './test-desk.ts'

let desk: TestDesk
let port = 0
beforeAll(async () => {
  desk = await startTestDesk()
  await desk.administrator()
  port = Number(new URL(await desk.app.listen({ host: '127.0.0.1', port: 0 })).port)
}, 60_000)
afterAll(async () => await desk?.end())

/** Asks over a connection; gives the status, or why there is none. */
async function ask(path: string, { agent, cookie = '' }: { readonly agent?: Agent; readonly cookie?: string } = {}) {
  return await new Promise<number | string>((resolve) => {
    const options = { port, host: '127.0.0.1', path, timeout: 15_000, headers: { accept: 'text/html', cookie } }
    const asked = request({ ...options, ...(agent === undefined ? {} : { agent }) }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    asked.on('timeout', () => asked.destroy(new Error('no answer in time')))
    asked.on('error', (error) => resolve('code' in error ? String(error.code) : error.message))
    asked.end()
  })
}

it('answers what was asked, refuses what comes after, and ends', { timeout: 30_000 }, async () => {
  const { rows } = await desk.superuser.query<{ id: string }>('select id from desk.agencies limit 1')
  const visitor = await visitorOf(desk, 'administrator', rows[0]?.id ?? '')
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const idle = new Agent({ keepAlive: true })
  expect(await ask('/healthz', { agent: idle })).toBe(200)
  // One request waits for a row that somebody holds.
  const holder = await desk.superuser.connect()
  await holder.query('begin')
  await holder.query('lock table desk.agencies in access exclusive mode')
  const open = ask('/administration/place', { cookie })
  for (let turn = 0; turn < 100; turn += 1) {
    const waiting = `select 1 from pg_stat_activity where usename = 'desk_application' and wait_event_type = 'Lock'`
    if ((await desk.superuser.query(waiting)).rowCount !== 0) break
    await wait(20)
  }
  let hasEnded = false
  const ending = desk.app.close().then(() => (hasEnded = true))
  await new Promise((resolve) => setImmediate(resolve))
  expect(await ask('/healthz')).toBe('ECONNREFUSED')
  expect(await ask('/healthz', { agent: idle })).toMatch(/^ECONN/)
  expect(hasEnded).toBe(false)
  await holder.query('rollback')
  holder.release()
  expect(await open).toBe(200)
  await ending
  expect(hasEnded).toBe(true)
  idle.destroy()
})
