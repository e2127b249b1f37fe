/**
 * Tries to carry protected facts in: through every field of every form, under every name, in names and contents of files,
 * in queries and bodies. Then looks for them in every row of the database and every line of the log.
 */
import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { propertiesOf } from '../security/hostile.ts'
import { callers, fill, routesOf, visitorOf } from '../security/route-table.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Answer, Visitor } from '../server/visitor.ts'
import { testLaw } from '../test-law.ts'
import { madePdf } from '../upload/made-pdf.ts'
import { sendFile } from '../upload/send-file.ts'
import { begin, goodArrival, seenOf } from './received.ts'

/** Every form of what came in: its page, where it goes, the fields it has, and what makes it go through. */
const forms: readonly {
  readonly page: string
  readonly to?: string
  readonly fields: readonly string[]
  readonly good: Readonly<Record<string, string>>
}[] = [
  {
    page: '/arrival',
    fields: ['channel', 'received-day', 'received-month', 'received-year', 'clock', 'edition', 'boxes', 'acts'],
    good: goodArrival,
  },
  { page: '/person', fields: ['name', 'booking-number', 'attorney', 'designee', 'language', 'clear'], good: {} },
  { page: '/way', fields: ['way'], good: { way: 'ao-93' } },
  { page: '/evidence/paper', fields: ['form'], good: { form: 'ao-93' } },
  { page: '/evidence', fields: ['court', 'signed', 'judge', 'names-person', 'covers-act'], good: { signed: 'yes' } },
  {
    page: '/convictions',
    fields: ['do', 'offence-0', 'level-0', 'court-0', 'date-0-day', 'date-0-month', 'date-0-year'],
    good: { do: 'none' },
  },
]

const marker = 'zzcarried'

let desk: TestDesk
let clerk: Visitor
let names: readonly string[]
beforeAll(async () => {
  desk = await startTestDesk()
  clerk = await desk.signedIn(await desk.addUser('clerk'))
  const { stackOn } = await testLaw.of('us/ex/springfield')
  names = stackOn('2026-11-28')
    .vocabulary.facts.filter(({ isProtected }) => isProtected)
    .map(({ name }) => name)
}, 60_000)
afterAll(async () => await desk?.end())

/** Looks everywhere but at what is sealed. */
async function found(pattern: RegExp): Promise<readonly string[]> {
  const { rows: columns } = await desk.superuser.query<{ table: string; column: string; type: string }>(
    `select table_name as table, column_name as column, udt_name as type from information_schema.columns where table_schema = 'desk'`,
  )
  const hits: string[] = []
  for (const { table, column, type } of columns) {
    const shown = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`
    const { rows } = await desk.superuser.query<{ value: string | null }>(
      `select ${shown} as value from desk."${table}"`,
    )
    if (rows.some(({ value }) => value !== null && pattern.test(value))) hits.push(`${table}.${column}`)
  }
  return [...hits, ...desk.lines.filter((line) => pattern.test(line))]
}

/** Sends a form with its page's version. */
async function send(
  path: string,
  { page: at, to = at }: (typeof forms)[number],
  fields: Readonly<Record<string, string>>,
): Promise<Answer> {
  const { page } = await clerk.get(`${path}${at}`)
  return await clerk.post(`${path}${to}`, { seen: seenOf(page), ...fields })
}

describe('a protected fact', () => {
  it('is one of several, so that this is a test', () => {
    expect(names).toContain('person.citizenship')
    expect(names.length).toBeGreaterThan(4)
  })

  it('gets in through no field, under no name', async () => {
    for (const form of forms) {
      const path = await begin(clerk, form.page.startsWith('/evidence') ? 'ao-93' : 'i-247a')
      const extra = Object.fromEntries(
        names.flatMap((name) => [
          [name, marker],
          [`facts[${name}]`, marker],
          [`answer-${name}`, marker],
        ]),
      )
      // Each field in turn carries it, beside fields that make the form go through.
      for (const field of form.fields) await send(path, form, { ...form.good, [field]: `${marker} ${names.join(' ')}` })
      const answer = await send(path, form, { ...form.good, ...extra })
      expect(answer.status, form.page).toBeLessThan(500)
      expect(answer.headers['location'] ?? '', form.page).not.toContain(marker)
    }
    // What may be kept is found where it is kept.
    expect(await found(/^i-247a$/)).toEqual(['requests.form'])
    const opening = await clerk.get('/new')
    await clerk.post('/new', {
      way: marker,
      opening: marker,
      desk: marker,
      ...Object.fromEntries(names.map((name) => [name, marker])),
    })
    await clerk.post('/new', { way: 'i-200', opening: marker, [names[0] ?? '']: marker })
    await clerk.get(`/new/not-sure?top=${marker}&title=${marker}&asked=${marker}`)
    expect(opening.page).not.toContain(marker)
    expect(await found(new RegExp(marker))).toEqual([])
    expect(await found(new RegExp(names.join('|').replaceAll('.', String.raw`\.`)))).toEqual([])
  })

  it('gets in through no field of any route, in any role: the routes and their fields are those of the server', async () => {
    const { rows } = await desk.superuser.query<{ id: string }>('select id from desk.agencies limit 1')
    const path = await begin(clerk, 'i-247a')
    await desk.addUser(...callers.filter((caller) => caller !== 'stranger'))
    const places = {
      reference: String(path.split('/').at(-1)),
      address: 'warrant.form',
      kind: 'copy',
      token: 'A'.repeat(43),
    }
    const routes = routesOf(desk).filter(({ method }) => method === 'POST')
    expect(routes.length).toBeGreaterThan(40)
    for (const route of routes) {
      const fields = [...propertiesOf(route.schema?.body).keys(), ...names, 'name', 'value']
      for (const caller of callers) {
        await desk.superuser.query('delete from desk.rate_limits')
        const visitor = await visitorOf(desk, caller, String(rows[0]?.id))
        const body = Object.fromEntries(fields.map((name) => [name, marker]))
        const answer = await visitor.post(fill(route.url, { ...places, id: randomUUID(), paper: randomUUID() }), body)
        expect(answer.status, route.url).toBeLessThan(500)
        expect(answer.headers['location'] ?? '', route.url).not.toContain(marker)
      }
    }
    // Lines about the agency itself, which its administrators write.
    const ofAgency = [
      'agencies.contact',
      'agencies.name',
      'desks.name',
      'users.sign_in_name',
      'translations.translator',
    ]
    const hits = await found(new RegExp(marker))
    expect(hits.filter((hit) => !ofAgency.includes(hit))).toEqual([])
    expect(hits.length).toBeGreaterThan(0)
    await desk.superuser.query(`update desk.agencies set contact = null, name = 'Springfield Jail'`)
    await desk.superuser.query(`update desk.desks set name = 'Records'`)
    await desk.superuser.query(`update desk.users set sign_in_name = 'gone' where sign_in_name = $1`, [marker])
  })

  it('gets in through no file: not its name, its type, its kind, its text, nor fields around it', async () => {
    const path = await begin(clerk, 'i-247a')
    await clerk.get(`${path}/papers`)
    const lines = [
      'Department of Homeland Security',
      ...names.map((name) => `${name}: ${marker}`),
      `Form I-247A (3/17) ${marker}`,
    ]
    const kept = await sendFile(clerk, path, {
      bytes: madePdf({ lines }),
      fileName: `${marker}-${names[0]}.pdf`,
      type: marker,
      fields: { kind: marker, ...Object.fromEntries(names.map((name) => [name, marker])) },
    })
    expect(kept).toMatchObject({ status: 303 })
    const shown = await clerk.follow(kept)
    expect(shown.page).toMatch(/form I-247A/)
    expect(shown.page).not.toContain(marker)
    expect(await found(new RegExp(marker))).toEqual([])
  })

  it('gets in through no report about a person: an I-213 is sealed, and read by nothing', async () => {
    const path = await begin(clerk, 'i-213')
    await clerk.get(`${path}/papers`)
    const lines = [
      'Department of Homeland Security',
      'Country of citizenship',
      'Deportation Officer',
      'Form I-247A (3/17)',
    ]
    await sendFile(clerk, path, { bytes: madePdf({ lines }), fields: { kind: 'i-213' } })
    await sendFile(clerk, path, { bytes: madePdf({ lines: [...lines, 'Form I-213'] }), fields: { kind: 'i-247a' } })
    const { rows } = await desk.superuser.query<{ hints: readonly string[] }>(
      `select hints from desk.papers join desk.cases on cases.id = case_id where reference = $1 order by papers.received_at`,
      [path.split('/').at(-1)],
    )
    expect(rows.map(({ hints }) => hints)).toEqual([[], ['form:i-213']])
    const { page } = await clerk.get(`${path}/papers`)
    expect(page).toMatch(/seems to hold an I-213\. It is sealed, and nothing of it was read/)
  })
})

describe('whatever is sent', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '',
      '0',
      '-1',
      '31',
      '2025',
      'yes',
      '\u0000',
      '\u202E',
      'x'.repeat(3000),
      `'; drop table desk.cases; --`,
      '${7*7}',
      '\r\nset-cookie: a=b',
    ),
  )

  it('is answered: with a page or a problem, and never by a fault of ours', async () => {
    const path = await begin(clerk, 'ao-93')
    for (const form of forms) {
      const { page } = await clerk.get(`${path}${form.page}`)
      const body = fc.dictionary(fc.constantFrom(...form.fields, 'seen', 'shown-again', 'else'), value)
      await fc.assert(
        fc.asyncProperty(body, fc.boolean(), async (fields, isProgram) => {
          const accept = isProgram ? { accept: 'application/json' } : {}
          const answer = await clerk.post(`${path}${form.page}`, { seen: seenOf(page), ...fields }, accept)
          expect(answer.status, form.page).toBeLessThan(500)
          if (answer.status === 400 && isProgram) expect(answer.headers['content-type']).toMatch(/problem\+json/)
        }),
        { numRuns: 25 },
      )
    }
    expect(desk.lines.filter((line) => line.includes('"failed"'))).toEqual([])
  })

  it('as JSON of any shape is answered too', async () => {
    const path = await begin(clerk, 'ao-93')
    for (const form of forms) {
      await clerk.get(`${path}${form.page}`)
      await fc.assert(
        fc.asyncProperty(
          fc.dictionary(fc.constantFrom(...form.fields, 'seen'), fc.jsonValue({ maxDepth: 2 })),
          async (fields) => {
            const bytes = Buffer.from(JSON.stringify({ 'form-word': clerk.word, ...fields }))
            const headers = { 'content-type': 'application/json', accept: 'application/json' }
            const answer = await clerk.postBytes(`${path}${form.page}`, bytes, headers)
            expect(answer.status, form.page).toBeLessThan(500)
          },
        ),
        { numRuns: 15 },
      )
    }
  })

  it('to an address that is none is no case', async () => {
    for (const reference of ['SJ-26-9999', 'sj-26-0001', '..%2f', 'SJ-26-0001%00', `SJ-26-${'9'.repeat(50)}`])
      for (const { page } of forms) {
        const { status } = await clerk.get(`/cases/${reference}${page}`)
        expect([400, 404], `${reference}${page}`).toContain(status)
      }
  })
})
