/** From a decision at the counter to the duties that stand in the list of what is due. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleCase, whoOf } from '../case/sample-case.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(async () => await desk?.end())

describe('a decision that is recorded', () => {
  it('has its duties in the list, counted from the receipt, in the same transaction', async () => {
    const name = await desk.addUser('clerk')
    const clerk = await desk.signedIn(name)
    const answers = { 'warrant.form': 'none', 'release.public': 'no', 'person.in-custody': 'yes' }
    const reference = await openSampleCase(desk, await whoOf(desk, name, 'clerk'), { answers })
    const { page } = await clerk.get(`/cases/${reference}/answer`)
    const fields = {
      version: /name="version" value="(\d+)"/.exec(page)?.[1] ?? '',
      seen: /name="seen" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '',
    }
    expect((await clerk.post(`/cases/${reference}/decisions`, fields)).status).toBe(303)
    const { rows } = await desk.superuser.query(
      `select d.rule, d.state, extract(epoch from d.due_at - r.received_at)::int as seconds
       from desk.duties as d join desk.cases as c on c.id = d.case_id join desk.requests as r on r.case_id = c.id
       where c.reference = $1 and d.due_at is not null order by d.rule`,
      [reference],
    )
    expect(rows).toEqual([
      { rule: 'us/ex/springfield/welcoming-ordinance section 12.40(b)', state: 'open', seconds: 24 * 3600 },
    ])
    const list = await clerk.get('/duties')
    expect(list.page).toContain('Give the person a copy of the request')
    expect(list.page).toContain(reference)
  })
})
