/** From the docket every page is in reach on which something of the request can still be entered. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Visitor } from '../server/visitor.ts'
import { arrive, begin, goodArrival, seenOf } from '../intake/received.ts'

let desk: TestDesk
let clerk: Visitor
/** Of a request that is decided. */
let path: string
let paper: string
beforeAll(async () => {
  desk = await startTestDesk()
  const name = await desk.addUser('clerk')
  clerk = await desk.signedIn(name)
  path = await begin(clerk, 'i-247a')
  await arrive(clerk, path)
  await clerk.post(`${path}/evidence/paper`, {
    form: 'none',
    seen: seenOf((await clerk.get(`${path}/evidence/paper`)).page),
  })
  const question = `${path}/questions/release.public`
  await clerk.post(question, { version: versionOf((await clerk.get(question)).page), answer: 'no' })
  await decide()
}, 60_000)
afterAll(async () => await desk?.end())

function linksIn(page: string): readonly string[] {
  return [...page.matchAll(/href="([^"?#]+)/g)].map(([, path]) => path ?? '')
}

const versionOf = (page: string): string => /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''

const decide = async (): Promise<number> => {
  const { page } = await clerk.get(`${path}/answer`)
  const seen = /name="seen" value="([0-9a-f]+)"/.exec(page)?.[1] ?? ''
  return (await clerk.post(`${path}/decisions`, { version: versionOf(page), seen })).status
}

const stepOf = async (of: string): Promise<string> => {
  const query = `select step from desk.drafts join desk.cases as c on c.id = case_id where c.reference = $1`
  const { rows } = await desk.superuser.query(query, [of.split('/').at(-1)])
  return String(rows[0]?.step)
}

it('leads to what came in, to times and to what became of the person, in both languages', async () => {
  const { page } = await clerk.get(path)
  for (const one of ['arrival', 'person', 'papers', 'evidence/paper', 'times', 'outcome']) {
    const way = `${path}/${one}`
    expect(linksIn(page)).toContain(way)
    expect((await clerk.get(way)).status, way).toBe(200)
  }
  expect((await clerk.get(`${path}?lang=es`)).page).toContain('Qué pasó con la persona')
})

it('leads back from what became of the person', async () => {
  expect(linksIn((await clerk.get(`${path}/outcome`)).page)).toContain(path)
})

it('leaves what is being entered to what is next', async () => {
  const begun = await begin(clerk, 'i-247a')
  const links = linksIn((await clerk.get(begun)).page)
  expect(links).toContain(`${begun}/outcome`)
  expect(links).not.toContain(`${begun}/person`)
})

it('leads from a paper to the name that nobody entered, until somebody does', async () => {
  await clerk.get(`${path}/notices`)
  const made = await clerk.post(`${path}/notices/new/request-copy`, { recipient: 'person', language: 'en' })
  paper = String(made.headers['location']).split('?')[0] ?? ''
  const { page } = await clerk.get(`${paper}?lang=en`)
  expect(page).toContain('Nobody has entered who it is about')
  expect(linksIn(page)).toContain(`${path}/person`)
  expect((await clerk.get(`${paper}?lang=es`)).page).toContain('Ingresar de quién se trata')
  await clerk.get(`${path}?lang=en`)
})

it('takes a name that is learned later, and nothing waits again for that', async () => {
  const before = await stepOf(path)
  expect(before).toBe('decided')
  const { page } = await clerk.get(`${path}/person`)
  const seen = seenOf(page)
  const sent = await clerk.post(`${path}/person`, { seen, name: 'Ada Example' })
  expect([sent.status, sent.headers['location']]).toEqual([303, path])
  expect(await stepOf(path)).toBe(before)
  expect(linksIn((await clerk.get('/queue')).page)).not.toContain(path)
  expect((await clerk.get(paper)).page).not.toContain('Nobody has entered who it is about')
})

it('goes from the name to the papers while what came in is entered', async () => {
  const begun = await begin(clerk, 'i-247g')
  await arrive(clerk, begun)
  const { page } = await clerk.get(`${begun}/person`)
  const seen = seenOf(page)
  const sent = await clerk.post(`${begun}/person`, { seen, name: 'Ada Example' })
  expect(sent.headers['location']).toBe(`${begun}/papers`)
  expect(await stepOf(begun)).toBe('papers')
})

it('takes another way in which it came, and asks for no other decision', async () => {
  const entered = await arrive(clerk, path, { ...goodArrival, channel: 'post' })
  expect(entered.status).toBe(303)
  expect(await stepOf(path)).toBe('decided')
  expect((await clerk.get(path)).page).toContain('Received: by post')
})

it('asks for the decision again where something was entered since, and is done with it then', async () => {
  const entered = await arrive(clerk, path, { ...goodArrival, clock: '15:45' })
  expect(entered.status).toBe(303)
  expect(linksIn((await clerk.get('/queue')).page)).toContain(path)
  expect((await clerk.get(`${path}?lang=es`)).page).toContain('regístrela con lo que ahora se sabe')
  expect((await clerk.get(`${path}?lang=en`)).page).toContain('Record the decision again')
  expect((await clerk.get(`${path}/answer`)).page).toContain('A new decision says what is known now')
  expect(await decide()).toBe(303)
  expect(await stepOf(path)).toBe('decided')
  expect(linksIn((await clerk.get('/queue')).page)).not.toContain(path)
  const { rows } = await desk.superuser.query(
    `select count(*)::int as all, count(supersedes)::int as later from desk.decisions where case_id = (select id from desk.cases where reference = $1)`,
    [path.split('/').at(-1)],
  )
  expect(rows[0].all).toBe(rows[0].later * 2)
  expect((await clerk.get(`${path}/answer`)).page).not.toContain('A new decision says')
})
