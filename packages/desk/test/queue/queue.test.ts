/** The queue: what waits for whom, by role and desk, and how it is walked through. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleCase, whoOf } from '../case/sample-case.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
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
    const auditor = await desk.signedIn(await desk.addUser('auditor'))
    expect(listed((await auditor.get('/queue')).page)).toHaveLength(25)
    const administrator = await desk.administrator()
    expect((await administrator.get('/queue')).status).toBe(403)
  })
})
