/** Convictions: compared with the tables of the law, and gone. Only what the law asks stays. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answersFrom, derivedFactsOf } from '../../src/conviction/derive.ts'
import { readConvictions, type TypedConviction } from '../../src/conviction/typed.ts'
import { begin, seenOf } from '../intake/received.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Answer, Visitor } from '../server/visitor.ts'
import { testLaw } from '../test-law.ts'

const robbery = {
  offence: 'Cal. Penal Code § 211',
  level: 'felony',
  day: '14',
  month: '5',
  year: '2019',
  court: 'here',
}
const setting = { place: 'us/ca/san-francisco', today: '2026-11-28' }
const read = (...typed: readonly TypedConviction[]): ReturnType<typeof readConvictions> =>
  readConvictions(typed, setting)

describe('a conviction as it is typed', () => {
  const faults: readonly (readonly [string, Partial<TypedConviction>, string])[] = [
    ['without an offence', { offence: ' ' }, 'offence-missing'],
    ['without a day', { day: '' }, 'date-wrong'],
    ['on a day that no calendar has', { day: '31', month: '2' }, 'date-wrong'],
    ['in letters', { month: 'May' }, 'date-wrong'],
    ['still to come', { year: '2027' }, 'date-future'],
  ]
  for (const [name, part, key] of faults)
    it(`is refused ${name}, and the list with it`, () => {
      expect(read(robbery, { ...robbery, ...part }).faults).toEqual([{ at: 1, key }])
    })

  it('gives what the law asks, and what a record leaves open is open', async () => {
    const { stackOn } = await testLaw.of(setting.place)
    const stack = stackOn(setting.today)
    expect(derivedFactsOf(stack).length).toBeGreaterThan(0)
    const { answers } = answersFrom(stack, read(robbery).convictions, setting.today)
    expect(answers).toMatchObject({
      'ca.serious-or-violent-felony': 'yes',
      'ca.listed-felony-years': 8,
      'ca.listed-wobbler-years': 'never',
    })
    const none = answersFrom(stack, [], setting.today)
    expect(new Set(Object.values(none.answers))).toEqual(new Set(['no', 'never']))
    const unsure = answersFrom(stack, read({ ...robbery, court: 'elsewhere' }).convictions, setting.today)
    expect(unsure.open.length).toBeGreaterThan(0)
    for (const fact of unsure.open) expect(unsure.answers[fact]).toBeNull()
  })
})

describe('the page of convictions', () => {
  let desk: TestDesk
  let clerk: Visitor
  beforeAll(async () => {
    desk = await startTestDesk()
    clerk = await desk.signedIn(await desk.addUser('clerk'))
    await desk.superuser.query(
      `update desk.agencies set place = 'us/ca/san-francisco', time_zone = 'America/Los_Angeles'`,
    )
  }, 60_000)
  afterAll(async () => await desk?.end())

  const send = async (path: string, fields: Readonly<Record<string, string>>): Promise<Answer> => {
    const { page } = await clerk.get(`${path}/convictions`)
    return await clerk.post(`${path}/convictions`, { ...fields, seen: seenOf(page) })
  }
  const typed = (at: number, row: TypedConviction): Readonly<Record<string, string>> => ({
    [`offence-${at}`]: row.offence,
    [`level-${at}`]: row.level,
    [`date-${at}-day`]: row.day,
    [`date-${at}-month`]: row.month,
    [`date-${at}-year`]: row.year,
    [`court-${at}`]: row.court,
  })

  it('keeps what follows, and nothing of the record', async () => {
    const path = await begin(clerk, 'i-247a')
    const taken = await send(path, {
      ...typed(0, robbery),
      ...typed(2, { ...robbery, offence: 'zebra rustling' }),
      do: 'compare',
    })
    expect(taken).toMatchObject({ status: 303 })
    expect(String(taken.headers['location'])).not.toMatch(/211|zebra/)
    const { page } = await clerk.follow(taken)
    expect(page).toMatch(/What follows from the convictions/)
    const { rows: tables } = await desk.superuser.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'desk'`,
    )
    // The year by itself or in a date: a random id or the digits of a moment may hold it by chance.
    const typedBefore = /zebra|Penal Code|2019-0?5|(?<![\w.:-])2019(?!\w)/
    expect(['(7,"2019-05-14")', '{"year": "2019"}', '(7,2019,5)'].every((row) => typedBefore.test(row))).toBe(true)
    for (const { name } of tables) {
      const { rows } = await desk.superuser.query<{ row: string }>(`select t::text as row from desk.${name} as t`)
      for (const { row } of rows) expect(row, name).not.toMatch(typedBefore)
    }
    expect(desk.lines.join('\n')).not.toMatch(/zebra|Penal/)
    const { rows } = await desk.superuser.query<{ fact: string }>(
      `select fact from desk.answers where fact like 'ca.%'`,
    )
    expect(rows.length).toBeGreaterThan(0)
  })

  it('answers what no table can list from an empty record alone, and asks it again once there is a conviction', async () => {
    const path = await begin(clerk, 'i-247a')
    const stored = async (): Promise<unknown> => {
      const { rows } = await desk.superuser.query<{ value: unknown }>(
        `select value from desk.answers join desk.cases on cases.id = case_id
         where fact = 'ca.state-prison-felony' and '/cases/' || reference = $1`,
        [path],
      )
      return rows.map(({ value }) => value)
    }
    expect(await send(path, { do: 'none' })).toMatchObject({ status: 303 })
    expect(await stored()).toEqual(['no'])
    expect(await send(path, { ...typed(0, robbery), do: 'compare' })).toMatchObject({ status: 303 })
    expect(await stored()).toEqual([])
  })

  it('says what is wrong with which, and makes room for more', async () => {
    const path = await begin(clerk, 'i-247a')
    expect((await clerk.get(`${path}/convictions`)).page).toMatch(/What the law asks of them/)
    const wrong = await send(path, { ...typed(0, robbery), ...typed(1, { ...robbery, day: '99' }), do: 'compare' })
    expect(wrong).toMatchObject({ status: 422 })
    expect(wrong.page).toMatch(/Conviction 2: enter the day, the month and the year/)
    expect(wrong.page).toContain('value="99"')
    const more = await send(path, { ...typed(0, robbery), do: 'more' })
    expect(more.page.match(/name="offence-\d+"/g)).toHaveLength(4)
    expect(await send(path, { do: 'compare' })).toMatchObject({ status: 422 })
    expect(await send(path, { ...typed(0, robbery), do: 'none' })).toMatchObject({ status: 422 })
    expect(await send(path, { do: 'none' })).toMatchObject({ status: 303 })
  })

  it('is empty where no law of the place asks', async () => {
    await desk.superuser.query(`update desk.agencies set place = 'us/ex/springfield', time_zone = 'America/Chicago'`)
    const path = await begin(clerk, 'i-247a')
    const { page } = await clerk.get(`${path}/convictions`)
    expect(page).toMatch(/No law of this place asks about convictions here/)
    expect(page).not.toMatch(/name="offence/)
  })
})
