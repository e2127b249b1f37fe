/** The audit as files: what is decided, refused and overridden leaves with rule, reason, person, policy and place in the log. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditColumns, auditFiles } from '../../src/administration/audit-columns.ts'
import { startPublisher, type Publisher } from '../../src/record/publish.ts'
import { openSampleCase, whoOf } from '../case/sample-case.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Visitor } from '../server/visitor.ts'

const folder = mkdtempSync(join(tmpdir(), 'log-'))
let desk: TestDesk
let publisher: Publisher
let reference = ''
const visitors = new Map<string, Visitor>()
const as = (role: string): Visitor => {
  const visitor = visitors.get(role)
  if (visitor === undefined) throw new Error(`nobody is ${role}`)
  return visitor
}

beforeAll(async () => {
  desk = await startTestDesk()
  publisher = startPublisher({ owner: desk.owner, keys: join(folder, 'keys'), log: () => undefined })
  const name = await desk.addUser('clerk')
  visitors.set('clerk', await desk.signedIn(name))
  for (const role of ['supervisor', 'auditor', 'records-officer'] as const)
    visitors.set(role, await desk.signedIn(await desk.addUser(role)))
  visitors.set('administrator', await desk.administrator())
  const who = await whoOf(desk, name, 'clerk')
  const answers = { 'warrant.form': 'none', 'release.public': 'yes', 'person.in-custody': 'yes' }
  reference = await openSampleCase(desk, who, { acts: ['hold', 'notify-release'], answers })
  const { page } = await as('clerk').get(`/cases/${reference}/answer`)
  const decided = await as('clerk').post(`/cases/${reference}/decisions`, {
    version: /name="version" value="(\d+)"/.exec(page)?.[1] ?? '',
    seen: /name="seen" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '',
    'choice.hold': 'do-not',
    'choice.notify-release': 'do-not',
    'reason.notify-release': 'agency-practice',
  })
  expect(decided.status).toBe(303)
  const { page: waiting } = await as('supervisor').get(`/cases/${reference}/answer`)
  const confirmed = await as('supervisor').post(/action="([^"]*confirm[^"]*)"/.exec(waiting)?.[1] ?? '', {
    version: /name="version" value="(\d+)"/.exec(waiting)?.[1] ?? '',
    outcome: 'confirmed',
  })
  expect(confirmed.status).toBe(303)
  const happened = { year: '2026', month: '11', day: '25', time: '09:00' }
  for (const time of ['08:00', '09:00']) await post('times', { event: 'arrest', ...happened, time })
  await post('outcome', { kind: 'transferred', receiver: 'ice', ...happened })
  const paper = await post('notices/new/receipt', { recipient: 'person', language: 'es' })
  const giving = { channel: 'in-hand', signature: 'signed', offered: 'es', interpreter: 'no', at: '' }
  await post(`${paper.split('/').slice(3).join('/')}/given`, giving)
  await publisher.publish()
})
afterAll(async () => {
  await publisher?.stop()
  await desk?.end()
  rmSync(folder, { recursive: true, force: true })
})

/** Sends a form of the case as the clerk, and gives where it leads. */
async function post(path: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const { status, headers } = await as('clerk').post(`/cases/${reference}/${path}`, fields)
  expect(status, path).toBe(303)
  return String(headers['location'])
}

/** Reads a file whose cells hold no line ends, by the names of its columns. */
async function rowsOf(address: string, role = 'auditor'): Promise<readonly ReadonlyMap<string, string>[]> {
  const answer = await as(role).get(address)
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
  const [head = [], ...rows] = answer.page
    .trimEnd()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    )
  return rows.map((row) => {
    expect(row).toHaveLength(head.length)
    return new Map(head.map((name, at) => [name, row[at] ?? '']))
  })
}

it('hold every decision and confirmation once, with what it was decided by and where the log has it', async () => {
  const rows = await rowsOf('/audit/record.csv')
  expect(rows.map((row) => row.get('entry') ?? '').toSorted()).toEqual([
    'confirmation',
    'decision',
    'decision',
    'outcome',
    'paper',
    'request',
    'time',
    'time',
  ])
  const [choice] = rows.filter((row) => row.get('act') === 'notify-release' && row.get('entry') === 'decision')
  expect(Object.fromEntries(choice ?? [])).toMatchObject({
    request: reference,
    form: 'i-247a',
    verdict: 'permitted',
    'verdict-words': 'MAY',
    choice: 'do-not',
    'choice-words': 'it is not done',
    reason: 'agency-practice',
    'reason-words': 'The practice of the agency',
    role: 'clerk',
    state: 'stands',
  })
  expect(choice?.get('rules')).toMatch(/us\/ex\/trust-act section 30\.1\(b\)/)
  expect(choice?.get('policy')).toMatch(/^[0-9a-f]{64}$/)
  expect(choice?.get('account')).toMatch(/^user-/)
  const said = rows.find((row) => row.get('entry') === 'confirmation')
  expect([said?.get('of'), said?.get('role'), said?.get('log-desk')]).toEqual([
    choice?.get('id'),
    'supervisor',
    'us/ex/springfield/confirmations',
  ])
  expect(rows.map((row) => row.get('log-index') ?? '').toSorted()).toEqual([...'01234567'])
  const of = (entry: string): readonly Readonly<Record<string, string>>[] =>
    rows.filter((row) => row.get('entry') === entry).map((row) => Object.fromEntries(row))
  const receiver = 'transferred to Immigration and Customs Enforcement (ICE)'
  expect(of('outcome')).toMatchObject([{ choice: 'transferred', 'choice-words': receiver, state: 'stands' }])
  expect(of('outcome')[0]?.['happened-at']).toBe('2026-11-25T15:00:00Z')
  expect(new Set(of('time').map(({ state }) => state))).toEqual(new Set(['stands', 'superseded']))
  expect(of('paper')).toMatchObject([{ choice: 'receipt', 'log-desk': 'us/ex/springfield/papers' }])
  expect(of('request')).toMatchObject([
    { request: reference, form: 'i-247a', 'entry-words': 'Request as it was entered' },
  ])
})

it('say codes in the language of the reader, and keep to the days that are asked for', async () => {
  const words = (await rowsOf('/audit/record.csv?lang=es')).map((row) => row.get('entry-words'))
  expect(words).toEqual(expect.arrayContaining(['Confirmación', 'Resultado', 'Solicitud como se anotó']))
  expect(await rowsOf('/audit/record.csv?lang=en&from=2020-01-01&through=2020-12-31')).toEqual([])
  const events = await rowsOf('/audit/events.csv?kind=sign-in')
  expect(events.length).toBeGreaterThan(3)
  expect(new Set(events.map((event) => event.get('kind-words')))).toEqual(new Set(['signed in']))
  expect(await rowsOf('/audit/openings.csv')).toEqual([])
  expect((await as('auditor').get('/audit/events.csv?from=2026-02-30')).status).toBe(404)
})

it('have a dictionary that names every column, as a page and as a file', async () => {
  const { page } = await as('auditor').get('/audit/columns')
  const rows = await rowsOf('/audit/columns.csv')
  for (const file of auditFiles)
    for (const column of auditColumns[file]) {
      expect(page).toContain(`<code>${column}</code>`)
      const meaning = rows.find((row) => row.get('file') === file && row.get('column') === column)?.get('meaning')
      expect(meaning, column).toMatch(/\w{3}/)
    }
  const audit = (await as('auditor').get('/audit?kind=sign-in')).page
  expect(audit).toContain('/audit/events.csv?kind=sign-in')
  expect(audit).toContain('/audit/record.csv')
})

it('are for those who look over the agency; administrators get events alone', async () => {
  for (const [file, allowed] of [
    ['events', ['supervisor', 'auditor', 'records-officer', 'administrator']],
    ['openings', ['supervisor', 'auditor', 'records-officer']],
    ['record', ['supervisor', 'auditor', 'records-officer']],
  ] as const)
    for (const role of ['clerk', 'supervisor', 'auditor', 'records-officer', 'administrator']) {
      const { status } = await as(role).get(`/audit/${file}.csv`)
      expect([file, role, status]).toEqual([file, role, allowed.some((one) => one === role) ? 200 : 403])
    }
})
