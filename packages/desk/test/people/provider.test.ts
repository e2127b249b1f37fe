/** Signing in with a provider: the right way, and every wrong one that a test can make. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openProvider } from '../../src/people/provider.ts'
import { readProvider } from '../../src/people/provider-settings.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { Visitor, type Answer } from '../server/visitor.ts'
import { client, startTestProvider, type TestProvider } from './test-provider.ts'

let provider: TestProvider
let desk: TestDesk
let user = ''
beforeAll(async () => {
  provider = await startTestProvider()
  desk = await startTestDesk({
    provider: openProvider({
      issuer: provider.issuer,
      clientId: client.id,
      clientSecret: client.secret,
      claim: 'sub',
      scope: 'openid',
    }),
  })
  user = await idOf(await desk.addUser('clerk'))
  const administrator = await desk.administrator()
  await administrator.get(`/people/${user}`)
  expect((await administrator.post(`/people/${user}/provider`, { value: 'known' })).page).toContain('Saved.')
})
afterAll(async () => {
  await desk?.end()
  await provider?.stop()
})
beforeEach(async () => {
  Object.assign(provider.mood, { subject: 'known', nonce: undefined, audience: undefined, isForged: undefined })
  await desk.superuser.query('delete from desk.rate_limits')
})

async function idOf(name: string): Promise<string> {
  const { rows } = await desk.superuser.query('select id from desk.users where sign_in_name = $1', [name])
  return String(rows[0]?.id)
}

async function go(visitor: Visitor, path = '/sign-in/provider'): Promise<string> {
  await visitor.get('/sign-in')
  const sent = await visitor.get(path)
  expect(sent.status).toBe(303)
  return provider.approve(String(sent.headers['location']))
}

async function signIn(): Promise<{ readonly visitor: Visitor; readonly back: string; readonly answer: Answer }> {
  const visitor = new Visitor(desk.app)
  const back = await go(visitor, '/sign-in/provider?next=%2Fqueue')
  return { visitor, back, answer: await visitor.get(back) }
}

describe('signing in with the city', () => {
  it('lets in whom an administrator linked, and leads to where one wanted to go', async () => {
    const { visitor, answer } = await signIn()
    expect(answer.headers['location']).toBe('/queue')
    expect((await visitor.get('/account')).page).toContain('Work account')
    expect((await visitor.post('/sign-out')).page).toContain('Sign out there too')
    expect((await visitor.get('/')).status).toBe(303)
    expect((await visitor.get('/sign-in/provider/out')).headers['location']).toMatch(
      /\/end\?.*post_logout_redirect_uri/,
    )
  })

  it('takes an answer once', async () => {
    const { visitor, back } = await signIn()
    const again = await visitor.get(back)
    expect(again.status).toBe(403)
    expect(again.page).toContain('Signing in with your work account did not come to its end')
  })

  it('takes an answer from the browser that was sent, and from no other', async () => {
    const back = await go(new Visitor(desk.app))
    const thief = new Visitor(desk.app)
    await thief.get('/sign-in')
    expect((await thief.get(back)).status).toBe(403)
  })

  it('refuses a state that it did not send, and one that is too old', async () => {
    const visitor = new Visitor(desk.app)
    const back = await go(visitor)
    expect((await visitor.get(back.replace(/state=[^&]+/, 'state=another'))).status).toBe(403)
    await desk.superuser.query('update desk.sign_in_challenges set expires_at = now()')
    expect((await visitor.get(back)).page).toContain('did not come to its end')
  })

  it('refuses a code that was used, with a state that is good', async () => {
    const first = new URL(`http://desk.invalid${(await signIn()).back}`).searchParams.get('code') ?? ''
    const visitor = new Visitor(desk.app)
    const back = await go(visitor)
    const replayed = await visitor.get(back.replace(/code=[^&]+/, `code=${first}`))
    expect(replayed.status).toBe(403)
    expect(replayed.page).toContain('was not accepted')
  })

  for (const [what, wrong] of [
    ['another nonce', { nonce: 'another' }],
    ['another audience', { audience: 'another' }],
    ['a signature of another key', { isForged: true }],
  ] as const) {
    it(`refuses ${what}`, async () => {
      Object.assign(provider.mood, wrong)
      const { visitor, answer } = await signIn()
      expect(answer.status).toBe(403)
      expect(answer.page).toContain('was not accepted')
      expect((await visitor.get('/')).status).toBe(303)
    })
  }

  it('adds nobody: who is not linked is told so, in both languages', async () => {
    provider.mood.subject = 'stranger'
    const count = async (): Promise<unknown> => (await desk.superuser.query('select count(*) from desk.users')).rows
    const before = await count()
    const { visitor, answer } = await signIn()
    expect(answer.status).toBe(403)
    expect(answer.page).toContain('Your work account is not linked to this desk')
    expect((await visitor.get(`${await go(visitor)}&lang=es`)).page).toContain('Su cuenta de trabajo no está vinculada')
    expect(await count()).toEqual(before)
  })

  it('keeps one value for one person, and lets nobody in whose account was closed', async () => {
    const administrator = await desk.administrator()
    const other = await idOf(await desk.addUser('auditor'))
    await administrator.get(`/people/${other}`)
    expect((await administrator.post(`/people/${other}/provider`, { value: 'known' })).page).toContain(
      'Somebody else has this value',
    )
    await administrator.post(`/people/${other}/provider`, { value: 'other' })
    provider.mood.subject = 'other'
    const { visitor, answer } = await signIn()
    expect(answer.status).toBe(303)
    await administrator.post(`/people/${other}/close`)
    expect((await visitor.get('/')).status).toBe(303)
    expect((await signIn()).answer.page).toContain('is not linked to this desk')
  })
})

describe('a provider that is away', () => {
  it('is told, and signing in here still works', async () => {
    const away = await startTestProvider()
    await away.stop()
    const alone = await startTestDesk({
      provider: openProvider({
        issuer: away.issuer,
        clientId: client.id,
        clientSecret: client.secret,
        claim: 'sub',
        scope: 'openid',
      }),
    })
    try {
      const name = await alone.addUser('clerk')
      const visitor = new Visitor(alone.app)
      await visitor.get('/sign-in')
      const told = await visitor.get('/sign-in/provider')
      expect(told.status).toBe(503)
      expect(told.page).toContain('The sign-in for work accounts does not answer')
      await alone.signedIn(name)
    } finally {
      await alone.end()
    }
  })
})

describe('the settings of signing in', () => {
  it('may be absent, and are named where they are wrong', () => {
    expect(readProvider({})).toBeNull()
    for (const wrong of ['http://city.example.gov', 'city'])
      expect(() => readProvider({ DESK_OIDC_ISSUER: wrong }), wrong).toThrow('is no address over https')
    const issuer = { DESK_OIDC_ISSUER: 'https://city.example.gov' }
    expect(() => readProvider(issuer)).toThrow('is missing')
    expect(() =>
      readProvider({ ...issuer, DESK_OIDC_CLIENT_ID: 'desk', DESK_OIDC_CLIENT_SECRET_FILE: '/nowhere/secret' }),
    ).toThrow('cannot be read')
  })
})
