/** Accounts: sessions that are ended, passwords that are changed and recovered, roles, and the last administrator. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isLastAdministrator } from '../../src/people/last-administrator.ts'
import { makeRecoveryToken } from '../../src/people/link.ts'
import { recover } from '../../src/people/recover.ts'
import { removeRole } from '../../src/people/person.ts'
import { passwordFault } from '../../src/people/password-rules.ts'
import { goodPassword, goodSetUp, startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { Visitor } from '../server/visitor.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk()
  await desk.administrator()
})
afterAll(async () => await desk?.end())
beforeEach(async () => {
  await desk.superuser.query('delete from desk.rate_limits')
})

const other = 'another river under stone'

async function idOf(name: string): Promise<string> {
  const { rows } = await desk.superuser.query('select id from desk.users where sign_in_name = $1', [name])
  return String(rows[0]?.id)
}

describe('the lock of a name', () => {
  it('counts attempts that come at the same time, on whichever server', async () => {
    const name = await desk.addUser('clerk')
    const calls = Array.from({ length: 12 }, async () => {
      const { rows } = await desk.application.query('select password_hash from desk.begin_sign_in($1)', [name])
      return rows[0]?.password_hash === null ? 'closed' : 'open'
    })
    const answers = await Promise.all(calls)
    expect(answers.filter((answer) => answer === 'open')).toHaveLength(5)
  })

  it('is the same for a name that nobody has', async () => {
    for (let at = 0; at < 6; at += 1) await desk.application.query(`select from desk.begin_sign_in('Nobody.Here')`)
    const { rows } = await desk.superuser.query(
      `select failed, locked_until > now() as locked from desk.sign_in_attempts where name_hash = desk.name_hash('nobody.here')`,
    )
    expect(rows).toEqual([{ failed: 5, locked: true }])
  })
})

describe('sessions', () => {
  it('are seen by their user, who ends another one and not this one', async () => {
    const name = await desk.addUser('clerk')
    const [here, there] = [await desk.signedIn(name), await desk.signedIn(name)]
    const { page } = await here.get('/account')
    expect(page.match(/name="session" value=/g)).toHaveLength(1)
    expect((await here.post('/account/sessions-end')).status).toBe(303)
    expect((await there.get('/')).status).toBe(303)
    expect((await here.get('/account')).status).toBe(200)
  })

  it('of another are not ended by a user, and are ended by an administrator', async () => {
    const [mine, hers] = [await desk.addUser('clerk'), await desk.addUser('supervisor')]
    const [me, she] = [await desk.signedIn(mine), await desk.signedIn(hers)]
    const { rows } = await desk.superuser.query('select id from desk.sessions where user_id = $1', [await idOf(hers)])
    await me.get('/account')
    await me.post('/account/sessions-end', { session: String(rows[0]?.id) })
    expect((await she.get('/')).status).toBe(200)
    const administrator = await desk.administrator()
    const path = `/people/${await idOf(hers)}`
    await administrator.get(path)
    expect((await administrator.post(`${path}/sessions-end`)).page).toContain('Ended.')
    expect((await she.get('/')).status).toBe(303)
  })

  it('end when they would have, however often the role is changed', async () => {
    const name = await desk.addUser('supervisor', 'auditor')
    const visitor = await desk.signedIn(name)
    const until = async (): Promise<string> => {
      const { rows } = await desk.superuser.query(
        'select max(expires_at)::text as until from desk.sessions where user_id = $1',
        [await idOf(name)],
      )
      return String(rows[0]?.until)
    }
    const before = await until()
    await visitor.get('/role')
    expect((await visitor.post('/role', { role: 'auditor' })).status).toBe(303)
    expect(await until()).toBe(before)
  })
})

describe('a password', () => {
  it('is changed by whoever knows it, and ends the other sessions', async () => {
    const name = await desk.addUser('clerk')
    const [here, there] = [await desk.signedIn(name), await desk.signedIn(name)]
    await here.get('/account')
    const wrong = await here.post('/account/password', { current: 'wrong password', password: other, again: other })
    expect(wrong.status).toBe(422)
    expect(wrong.page).toContain('This is not your password')
    await here.post('/account/password', { current: goodPassword, password: other, again: other })
    expect((await here.get('/account')).status).toBe(200)
    expect((await there.get('/')).status).toBe(303)
    await expect(desk.signedIn(name)).rejects.toThrow('422')
  })

  it('typed after the session ended is not kept, and the page that asks to sign in says why', async () => {
    const visitor = await desk.signedIn(await desk.addUser('clerk'))
    await visitor.get('/account')
    await desk.superuser.query('update desk.sessions set revoked_at = now() where revoked_at is null')
    const { status, page } = await visitor.post('/account/password', {
      ...{ current: goodPassword, password: other, again: other },
    })
    expect(status).toBe(401)
    expect(page).toContain('Your session has ended, and nothing was changed.')
    expect(page).not.toContain(other)
    const asked = await visitor.get('/sign-in?next=/account&lang=es')
    expect(asked.page).toContain('Su sesión ha terminado. Inicie sesión, y vuelve a la página que pidió.')
    expect((await new Visitor(desk.app).get('/sign-in')).page).not.toContain('has ended')
  })

  it('that was forgotten is chosen anew by a link, once, and opens a closed name', async () => {
    const name = await desk.addUser('counsel')
    const session = await desk.signedIn(name)
    const administrator = await desk.administrator()
    const path = `/people/${await idOf(name)}`
    await administrator.get(path)
    const linkOf = async (): Promise<string> =>
      /(\/invitation\/[\w-]{43})/.exec((await administrator.post(`${path}/recovery`)).page)?.[1] ?? ''
    const [before, link] = [await linkOf(), await linkOf()]
    const person = new Visitor(desk.app)
    expect((await person.get(before)).status).toBe(404)
    expect((await person.get(link)).page).toContain(`You are ${name}.`)
    expect((await person.post(link, { password: `${name}1234`, again: `${name}1234` })).status).toBe(422)
    expect((await person.post(link, { password: other, again: other })).status).toBe(303)
    expect((await session.get('/')).status).toBe(303)
    expect((await new Visitor(desk.app).get(link)).status).toBe(404)
  })

  it('of the administrator who is left is recovered at the server, by the owner alone', async () => {
    await expect(makeRecoveryToken(desk.application, goodSetUp.name)).rejects.toThrow('permission denied')
    expect(await makeRecoveryToken(desk.owner, 'nobody')).toBeNull()
    expect(await makeRecoveryToken(desk.owner, await desk.addUser('clerk'))).toBeNull()
    const outside = { application: desk.connection, owner: { ...desk.connection, user: 'desk_owner' } }
    const path = await recover({ folder: 'none', outside }, goodSetUp.name)
    expect((await new Visitor(desk.app).get(path)).page).toContain(`You are ${goodSetUp.name}.`)
    await expect(recover({ folder: 'none', outside }, 'nobody')).rejects.toMatchObject({ kind: 'recover-nobody' })
    const { application } = outside
    await expect(recover({ folder: 'none', outside: { application } }, goodSetUp.name)).rejects.toThrow(
      'DATABASE_OWNER_URL',
    )
  })

  it('is not the own name with a few digits, whatever the name is made of', () => {
    for (const name of ['records.night', 'user-1a2b3c4d', 'k9.u2.7x', '4f5g6h7j'])
      for (const password of [`${name}1234`, `1!2!${name}`, `${name}${name}`, `${name}.${name}`])
        expect([password, passwordFault(password, name)]).toEqual([password, 'password-easy'])
    expect(passwordFault('user-1a2b3c4d k9$u2!7x#4q', 'user-1a2b3c4d')).toBeNull()
  })

  it('is long, and none that everybody tries first', () => {
    for (const [password, fault] of [
      ['short', 'password-short'],
      ['𝟙𝟚𝟛abc', 'password-short'],
      ['Password123456!', 'password-easy'],
      ['contraseña2026', 'password-easy'],
      ['123456789012', 'password-easy'],
      ['abcdefghijklm', 'password-easy'],
      ['aaaaaaaabbbbbbbb', 'password-easy'],
      ['records.night.2026', 'password-easy'],
      [goodPassword, null],
      ['x7$Kq2-mV9#w', null],
      ['tres gatos leen', null],
    ] as const)
      expect(passwordFault(password, 'records.night'), password).toBe(fault)
  })
})

describe('roles', () => {
  it('are given and taken away by an administrator, and nobody else', async () => {
    const name = await desk.addUser('clerk')
    const path = `/people/${await idOf(name)}`
    const administrator = await desk.administrator()
    await administrator.get(path)
    expect((await administrator.post(`${path}/roles-add`, { role: 'auditor' })).page).toContain('The role was given.')
    const visitor = await desk.signedIn(name)
    await visitor.get('/role')
    for (const action of ['roles-add', 'recovery', 'close', 'sessions-end'])
      expect((await visitor.post(`${path}/${action}`, { role: 'administrator' })).status, action).toBe(403)
    await visitor.post('/role', { role: 'auditor' })
    await administrator.post(`${path}/roles-remove`, { role: 'auditor' })
    expect((await visitor.get('/')).status).toBe(303)
  })

  it('leave an administrator who can sign in, also when two take each other away at once', async () => {
    const administrator = await desk.administrator()
    const first = await idOf(goodSetUp.name)
    await administrator.get(`/people/${first}`)
    for (const [action, form] of [
      ['roles-remove', { role: 'administrator' }],
      ['close', {}],
    ] as const)
      expect((await administrator.post(`/people/${first}/${action}`, form)).page).toContain(
        'would have no administrator',
      )
    const second = await idOf(await desk.addUser('administrator'))
    const { rows } = await desk.superuser.query('select id from desk.agencies')
    const whoOf = (user: string): Parameters<typeof removeRole>[1] => ({
      agency: String(rows[0]?.id),
      desk: null,
      role: 'administrator',
      user,
    })
    const role = { role: 'administrator', desk: null } as const
    const results = await Promise.allSettled([
      removeRole(desk.database, whoOf(first), second, role),
      removeRole(desk.database, whoOf(second), first, role),
    ])
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(refused.map((reason) => isLastAdministrator(reason))).toEqual([true])
  })
})
