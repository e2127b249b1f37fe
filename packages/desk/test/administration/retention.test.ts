/** How long identities are kept: said by an administrator with a source, and never shorter than a duty is open. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sayAdministration } from '../../src/administration/words.ts'
import { destroyWhatIsDue } from '../../src/vault/upkeep.ts'
import { arrive, begin } from '../intake/received.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Visitor } from '../server/visitor.ts'

let desk: TestDesk
let administrator: Visitor
let clerk: Visitor
beforeAll(async () => {
  desk = await startTestDesk()
  administrator = await desk.administrator()
  clerk = await desk.signedIn(await desk.addUser('clerk'))
}, 60_000)
afterAll(async () => await desk?.end())

const path = '/administration/retention'
const isKept = async (reference: string): Promise<boolean> => {
  const { rows } = await desk.superuser.query(
    `select v.destroyed_at from desk.vault as v join desk.cases as c on c.id = v.case_id where c.reference = $1`,
    [reference],
  )
  return rows[0]?.destroyed_at === null
}

/** Begins a case and lets it be so many years old. */
async function caseOf(years: number): Promise<string> {
  const begun = await begin(clerk, 'i-247a')
  await arrive(clerk, begun)
  const reference = begun.split('/').at(-1) ?? ''
  const ago = `now() - interval '${years} years 2 days'`
  await desk.superuser.query(`update desk.cases set opened_at = ${ago} where reference = $1`, [reference])
  await desk.superuser.query(
    `update desk.vault set destroy_on = (${ago} + interval '5 years')::date where case_id = (select id from desk.cases where reference = $1)`,
    [reference],
  )
  return reference
}

async function add(reference: string, text: string): Promise<void> {
  await desk.superuser.query(
    `${text} from desk.cases as c join desk.users as u on u.agency_id = c.agency_id where c.reference = $1 limit 1`,
    [reference],
  )
}

const outcome = (years: number): string =>
  `insert into desk.outcomes (case_id, agency_id, desk_id, recorded_by, kind, happened_at, recorded_at)
   select c.id, c.agency_id, c.desk_id, u.id, 'released', now(), now() - interval '${years} years 2 days'`
const duty = `insert into desk.duties (case_id, agency_id, desk_id, rule, document, calendar, time_zone)
   select c.id, c.agency_id, c.desk_id, 'copy', '{}', 'none', 'America/Chicago'`

describe('retention', () => {
  it('is five years from the beginning where nothing is set, and waits for a duty that is open', async () => {
    const [old, young, owing] = [await caseOf(5), await caseOf(4), await caseOf(5)]
    await add(owing, duty)
    expect((await administrator.get(path)).page).toContain('5 years after the case was opened')
    expect((await administrator.get('/administration/keys')).page).toMatch(/duty that is open<\/th><td>1</)
    await destroyWhatIsDue(desk.database)
    expect([await isKept(old), await isKept(young), await isKept(owing)]).toEqual([false, true, true])
    await desk.superuser.query(`update desk.duties set state = 'void'`)
    await destroyWhatIsDue(desk.database)
    expect(await isKept(owing)).toBe(false)
  })

  it('is said with a source, and what would be destroyed at once must be meant', async () => {
    const [silent, lately, owing] = [await caseOf(3), await caseOf(3), await caseOf(3)]
    await add(lately, outcome(1))
    await add(owing, duty)
    await administrator.get(path)
    for (const fields of [{}, { years: '2' }, { years: '2', source: 'somebody' }, { years: '-1', source: 'statute' }])
      expect((await administrator.post(path, fields)).status).toBe(422)
    const asked = await administrator.post(path, { years: '2', source: 'statute' })
    expect(asked.status).toBe(422)
    const due = /name="confirmed" value="(\d+)"/.exec(asked.page)?.[1] ?? ''
    expect(Number(due)).toBeGreaterThan(0)
    expect((await administrator.post(path, { years: '2', source: 'statute', confirmed: '9999' })).status).toBe(422)
    await destroyWhatIsDue(desk.database)
    expect(await isKept(silent)).toBe(true)
    const set = await administrator.post(path, { years: '2', source: 'statute', confirmed: due })
    expect(set.page).toContain('2 years after the last decision or outcome, by a statute')
    await destroyWhatIsDue(desk.database)
    expect([await isKept(silent), await isKept(lately), await isKept(owing)]).toEqual([false, true, true])
  })

  it('keeps longer where that is said, and the page of the person says the day', async () => {
    const old = await caseOf(6)
    await administrator.get(path)
    const set = await administrator.post(path, { years: '10', source: 'records-schedule' })
    expect(set.status).toBe(200)
    await destroyWhatIsDue(desk.database)
    expect(await isKept(old)).toBe(true)
    const year = new Date().getUTCFullYear() - 6 + 10
    expect((await clerk.get(`/cases/${old}/person`)).page).toContain(String(year))
    expect((await administrator.get(`${path}?lang=es`)).page).toContain('10 años desde la última decisión')
  })

  it('speaks of one year, and of one identity, as of one', () => {
    const [en, es] = [sayAdministration('en'), sayAdministration('es')]
    expect(en('retention-sure', { count: 1 })).toContain('destroys 1 identity within')
    expect(es('retention-sure', { count: 1 })).toContain('destruye 1 identidad en')
    expect(es('retention-set', { years: 1, source: 'una ley', when: '' })).toContain('1 año desde')
  })

  it('is for administrators alone', async () => {
    expect((await clerk.get(path)).status).toBe(403)
    expect((await clerk.post(path, { years: '0', source: 'statute' })).status).toBe(403)
  })
})
