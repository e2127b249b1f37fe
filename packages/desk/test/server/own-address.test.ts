/** The address that links begin with, and the names that the desk answers to. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { previewReceipt } from '../receipt/preview-receipt.ts'
import { startTestDesk, type TestDesk } from './test-desk.ts'
import { Visitor } from './visitor.ts'

const origin = 'https://desk.example.gov'
const inside = 'localhost:8470'

describe('behind a proxy that does not say how it was asked', () => {
  let desk: TestDesk
  beforeAll(async () => {
    desk = await startTestDesk({ origin })
  })
  afterAll(async () => await desk?.end())

  it('an invitation leads to the address that was set', async () => {
    const administrator = await desk.administrator()
    await administrator.get('/people')
    const invited = await administrator.post('/people', { name: 'clerk-of-test', role: 'clerk' })
    expect(invited.page).toContain(`${origin}/invitation/`)
    expect(invited.page).not.toContain(inside)
  })

  it('the address of a calendar does too', async () => {
    const supervisor = await desk.signedIn(await desk.addUser('supervisor'))
    await supervisor.get('/calendar')
    const { page } = await supervisor.post('/calendar/addresses')
    expect(page).toContain(`${origin}/calendar/`)
    expect(page).not.toContain(inside)
  })

  it('and so does the address on a receipt, which is printed', async () => {
    const { page } = await previewReceipt(desk)
    expect(page).toContain(`${origin}/receipts/`)
    expect(page).not.toContain(inside)
  })

  it('answers whatever the proxy calls it', async () => {
    expect((await new Visitor(desk.app, { host: 'inside' }).get('/sign-in')).status).toBe(200)
  })
})

describe('a desk for this machine alone', () => {
  let desk: TestDesk
  beforeAll(async () => {
    desk = await startTestDesk()
  })
  afterAll(async () => await desk?.end())

  it.each(['localhost', 'localhost:8470', 'desk.localhost:8470', '127.0.0.1:8470', '[::1]:8470'])(
    'answers to %s',
    async (host) => {
      expect((await new Visitor(desk.app, { host }).get('/sign-in')).status).toBe(200)
    },
  )

  it.each(['evil.example', 'evil.example:8470', 'localhost.evil.example', '127.0.0.1.evil.example', 'evil-localhost'])(
    'answers nothing to %s, whose name may have been led here',
    async (host) => {
      const visitor = new Visitor(desk.app, { host })
      for (const path of ['/sign-in', '/law', '/api/openapi.json', '/healthz']) {
        const answer = await visitor.get(path)
        expect(answer.status, path).toBe(400)
        expect(answer.page, path).not.toContain('name="form-word"')
      }
    },
  )
})
