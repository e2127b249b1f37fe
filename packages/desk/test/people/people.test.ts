/** Set-up, signing in, roles and invitations, as people and as attackers do them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isLinkGood, makeSetUpToken } from '../../src/people/link.ts'
import { hashPassword, isPassword } from '../../src/people/password.ts'
import { newToken } from '../../src/people/token.ts'
import { goodPassword, goodSetUp, startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { Visitor } from '../server/visitor.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(async () => await desk?.end())

describe('the link of the first minute', () => {
  it('sets a desk up once, and looking at it uses nothing up', async () => {
    const path = `/set-up/${await makeSetUpToken(desk.owner)}`
    const [one, other] = [new Visitor(desk.app), new Visitor(desk.app)]
    expect((await one.get(path)).page).toContain('Where is this desk?')
    for (const visitor of [one, other])
      expect((await visitor.get(`${path}?place=${goodSetUp.place}`)).page).toContain('Set up this desk')
    const nowhere = await one.post(path, { ...goodSetUp, place: 'us/nowhere' })
    expect(nowhere.status).toBe(422)
    for (const words of ['<title>Error: ', 'href="#q"', 'Choose a place of the list', 'value="us/nowhere"'])
      expect(nowhere.page).toContain(words)
    const wrong = await one.post(path, { ...goodSetUp, kind: '', prefix: 'x', again: 'different' })
    expect(wrong.status).toBe(422)
    for (const words of [
      '<title>Error: ',
      'href="#kind"',
      'aria-invalid="true"',
      'Enter two to four capital letters',
      'value="Springfield Jail"',
      'The two passwords are not the same',
    ]) {
      expect(wrong.page).toContain(words)
    }
    expect(wrong.page).not.toContain(goodPassword)
    const asked = { ...goodSetUp, asked: 'Mendota, California' }
    const answers = await Promise.all([one.post(path, asked), other.post(path, asked)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 404])
    const { rows } = await desk.superuser.query('select place_asked from desk.agencies')
    expect(rows).toEqual([{ place_asked: 'Mendota, California' }])
    const first = answers[0].status === 303 ? one : other
    expect((await first.get('/')).page).toContain('The desk is set up. Add the people who work at it.')
    expect((await new Visitor(desk.app).get(path)).page).toContain('This link was used, or is too old')
  })

  it('is void when another was made, and cannot be made by the application', async () => {
    const [before, after] = [await makeSetUpToken(desk.owner), await makeSetUpToken(desk.owner)]
    expect(await isLinkGood(desk.database, before, 'set-up')).toBe(false)
    expect(await isLinkGood(desk.database, after, 'set-up')).toBe(true)
    expect(await isLinkGood(desk.database, after, 'demonstration')).toBe(false)
    await expect(makeSetUpToken(desk.application)).rejects.toThrow('permission denied')
    await desk.superuser.query(`update desk.one_time_links set expires_at = now()`)
    expect(await isLinkGood(desk.database, after, 'set-up')).toBe(false)
  })
})

describe('signing in', () => {
  it('needs the password, and says nothing of which part was wrong', async () => {
    const name = await desk.addUser('clerk')
    const pages: string[] = []
    for (const fields of [
      { name, password: 'wrong password' },
      { name: 'nobody', password: goodPassword },
    ]) {
      const visitor = new Visitor(desk.app)
      await visitor.get('/sign-in')
      const { status, page } = await visitor.post('/sign-in', fields)
      expect(status).toBe(422)
      pages.push(page.replaceAll(/value="[^"]*"|class="mono">\w+/g, ''))
    }
    expect(pages[0]).toBe(pages[1])
  })

  it('leads to where one wanted to go', async () => {
    const name = await desk.addUser('supervisor')
    const visitor = new Visitor(desk.app)
    const sent = await visitor.get('/role')
    expect(sent.headers['location']).toBe('/sign-in?next=%2Frole')
    await visitor.follow(sent)
    expect(
      (await visitor.post('/sign-in', { name: name.toUpperCase(), password: goodPassword, next: '/role' })).headers[
        'location'
      ],
    ).toBe('/role')
    expect((await visitor.get('/role')).page).toContain('Choose how you work now')
  })

  it('closes a name after five wrong tries, also to the right password, and opens it later', async () => {
    const name = await desk.addUser('clerk')
    const visitor = new Visitor(desk.app)
    await visitor.get('/sign-in')
    const attempt = async (password: string): Promise<number> =>
      (await visitor.post('/sign-in', { name, password })).status
    for (let at = 0; at < 5; at += 1) expect(await attempt('wrong password')).toBe(422)
    expect(await attempt(goodPassword)).toBe(422)
    await desk.superuser.query(`update desk.sign_in_attempts set locked_until = now() - interval '1 second'`)
    expect(await attempt(goodPassword)).toBe(303)
    const { rows } = await desk.superuser.query('select failed from desk.sign_in_attempts')
    expect(rows).toEqual([])
  })

  it('gives a new session: one that was known before opens nothing', async () => {
    const name = await desk.addUser('clerk')
    const visitor = new Visitor(desk.app)
    const planted = newToken()
    visitor.cookies.set('desk-session', planted)
    await visitor.get('/sign-in')
    await visitor.post('/sign-in', { name, password: goodPassword })
    expect(visitor.cookies.get('desk-session')).not.toBe(planted)
    expect(visitor.cookies.has('desk-visit')).toBe(false)
    const thief = new Visitor(desk.app)
    thief.cookies.set('desk-session', planted)
    expect((await thief.get('/')).status).toBe(303)
  })

  it('ends the session that the browser had, so that its token opens nothing', async () => {
    const shared = await desk.signedIn(await desk.addUser('clerk'))
    const thief = new Visitor(desk.app)
    thief.cookies.set('desk-session', shared.cookies.get('desk-session') ?? '')
    expect((await thief.get('/')).status).toBe(200)
    await shared.get('/')
    const name = await desk.addUser('supervisor')
    expect((await shared.post('/sign-in', { name, password: goodPassword })).status).toBe(303)
    expect((await thief.get('/')).status).toBe(303)
  })

  it('keeps only the hash of a session', async () => {
    const visitor = await desk.signedIn(await desk.addUser('clerk'))
    const token = visitor.cookies.get('desk-session') ?? ''
    const { rows } = await desk.superuser.query(`select encode(id_hash, 'escape') as hash from desk.sessions`)
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(token).toHaveLength(43)
  })
})

describe('a session', () => {
  it('ends with signing out, wherever its token is', async () => {
    const visitor = await desk.signedIn(await desk.addUser('clerk'))
    const copy = new Visitor(desk.app)
    for (const [name, value] of visitor.cookies) copy.cookies.set(name, value)
    expect((await copy.get('/')).status).toBe(200)
    await visitor.get('/')
    expect((await visitor.post('/sign-out')).headers['location']).toBe('/sign-in')
    expect((await copy.get('/')).status).toBe(303)
  })

  for (const [how, statement] of [
    ['it was revoked', `update desk.sessions set revoked_at = now() where user_id = $1`],
    ['it is old', `update desk.sessions set expires_at = now() where user_id = $1`],
    [
      'nobody used it for two hours',
      `update desk.sessions set seen_at = now() - interval '121 minutes' where user_id = $1`,
    ],
    ['its role was taken away', `delete from desk.user_roles where user_id = $1`],
    ['its user was closed', `update desk.users set closed_at = now() where id = $1`],
  ] as const) {
    it(`ends when ${how}`, async () => {
      const name = await desk.addUser('supervisor')
      const visitor = await desk.signedIn(name)
      expect((await visitor.get('/')).status).toBe(200)
      const { rows } = await desk.superuser.query(`select id from desk.users where sign_in_name = $1`, [name])
      await desk.superuser.query(statement, [rows[0].id])
      expect((await visitor.get('/')).headers['location']).toBe('/sign-in?next=%2F')
    })
  }
})

describe('a role', () => {
  it('is changed to one that is held, and the session before ends', async () => {
    const visitor = await desk.signedIn(await desk.addUser('supervisor', 'auditor'))
    const before = new Visitor(desk.app)
    for (const [name, value] of visitor.cookies) before.cookies.set(name, value)
    await visitor.get('/role')
    expect((await visitor.post('/role', { role: 'administrator' })).status).toBe(422)
    expect((await visitor.post('/role', {})).page).toContain('Choose one of your roles')
    expect((await visitor.post('/role', { role: 'auditor' })).status).toBe(303)
    expect((await visitor.get('/')).page).toContain('The record is open to you.')
    expect((await before.get('/')).status).toBe(303)
  })

  it('decides who sees the people', async () => {
    for (const role of ['clerk', 'supervisor', 'counsel', 'records-officer', 'auditor'] as const) {
      const visitor = await desk.signedIn(await desk.addUser(role))
      await visitor.get('/')
      expect((await visitor.get('/people')).status, role).toBe(403)
      expect((await visitor.post('/people', { name: 'smuggled', role: 'administrator' })).status, role).toBe(403)
    }
  })
})

describe('an invitation', () => {
  it('lets a person choose a password, once', async () => {
    const administrator = await desk.administrator()
    await administrator.get('/people')
    const added = await administrator.post('/people', { name: 'records.night', role: 'clerk' })
    const path = /http:\/\/localhost:8470(\/invitation\/[\w-]{43})/.exec(added.page)?.[1] ?? ''
    expect(path).not.toBe('')
    const person = new Visitor(desk.app)
    expect((await person.get(path)).page).toContain('Choose your password')
    expect((await person.post(path, { password: 'short', again: 'short' })).page).toContain(
      'Enter at least 12 characters',
    )
    expect((await person.post(path, { password: goodPassword, again: goodPassword })).status).toBe(303)
    expect((await person.get('/')).page).toContain('Nothing is due.')
    expect((await person.get('/')).page).toContain('Records desk')
    expect((await new Visitor(desk.app).get(path)).status).toBe(404)
    expect((await administrator.get('/people')).page).not.toContain(path)
    await desk.signedIn('records.night')
  })

  it('refuses a name that is taken or has no shape, and keeps what was typed', async () => {
    const administrator = await desk.administrator()
    await administrator.get('/people')
    await administrator.post('/people', { name: 'taken', role: 'auditor' })
    const taken = await administrator.post('/people', { name: 'taken', role: 'counsel' })
    expect(taken.status).toBe(422)
    expect(taken.page).toContain('This name is taken')
    expect(taken.page).toContain('<option value="counsel" selected>')
    const shapeless = await administrator.post('/people', { name: '<b>Night', role: 'auditor' })
    expect(shapeless.page).toContain('value="&lt;b&gt;Night"')
  })
})

describe('a password', () => {
  it('is hashed with argon2id, differently each time, whichever way its letters are written', async () => {
    const [one, other] = [await hashPassword('contraseña larga'), await hashPassword('contraseña larga')]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(other)
    expect(await isPassword(one, 'contrasen\u0303a larga')).toBe(true)
    expect(await isPassword(one, 'contrasena larga')).toBe(false)
    expect(await isPassword(null, 'the password of nobody')).toBe(false)
  })
})

describe('what was typed', () => {
  const newDesk = { desk: 'Night desk', prefix: 'NI' }
  const asAdministrator = async (name: string): Promise<Visitor> => {
    const visitor = await desk.signedIn(name)
    await visitor.get('/role')
    expect((await visitor.post('/role', { role: 'administrator' })).status).toBe(303)
    await visitor.get('/administration/place')
    return visitor
  }

  it('goes on in the role in which it was typed, where the session ended, and not in the first that she holds', async () => {
    const name = await desk.addUser('clerk', 'administrator')
    const visitor = await asAdministrator(name)
    await desk.superuser.query(`update desk.sessions set seen_at = now() - interval '3 hours' where revoked_at is null`)
    const ended = await visitor.post('/administration/desks', newDesk)
    expect(ended.status).toBe(401)
    const kept = /name="kept" value="([^"]+)"/.exec(ended.page)?.[1] ?? ''
    const back = await visitor.post('/sign-in', { name, password: goodPassword, kept })
    expect(back.page).toContain('value="Night desk"')
    expect((await visitor.post('/administration/desks', newDesk)).status).toBe(303)
  })

  it('comes back also where the session ended after its twelve hours, because the browser keeps its token longer', async () => {
    const name = await desk.addUser('supervisor', 'administrator')
    await desk.superuser.query('delete from desk.rate_limits')
    const visitor = new Visitor(desk.app)
    await visitor.get('/sign-in')
    const { headers } = await visitor.post('/sign-in', { name, password: goodPassword })
    const [, seconds] = /desk-session=[^;]+; Max-Age=(\d+)/.exec(String(headers['set-cookie'])) ?? []
    const { rows } = await desk.superuser.query(
      `select extract(epoch from max(expires_at) - now())::float8 as left from desk.sessions where revoked_at is null`,
    )
    expect(Number(seconds)).toBeGreaterThan(Number(rows[0].left) + 3_600)
    await visitor.get('/role')
    expect((await visitor.post('/role', { role: 'administrator' })).status).toBe(303)
    await visitor.get('/administration/place')
    await desk.superuser.query(`update desk.sessions set expires_at = now() where revoked_at is null`)
    const ended = await visitor.post('/administration/desks', { desk: 'Long desk', prefix: 'LO' })
    expect(ended.status).toBe(401)
    const kept = /name="kept" value="([^"]+)"/.exec(ended.page)?.[1] ?? ''
    expect((await visitor.post('/sign-in', { name, password: goodPassword, kept })).page).toContain('value="Long desk"')
  })

  it('goes along where a passkey was tried first and the password is used after all', async () => {
    const name = await desk.addUser('clerk', 'administrator')
    const visitor = await asAdministrator(name)
    await desk.superuser.query(`update desk.sessions set seen_at = now() - interval '3 hours' where revoked_at is null`)
    const ended = await visitor.post('/administration/desks', { desk: 'Dawn desk', prefix: 'DA' })
    const waits = (page: string): string => /name="kept" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const asked = await visitor.post('/sign-in/passkey', { kept: waits(ended.page) })
    const way = /action="(\/sign-in\/name)"[\s\S]*?<button[^>]*>Sign in with name and password/.exec(asked.page)
    const names = await visitor.post(way?.[1] ?? '', { kept: waits(asked.page) })
    expect(names.status).toBe(200)
    const back = await visitor.post('/sign-in', { name, password: goodPassword, kept: waits(names.page) })
    expect(back.page).toContain('value="Dawn desk"')
  })

  it('is not kept where a password is among it: that is typed again', async () => {
    const name = await desk.addUser('clerk')
    const visitor = await desk.signedIn(name)
    await visitor.get('/account')
    await desk.superuser.query('update desk.sessions set revoked_at = now()')
    const fresh = 'a lake behind the hills'
    const fields = { current: goodPassword, password: fresh, again: fresh }
    const ended = await visitor.post('/account/password', fields)
    expect(ended.status).toBe(401)
    expect(ended.page).not.toContain('name="kept"')
    const [, next = ''] = /name="next" value="([^"]+)"/.exec(ended.page) ?? []
    expect(next).toBe('/account')
    const entered = await visitor.post('/sign-in', { name, password: goodPassword, next })
    const { page, status } = await visitor.follow(entered)
    expect(status).toBe(200)
    expect(page).not.toMatch(/behind the hills|quiet river/)
  })

  it('does not go on in a role that was taken away in between', async () => {
    const name = await desk.addUser('clerk', 'administrator')
    const visitor = await asAdministrator(name)
    await desk.superuser.query(
      `delete from desk.user_roles where role = 'administrator' and user_id = (select id from desk.users where sign_in_name = $1)`,
      [name],
    )
    const ended = await visitor.post('/administration/desks', { desk: 'Day desk', prefix: 'DY' })
    const kept = /name="kept" value="([^"]+)"/.exec(ended.page)?.[1] ?? ''
    expect((await visitor.post('/sign-in', { name, password: goodPassword, kept })).page).toContain('Day desk')
    expect((await visitor.post('/administration/desks', { desk: 'Day desk', prefix: 'DY' })).status).toBe(403)
  })

  it('comes back where the role was changed beside it, to a page of this desk alone, and without passwords', async () => {
    const visitor = await asAdministrator(await desk.addUser('clerk', 'administrator'))
    const old = visitor.word
    await visitor.get('/role')
    await visitor.post('/role', { role: 'administrator' })
    const here = { origin: 'http://localhost:8470', 'sec-fetch-site': 'same-origin' }
    const typed = { 'form-word': old, desk: 'Evening <desk>', prefix: 'EV' }
    const again = await visitor.post('/administration/desks', typed, here)
    expect(again.status).toBe(403)
    expect(again.page).toContain('value="Evening &lt;desk&gt;"')
    for (const headers of [{}, { origin: here.origin }, { ...here, origin: 'https://evil.example' }])
      expect((await visitor.post('/administration/desks', typed, headers)).page).not.toContain('Evening')
    const secret = { 'form-word': old, current: 'Evening', password: 'Evening', again: 'Evening' }
    expect((await visitor.post('/account/password', secret, here)).page).not.toContain('Evening')
    await visitor.get('/administration/place')
    expect((await visitor.post('/administration/desks', { desk: 'Evening desk', prefix: 'EV' })).status).toBe(303)
  })
})

describe('second persons', () => {
  it('whom nobody is are named to the administrator, who can add them', async () => {
    const administrator = await desk.administrator()
    await desk.addUser('clerk')
    await desk.superuser.query(`delete from desk.user_roles where role in ('supervisor', 'counsel')`)
    expect((await administrator.get('/people')).page).toContain('Nobody has these roles here: Supervisor and Counsel.')
    await desk.addUser('supervisor')
    expect((await administrator.get('/people')).page).toContain('Nobody has these roles here: Counsel.')
    await desk.addUser('counsel')
    expect((await administrator.get('/people')).page).not.toContain('Nobody has these roles here')
  })
})
