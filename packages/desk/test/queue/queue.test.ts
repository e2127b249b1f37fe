/** The queue: what waits for whom, by role and desk, and how it is walked through. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleCase, whoOf } from '../case/sample-case.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { readReference } from '../../src/queue/find-request.ts'
import type { Visitor } from '../server/visitor.ts'

let desk: TestDesk
let clerk: Visitor
let references: readonly string[]
beforeAll(async () => {
  desk = await startTestDesk()
  const name = await desk.addUser('clerk')
  const who = await whoOf(desk, name, 'clerk')
  clerk = await desk.signedIn(name)
  const made: string[] = []
  for (let at = 0; at < 30; at += 1) made.push(await openSampleCase(desk, who))
  references = made
})
afterAll(async () => await desk?.end())

const listed = (page: string): readonly string[] =>
  [...page.matchAll(/<th scope="row"><a href="\/cases\/([^"]+)"/g)].map(([, reference = '']) => reference)

describe('the queue', () => {
  it('shows a clerk what waits, in pages, each at an address', async () => {
    const first = await clerk.get('/queue')
    expect(first.page).toContain('<h1>More than 25 requests wait for you.</h1>')
    const next = /href="([^"]+)" rel="next"/.exec(first.page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(next).toBe('/queue?show=waiting&page=2')
    const second = await clerk.get(next)
    expect([...listed(first.page), ...listed(second.page)].toSorted()).toEqual([...references].toSorted())
    expect(second.page).toMatch(/rel="prev"/)
    expect(second.page).not.toMatch(/rel="next"/)
  })

  it('shows what is overdue, the latest first, in hours and words', async () => {
    const [one, two] = references
    await desk.superuser.query(
      `insert into desk.duties (case_id, agency_id, desk_id, rule, document, calendar, time_zone, due_at)
       select id, agency_id, desk_id, 'copy', '{}', 'hours', 'America/Chicago',
         now() - case reference when $1 then interval '18 minutes 5 seconds' else interval '2 hours 1 minute' end
       from desk.cases where reference in ($1, $2)`,
      [one, two],
    )
    const overdue = await clerk.get('/queue?show=overdue')
    expect(listed(overdue.page)).toEqual([two, one])
    expect(overdue.page).toContain('18 min late')
    expect(overdue.page).toContain('2 h 1 min late')
    expect(overdue.page).toContain('<h1>2 requests are overdue.</h1>')
  })

  it('says so where it is empty, and takes any address', async () => {
    expect((await clerk.get('/queue?show=decided')).page).toContain('<h1>Nothing has been decided yet.</h1>')
    for (const query of ['show=x', 'page=-1', 'page=99999', 'page=1e9', 'show=&page=', 'page=2&page=3', 'show=%00'])
      expect((await clerk.get(`/queue?${query}`)).status, query).toBeLessThan(500)
  })

  it('opens a request by its reference, however it is written, and says where there is none', async () => {
    const [first = ''] = references
    expect([' sj 26 417 ', 'SJ-26-0417', 'sj260417', 'SJ-26-10417'].map(readReference)).toEqual([
      ...Array.from({ length: 3 }, () => 'SJ-26-0417'),
      'SJ-26-10417',
    ])
    await clerk.get('/queue')
    const found = await clerk.post('/queue', { find: first.toLowerCase().replaceAll('-', ' ') })
    expect([found.status, found.headers['location']]).toEqual([303, `/cases/${first}`])
    const gone = await clerk.post('/queue', { find: 'SJ-26-9999' })
    expect(gone.status).toBe(404)
    expect(gone.page).toContain('No request SJ-26-9999 is within your reach')
    const wrong = await clerk.post('/queue', { find: '<b>Ada' })
    expect(wrong.status).toBe(422)
    expect(wrong.page).toContain('value="&lt;b&gt;Ada"')
    const { page: spanish } = await clerk.get('/queue?lang=es')
    expect(spanish).toContain('<h1>Más de 25 solicitudes por atender.</h1>')
    expect(spanish).toContain('Abrir una solicitud por su referencia')
    await clerk.get('/queue?lang=en')
  })

  it('shows the requests of one desk to its clerks, and all to those who oversee', async () => {
    await desk.superuser.query(
      `insert into desk.desks (agency_id, name, prefix) select id, 'Booking', 'SB' from desk.agencies on conflict do nothing`,
    )
    const name = await desk.addUser('clerk')
    await desk.superuser.query(
      `update desk.user_roles set desk_id = (select id from desk.desks where prefix = 'SB')
       where user_id = (select id from desk.users where sign_in_name = $1)`,
      [name],
    )
    const other = await desk.signedIn(name)
    expect(listed((await other.get('/queue?show=all')).page)).toEqual([])
    expect((await other.get(`/cases/${references[0]}`)).status).toBe(404)
    expect((await other.post('/queue', { find: references[0] ?? '' })).status).toBe(404)
    const auditor = await desk.signedIn(await desk.addUser('auditor'))
    expect(listed((await auditor.get('/queue')).page)).toHaveLength(25)
    const administrator = await desk.administrator()
    expect((await administrator.get('/queue')).status).toBe(403)
  })
})
