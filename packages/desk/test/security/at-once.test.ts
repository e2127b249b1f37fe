/** Forms that are sent at the same moment, twice by one or by several: one of them counts, and no other meets a fault of ours. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Answer, Visitor } from '../server/visitor.ts'
import { visitorOf } from './route-table.ts'
import { makeScene, type Scene } from './scene.ts'

let desk: TestDesk
let scene: Scene
beforeAll(async () => {
  desk = await startTestDesk()
  scene = await makeScene(desk)
}, 120_000)
afterAll(async () => await desk?.end())

async function count(from: string): Promise<number> {
  const { rows } = await desk.superuser.query<{ n: number }>(`select count(*)::int as n from ${from}`)
  return rows[0]?.n ?? 0
}

async function atOnce(send: () => Promise<Answer>): Promise<readonly number[]> {
  const answers = await Promise.all(Array.from({ length: 4 }, send))
  return answers.map(({ status }) => status)
}

const all = (status: number): readonly number[] => Array.from({ length: 4 }, () => status)

it('make one paper, and another where it was given or says something else', async () => {
  const clerk = await visitorOf(desk, 'clerk', scene.agency)
  const path = `/cases/${scene.placesOf({ url: '' }).reference}/notices/new/request-copy`
  const make = async (language: string): Promise<Answer> => await clerk.post(path, { recipient: 'person', language })
  expect(await atOnce(async () => await make('en'))).toEqual(all(303))
  expect(await count(`desk.notices where language = 'en'`)).toBe(1)
  const given = `given_at = now(), given_by = made_by, channel = 'in-hand', signature = 'signed', had_interpreter = false`
  await desk.superuser.query(`update desk.notices set ${given} where language = 'en'`)
  await make('en')
  await make('vi')
  expect(await count(`desk.notices where language in ('en', 'vi')`)).toBe(3)
})

it('bring one version of a translation', async () => {
  const counsel = await visitorOf(desk, 'counsel', scene.agency)
  const { page: words } = await counsel.get('/translations/vi.csv')
  const parts = [
    `name="form-word"\r\n\r\n${counsel.word}`,
    'name="translator"\r\n\r\nA translator',
    `name="file"; filename="vi.csv"\r\n\r\n${words}`,
  ]
  const body = parts.map((part) => `--b\r\ncontent-disposition: form-data; ${part}\r\n`).join('')
  const headers = { 'content-type': 'multipart/form-data; boundary=b' }
  const bring = async (): Promise<Answer> =>
    await counsel.postBytes('/translations/file', Buffer.from(`${body}--b--\r\n`), headers)
  expect(await atOnce(bring)).toEqual(all(303))
  expect(await count('desk.translations')).toBe(1)
})

/** Somebody who is a supervisor, and nobody else. */
async function anotherSupervisor(name: string): Promise<Visitor> {
  const { rows } = await desk.superuser.query(
    `insert into desk.users (agency_id, sign_in_name) values ($1, $2) returning id`,
    [scene.agency, name],
  )
  await desk.superuser.query(`delete from desk.user_roles where role = 'supervisor'`)
  await desk.superuser.query(`insert into desk.user_roles values ($1, $2, 'supervisor', null)`, [
    scene.agency,
    rows[0]?.id,
  ])
  return await visitorOf(desk, 'supervisor', scene.agency)
}

it('draft one report, and of two who sign it the second is told', async () => {
  await desk.superuser.query(`update desk.agencies set place = 'us/ny/new-york-city' where id = $1`, [scene.agency])
  const officer = await visitorOf(desk, 'records-officer', scene.agency)
  const year = { form: 'nyc-jails', starts: '2024-07-01', ends: '2025-06-30' }
  expect(await atOnce(async () => await officer.post('/reports', year))).toEqual(all(303))
  const path = String((await officer.post('/reports', year)).headers['location'])
  expect(await count('desk.reports')).toBe(1)
  const signer = await anotherSupervisor('signer')
  const signed = await Promise.all([1, 2].map(async () => await signer.post(`${path}/sign`, { 'know-gaps': 'yes' })))
  expect(signed.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422])
  expect(signed.find(({ status }) => status === 422)?.page).toContain('Somebody filed it before you')
})
