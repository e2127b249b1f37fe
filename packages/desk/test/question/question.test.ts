/** The questions of a case: one a page and all on one page, with two clerks, stale pages and hostile forms. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Who } from '../../src/database/transaction.ts'
import { openSampleCase, whoOf } from '../case/sample-case.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Answer, Visitor } from '../server/visitor.ts'

let desk: TestDesk
let clerk: Visitor
let other: Visitor
let who: Who
beforeAll(async () => {
  desk = await startTestDesk()
  const [one, two] = [await desk.addUser('clerk'), await desk.addUser('clerk')]
  who = await whoOf(desk, one, 'clerk')
  ;[clerk, other] = [await desk.signedIn(one), await desk.signedIn(two)]
})
afterAll(async () => await desk?.end())

const versionIn = ({ page }: Answer): string => /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
const heading = ({ page }: Answer): string => /<h1>(.*?)<\/h1>/s.exec(page)?.[1] ?? ''

/** Answers the question at an address as a browser would: the page first, then its form. */
async function answer(visitor: Visitor, reference: string, address: string, fields: object): Promise<Answer> {
  const path = `/cases/${reference}/questions/${address}`
  const version = versionIn(await visitor.get(path))
  return await visitor.post(path, { version, ...fields })
}

async function stored(reference: string): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await desk.superuser.query(
    `select fact, value from desk.answers join desk.cases as c on c.id = case_id where reference = $1 order by fact`,
    [reference],
  )
  return Object.fromEntries(rows.map(({ fact, value }) => [fact, value]))
}

describe('a question', () => {
  it('is asked one a page, with why and how many can follow, until nothing more matters', async () => {
    const reference = await openSampleCase(desk, who)
    let at = await clerk.get(`/cases/${reference}/questions`)
    const asked: string[] = []
    for (let turn = 0; turn < 12; turn += 1) {
      const next = /href="(\/cases\/[^"]*\/questions\/[^"]+)">Go on/.exec(at.page)?.[1]
      if (next === undefined) break
      const page = await clerk.get(next)
      asked.push(heading(page))
      expect(page.page).toContain('Why this is asked')
      expect(page.page).toMatch(/can follow|up to/)
      expect(page.page).toContain('I cannot tell')
      const address = next.split('/').at(-1) ?? ''
      const value = /name="answer" value="([^"?]+)"/.exec(page.page)?.[1] ?? '?'
      expect((await answer(clerk, reference, address, { answer: value })).status).toBe(303)
      at = await clerk.get(`/cases/${reference}/questions`)
    }
    expect(asked.length).toBeGreaterThan(1)
    expect(new Set(asked).size).toBe(asked.length)
    expect(at.page).toContain('See the answer')
  })

  it('takes "cannot tell", and asks on', async () => {
    const reference = await openSampleCase(desk, who)
    const sent = await answer(clerk, reference, 'warrant.form', { answer: '?' })
    expect(sent.status).toBe(303)
    expect(await stored(reference)).toEqual({ 'warrant.form': null })
  })

  it('is answered again without losing the others, which come back with their questions', async () => {
    const answers = { 'warrant.form': 'i-200', 'warrant.signer': 'immigration-officer', 'release.public': 'no' }
    const reference = await openSampleCase(desk, who, { answers })
    await answer(clerk, reference, 'warrant.form', { answer: 'none' })
    expect(await stored(reference)).toEqual({ ...answers, 'warrant.form': 'none' })
    const aside = await clerk.get(`/cases/${reference}/questions`)
    expect(aside.page).toMatch(/Kept aside[\s\S]*immigration officer/i)
    await answer(clerk, reference, 'warrant.form', { answer: 'i-200' })
    await answer(clerk, reference, 'warrant.form', { answer: 'court-order' })
    await answer(clerk, reference, 'court.order', { answer: 'no' })
    expect((await clerk.get(`/cases/${reference}/questions`)).page).toMatch(/<dd>An immigration officer/)
  })

  it('with an empty form keeps the answer that was there, and says what is missing where there was none', async () => {
    const reference = await openSampleCase(desk, who, { answers: { 'warrant.form': 'i-200' } })
    expect((await answer(clerk, reference, 'warrant.form', {})).status).toBe(303)
    expect(await stored(reference)).toEqual({ 'warrant.form': 'i-200' })
    const list = await clerk.get(`/cases/${reference}/questions`)
    const next = /questions\/([^"]+)">Go on/.exec(list.page)?.[1] ?? ''
    const empty = await answer(clerk, reference, next, {})
    expect([empty.status, empty.page.includes('Choose an answer')]).toEqual([422, true])
  })

  it('for a time that is left empty names both ways on', async () => {
    const move = 'update desk.agencies set place = $1, kind = $2'
    await desk.superuser.query(move, ['us/tn', 'sheriff'])
    const reference = await openSampleCase(desk, who, { answers: { 'warrant.form': 'i-200' } })
    let next = ''
    for (let turn = 0; turn < 10 && next !== 'time:release'; turn += 1) {
      if (next !== '') await answer(clerk, reference, next, { answer: '?' })
      const list = await clerk.get(`/cases/${reference}/questions`)
      next = /questions\/([^"]+)">Go on/.exec(list.page)?.[1] ?? 'time:release'
    }
    const empty = await answer(clerk, reference, next, {})
    await desk.superuser.query(move, ['us/ex/springfield', 'jail'])
    expect(empty.page).toContain('Enter the day and the time, or leave the time out')
  })

  it('refuses a time that cannot be, and keeps what was typed', async () => {
    const reference = await openSampleCase(desk, who)
    const typed = { month: '2', day: '30', year: '26', clock: '14:30' }
    for (const address of ['warrant.form', 'release.public']) await answer(clerk, reference, address, { answer: '?' })
    for (let turn = 0; turn < 12; turn += 1) {
      const list = await clerk.get(`/cases/${reference}/questions`)
      const next = /questions\/([^"]+)">Go on/.exec(list.page)?.[1]
      if (next === undefined) break
      await answer(clerk, reference, next, { answer: '?' })
    }
    const refused = await answer(clerk, reference, 'time:receipt', typed)
    expect(refused.status).toBe(422)
    expect(refused.page).toContain('type a time such as')
    for (const value of Object.values(typed)) expect(refused.page).toContain(`value="${value}"`)
    const taken = await answer(clerk, reference, 'time:receipt', { ...typed, day: '28' })
    expect(taken.status).toBe(303)
    expect(await stored(reference)).toMatchObject({ 'time:receipt': '2026-02-28T14:30' })
    // It is said back with its month in words.
    expect((await clerk.get(`/cases/${reference}/questions`)).page).toContain('<dd>February 28, 2026 14:30</dd>')
  })

  it('is saved once when it is sent twice', async () => {
    const reference = await openSampleCase(desk, who)
    const path = `/cases/${reference}/questions/warrant.form`
    const version = versionIn(await clerk.get(path))
    const sent = await Promise.all([1, 2, 3].map(async () => await clerk.post(path, { version, answer: 'i-200' })))
    expect(sent.map(({ status }) => status).filter((status) => status === 303).length).toBeGreaterThanOrEqual(1)
    const { rows } = await desk.superuser.query(
      `select version from desk.drafts join desk.cases as c on c.id = case_id where reference = $1`,
      [reference],
    )
    expect(rows).toEqual([{ version: 2 }])
  })

  it('has no place for protected facts', async () => {
    const reference = await openSampleCase(desk, who)
    for (const fact of ['person.immigration-status', 'person.birthplace', 'person.race']) {
      const path = `/cases/${reference}/questions/${fact}`
      expect((await clerk.get(path)).status, fact).toBe(303)
      await clerk.get(`/cases/${reference}/express`)
      await clerk.post(path, { version: '1', answer: 'yes' })
      const express = await clerk.post(`/cases/${reference}/express`, { version: '1', [fact]: 'yes' })
      expect([303, 422], fact).toContain(express.status)
    }
    expect(await stored(reference)).toEqual({})
  })
})

describe('two clerks', () => {
  it('go on with the same request, each with what the other answered', async () => {
    const reference = await openSampleCase(desk, who)
    await answer(clerk, reference, 'warrant.form', { answer: 'i-200' })
    const seen = await other.get(`/cases/${reference}/questions`)
    expect(seen.page).toContain('I-200')
    expect((await answer(other, reference, 'release.public', { answer: 'no' })).status).toBe(303)
  })

  it('cannot overwrite each other: the second is told, and what was chosen stays', async () => {
    const reference = await openSampleCase(desk, who)
    const path = `/cases/${reference}/questions/warrant.form`
    const [mine, theirs] = [versionIn(await clerk.get(path)), versionIn(await other.get(path))]
    expect((await other.post(path, { version: theirs, answer: 'none' })).status).toBe(303)
    const told = await clerk.post(path, { version: mine, answer: 'i-200' })
    expect(told.status).toBe(409)
    expect(told.page).toContain('Somebody else changed this request')
    expect(told.page).toMatch(/value="i-200"[^>]* checked/)
    expect(await stored(reference)).toEqual({ 'warrant.form': 'none' })
    expect((await clerk.post(path, { version: versionIn(told), answer: 'i-200' })).status).toBe(303)
    expect(await stored(reference)).toEqual({ 'warrant.form': 'i-200' })
  })

  it('who save at the same moment are told apart by the database', async () => {
    const reference = await openSampleCase(desk, who)
    const path = `/cases/${reference}/questions/warrant.form`
    const version = versionIn(await clerk.get(path))
    await other.get(path)
    const sent = await Promise.all(
      [clerk, other].map(async (one, at) => await one.post(path, { version, answer: ['i-200', 'none'][at] ?? '' })),
    )
    expect(sent.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
  })
})

describe('the express page', () => {
  it('asks for everything that still matters, saves it at once, and leads to the answer', async () => {
    const reference = await openSampleCase(desk, who)
    const path = `/cases/${reference}/express`
    const page = await clerk.get(path)
    const fields = ['warrant.form', 'warrant.signer', 'release.public', 'court.order']
    for (const name of fields) expect(page.page, name).toContain(`name="${name}"`)
    const sent = await clerk.post(path, {
      version: versionIn(page),
      'request.from': 'immigration-authority',
      'warrant.form': 'i-200',
      'warrant.signer': 'immigration-officer',
      'release.public': 'no',
      'court.order': 'no',
    })
    expect(sent.status).toBe(303)
    expect(Object.keys(await stored(reference))).toContain('warrant.signer')
    expect(String(sent.headers['location'])).toMatch(/\/(?:answer|express)$/)
  })

  it('reads a year of two digits as one of this century', async () => {
    const reference = await openSampleCase(desk, who)
    const path = `/cases/${reference}/express`
    const version = versionIn(await clerk.get(path))
    expect((await clerk.post(path, { version, 'time:receipt': '2/28/26 2:30 pm' })).status).toBe(303)
    expect(await stored(reference)).toEqual({ 'time:receipt': '2026-02-28T14:30' })
  })

  it('saved unchanged changes nothing', async () => {
    const answers = { 'warrant.form': 'i-200', 'warrant.signer': 'immigration-officer' }
    const reference = await openSampleCase(desk, who, { answers })
    const path = `/cases/${reference}/express`
    const { page } = await clerk.get(path)
    const selects = [...page.matchAll(/<select id="([^"]+)"[\s\S]*?<\/select>/g)].map(
      ([select, name = '']) => [name, /value="([^"]*)" selected/.exec(select)?.[1] ?? ''] as const,
    )
    const chosen = [...page.matchAll(/<input type="radio" name="([^"]+)" value="([^"]*)"[^>]* checked/g)]
    const radios = chosen.map(([, name = '', value = '']) => [name, value] as const)
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
    expect((await clerk.post(path, { version, ...Object.fromEntries([...selects, ...radios]) })).status).toBe(303)
    expect(await stored(reference)).toEqual(answers)
    expect(versionIn(await clerk.get(path))).toBe(version)
  })

  it('keeps everything typed where one answer is refused, and saves nothing', async () => {
    const reference = await openSampleCase(desk, who)
    const path = `/cases/${reference}/express`
    const version = versionIn(await clerk.get(path))
    const sent = await clerk.post(path, {
      version,
      'request.from': 'immigration-authority',
      'warrant.form': 'i-200',
      'warrant.signer': 'federal-judge',
    })
    expect(sent.status).toBe(422)
    expect(sent.page).toContain('never by a judge')
    expect(sent.page).toMatch(/href="#warrant\.(?:form|signer)"/)
    expect(sent.page).toMatch(/value="federal-judge" selected/)
    expect(await stored(reference)).toEqual({})
  })

  it('tells the second of two, and keeps what was typed', async () => {
    const reference = await openSampleCase(desk, who)
    const path = `/cases/${reference}/express`
    const version = versionIn(await clerk.get(path))
    await answer(other, reference, 'warrant.form', { answer: 'none' })
    const told = await clerk.post(path, { version, 'warrant.form': 'i-200' })
    expect(told.status).toBe(409)
    expect(told.page).toMatch(/value="i-200" selected/)
    expect(await stored(reference)).toEqual({ 'warrant.form': 'none' })
  })
})

describe('strangers', () => {
  it('find no question of a case that is not theirs, and no role that does not work on cases answers', async () => {
    const reference = await openSampleCase(desk, who)
    const path = `/cases/${reference}/questions/warrant.form`
    for (const role of ['records-officer', 'auditor', 'administrator'] as const) {
      const visitor = await desk.signedIn(await desk.addUser(role))
      await visitor.get('/')
      expect((await visitor.get(path)).status, role).toBe(403)
      expect((await visitor.post(path, { version: '1', answer: 'none' })).status, role).toBe(403)
    }
    expect((await clerk.get('/cases/ZZ-26-0001/questions')).status).toBe(404)
    expect((await clerk.get('/cases/../../etc/questions')).status).toBe(404)
    expect((await clerk.get("/cases/SJ-26-0001'--/questions")).status).toBe(400)
  })

  it('send anything, and never make it fail', async () => {
    const reference = await openSampleCase(desk, who)
    const addresses = [
      'warrant.form',
      'time:receipt',
      'time:release',
      'act:asked',
      'agency',
      'request.form',
      '__proto__',
    ]
    const field = fc.constantFrom('version', 'answer', 'typed', 'month', 'day', 'year', 'clock', 'toString')
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 250 }),
      fc.constantFrom('1', '?', 'none', 'never', '13'),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...addresses), fc.dictionary(field, text), async (address, fields) => {
        await clerk.get(`/cases/${reference}/express`)
        const one = await clerk.post(`/cases/${reference}/questions/${address}`, fields)
        expect(one.status).toBeLessThan(500)
        const all = await clerk.post(`/cases/${reference}/express`, { ...fields, [address]: fields['answer'] ?? '' })
        expect(all.status).toBeLessThan(500)
      }),
      { numRuns: 40 },
    )
  })
})
