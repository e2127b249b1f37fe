/** The same request that comes again, scanned anew: noticed, offered as a copy, counted once, and its number kept nowhere. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRecordedCases } from '../../src/report/recorded-case.ts'
import { transaction } from '../../src/database/transaction.ts'
import { Temporal } from 'temporal-polyfill'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { sampleOf } from '../server/sample-of.ts'
import type { Visitor } from '../server/visitor.ts'
import { arrive, begin, goodArrival } from './received.ts'

let desk: TestDesk
let clerk: Visitor
beforeAll(async () => {
  desk = await startTestDesk()
  clerk = await desk.signedIn(await desk.addUser('clerk'))
}, 60_000)
afterAll(async () => await desk?.end())

const paper = {
  ...goodArrival,
  number: 'fn 4711-0815',
  'dated-day': '20',
  'dated-month': '11',
  'dated-year': '2025',
}
const referenceOf = (path: string): string => path.split('/').at(-1) ?? ''

async function caseOf(path: string): Promise<Record<string, unknown>> {
  const { rows } = await desk.superuser.query<Record<string, unknown>>(
    `select copy_of is not null as "isCopy", closed_at is not null as "isClosed",
      (select count(*)::integer from desk.drafts where case_id = c.id) as drafts
     from desk.cases as c where reference = $1`,
    [referenceOf(path)],
  )
  return rows[0] ?? {}
}

describe('the same request', () => {
  it('is noticed by form, date and number, however the number is written, and offered as a copy', async () => {
    const first = await begin(clerk, 'i-247a')
    expect(await arrive(clerk, first, paper)).toMatchObject({ status: 303 })
    const again = await begin(clerk, 'i-247a')
    const asked = await arrive(clerk, again, { ...paper, number: 'FN47110815', channel: 'e-mail' })
    expect(asked.status).toBe(422)
    expect(asked.page).toContain(`The same request came before, as ${referenceOf(first)}`)
    expect(asked.page).toContain('value="FN47110815"')
    const spanish = await clerk.get(`${again}/arrival?lang=es`)
    expect(spanish.page).toContain('El número no se guarda')
    expect((await arrive(clerk, again, { ...paper, same: 'neither' })).page).toContain(
      `¿Es esta una copia nueva de ella?`,
    )
    await clerk.get('/?lang=en')
    const kept = await arrive(clerk, again, { ...paper, same: 'copy' })
    expect(kept.headers['location']).toBe(`${first}/papers?said=copy`)
    expect((await clerk.follow(kept)).page).toContain('It is a new copy of this request')
    expect(await caseOf(again)).toEqual({ isCopy: true, isClosed: true, drafts: 0 })
    // Whoever has the other reference is shown the request that came first.
    expect((await clerk.get(again)).page).toContain(`<h1>${referenceOf(first)}</h1>`)
    expect((await clerk.get(again)).page).toContain(`${referenceOf(again)} is a copy of this request.`)
    // Its other pages are about that request too: what is recorded there counts for it.
    for (const page of ['times', 'outcome'])
      expect((await clerk.get(`${again}/${page}`)).page, page).toContain(referenceOf(first))
    const released = { kind: 'released', month: '11', day: '2', year: '26', time: '09:30' }
    expect((await clerk.post(`${again}/outcome`, released)).status).toBe(303)
    expect((await clerk.get(`${first}/outcome`)).page).toContain('<h1>Released, ')
    expect((await clerk.get(`${first}/times`)).page).toContain('9:30')
    expect((await clerk.get('/queue?show=all')).page).not.toContain(referenceOf(again))
  })

  it('may be another one, where somebody says so, and what differs is another one', async () => {
    const first = await begin(clerk, 'i-247d')
    await arrive(clerk, first, { ...paper, number: '1' })
    const second = await begin(clerk, 'i-247d')
    expect(await arrive(clerk, second, { ...paper, number: '1', same: 'other' })).toMatchObject({ status: 303 })
    for (const [way, differs] of [
      ['i-247x', { number: '1' }],
      ['i-247d', { number: '2' }],
      ['i-247d', { number: '1', 'dated-day': '21' }],
      ['i-247d', { number: '', 'dated-day': '', 'dated-month': '', 'dated-year': '' }],
    ] as const)
      expect((await arrive(clerk, await begin(clerk, way), { ...paper, ...differs })).status).toBe(303)
    const [half, wrong] = [await begin(clerk, 'i-247d'), await begin(clerk, 'i-200')]
    expect((await arrive(clerk, half, { ...paper, number: '' })).page).toContain('Enter the number too')
    expect((await arrive(clerk, wrong, { ...paper, 'dated-day': '31' })).page).toContain(
      'Enter day, month and year of the paper',
    )
  })

  it('is counted once in reports, and its number stands in no row', async () => {
    const first = await begin(clerk, 'i-200')
    await arrive(clerk, first, { ...paper, number: 'zz9900' })
    const again = await begin(clerk, 'i-200')
    // When it came is on record already, and then its number is entered.
    await arrive(clerk, again, goodArrival)
    expect((await arrive(clerk, again, { ...paper, number: 'zz9900', same: 'copy' })).status).toBe(303)
    const { who } = await sampleOf(desk.superuser)
    const [from, before] = ['2025-11-24T00:00Z', '2025-11-25T12:00Z'].map((at) => Temporal.Instant.from(at))
    if (from === undefined || before === undefined) throw new Error('no stretch')
    const cases = await transaction(desk.database, who.clerk, (work) => readRecordedCases(work, { from, before }))
    const references = cases.map(({ reference }) => reference)
    expect(references).toContain(referenceOf(first))
    expect(references).not.toContain(referenceOf(again))
    const kept = await desk.superuser.query(
      `select from desk.requests as r where r::text ilike '%zz9900%' or encode(same_hash, 'escape') ilike '%zz9900%'`,
    )
    expect(kept.rowCount).toBe(0)
    expect(desk.lines.join('\n')).not.toContain('zz9900')
  })

  it('makes no copy of a copy, and a copy stays one', async () => {
    const [first, second, third] = [
      await begin(clerk, 'other'),
      await begin(clerk, 'other'),
      await begin(clerk, 'other'),
    ]
    const { who } = await sampleOf(desk.superuser)
    const copy = async (of: string, to: string): Promise<unknown> =>
      await transaction(desk.database, who.clerk, async (work) => {
        const { id } = await work
          .selectFrom('cases')
          .select('id')
          .where('reference', '=', referenceOf(to))
          .executeTakeFirstOrThrow()
        await work.updateTable('cases').set({ copy_of: id }).where('reference', '=', referenceOf(of)).execute()
      })
    await copy(second, first)
    await expect(copy(second, third)).rejects.toThrow('no copy')
    await expect(copy(third, second)).rejects.toThrow('no copy')
  })
})
