/** What came in: begun once, saved from the first page on, and nothing typed is lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editionMisfit } from '../../src/intake/edition-fit.ts'
import { ways } from '../../src/intake/way.ts'
import { goodPassword, startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Visitor } from '../server/visitor.ts'
import { arrive, begin, goodArrival, openingOf, seenOf } from './received.ts'

let desk: TestDesk
let clerkName: string
let clerk: Visitor
beforeAll(async () => {
  desk = await startTestDesk()
  clerkName = await desk.addUser('clerk')
  clerk = await desk.signedIn(clerkName)
}, 60_000)
afterAll(async () => await desk?.end())

async function rows(text: string, values: unknown[] = []): Promise<readonly Record<string, unknown>[]> {
  return (await desk.superuser.query<Record<string, unknown>>(text, values)).rows
}

describe('the first page', () => {
  it('shows every paper as a picture of ours, and no picture says more than its words', async () => {
    const { status, page } = await clerk.get('/new')
    expect(status).toBe(200)
    const drawn = ways.filter(({ look }) => look !== null)
    expect(page.match(/<svg class="sheet-picture"[^>]*aria-hidden="true"/g)).toHaveLength(drawn.length)
    expect(page.match(/name="way" value="/g)).toHaveLength(ways.length)
    expect(Buffer.byteLength(page)).toBeLessThan(60_000)
    expect(page).not.toMatch(
      /<script(?! src="\/static\/[0-9a-f]{16}\.js" defer><\/script>)|<style|\sstyle=|https?:\/\//,
    )
  })

  it('begins a request that lists name by what was chosen, before its arrival is written down', async () => {
    const reference = (await begin(clerk, 'i-205')).split('/').at(-1) ?? ''
    const row = (page: string): string => page.split('<tr>').find((one) => one.includes(reference)) ?? ''
    expect(row((await clerk.get('/queue?show=all')).page)).toContain('A warrant or order with no detainer')
    expect(row((await clerk.get('/')).page)).toContain('A warrant or order with no detainer')
  })

  for (const { name, facts } of ways) {
    it(`opens a case with what the choice of ${name} says`, async () => {
      const path = await begin(clerk, name)
      const reference = path.split('/').at(-1)
      const answers = await rows(
        `select fact, value from desk.answers join desk.cases on id = case_id where reference = $1`,
        [reference],
      )
      expect(Object.fromEntries(answers.map(({ fact, value }) => [fact, value]))).toEqual(facts)
      expect(await clerk.get(`${path}/arrival`)).toMatchObject({ status: 200 })
    })
  }

  it('opens one case where its form is sent twice, also at once', async () => {
    const { page } = await clerk.get('/new')
    const form = { way: 'i-247a', opening: openingOf(page) }
    const before = await rows('select count(*)::integer as count from desk.cases')
    const answers = await Promise.all([clerk.post('/new', form), clerk.post('/new', form), clerk.post('/new', form)])
    const after = await rows('select count(*)::integer as count from desk.cases')
    expect(new Set(answers.map(({ headers }) => headers['location'])).size).toBe(1)
    expect(Number(after[0]?.['count']) - Number(before[0]?.['count'])).toBe(1)
  })

  it('leads back to what was begun and left empty, for whoever began it, until something is entered', async () => {
    const path = await begin(clerk, 'call')
    const way = `<a href="${path}/way">Go on with ${path.split('/').at(-1)}</a>`
    expect((await clerk.get('/new')).page).toContain(way)
    const other = await desk.signedIn(await desk.addUser('clerk'))
    expect((await other.get('/new')).page).not.toContain(way)
    await clerk.get(path)
    await arrive(clerk, path, { ...goodArrival, acts: 'disclose' })
    expect((await clerk.get('/new')).page).not.toContain(way)
  })

  it('takes what was said of a subpoena away where another one is chosen in its place', async () => {
    const path = await begin(clerk, 'i-138')
    const reference = path.split('/').at(-1)
    const answered = `select answer.fact from desk.answers as answer join desk.cases as c on c.id = answer.case_id
      where c.reference = $1 and answer.fact like 'subpoena.%' order by 1`
    await rows(
      `insert into desk.answers (agency_id, desk_id, case_id, fact, value, answered_by)
        select answer.agency_id, answer.desk_id, case_id, 'subpoena.enforced', '"yes"', answered_by
        from desk.answers as answer join desk.cases as c on c.id = answer.case_id where c.reference = $1 limit 1`,
      [reference],
    )
    expect(await rows(answered, [reference])).toEqual([{ fact: 'subpoena.enforced' }, { fact: 'subpoena.issuer' }])
    const { page } = await clerk.get(`${path}/way`)
    expect(await clerk.post(`${path}/way`, { way: 'court-subpoena', seen: seenOf(page) })).toMatchObject({
      status: 303,
    })
    expect(await rows(answered, [reference])).toEqual([])
  })

  it('is shown again where nothing was chosen', async () => {
    await clerk.get('/new')
    const answer = await clerk.post('/new', {})
    expect(answer).toMatchObject({ status: 422 })
    expect(answer.page).toMatch(/<title>Error: /)
  })

  it('is not for those who only look', async () => {
    const auditor = await desk.signedIn(await desk.addUser('auditor'))
    expect(await auditor.get('/new')).toMatchObject({ status: 403 })
  })
})

describe('when it came', () => {
  const faults: readonly { readonly name: string; readonly fields: Record<string, string>; readonly fault: RegExp }[] =
    [
      { name: 'no channel', fields: { channel: '' }, fault: /Choose how it came/ },
      { name: 'no day', fields: { 'received-day': '' }, fault: /Enter the day, the month and the year/ },
      { name: 'no time', fields: { clock: ' ' }, fault: /Enter the time/ },
      {
        name: 'a day that no calendar has',
        fields: { 'received-day': '31' },
        fault: /Enter a day that the calendar has/,
      },
      { name: 'letters', fields: { 'received-month': 'Nov' }, fault: /Enter a day that the calendar has/ },
      { name: 'a year too far', fields: { 'received-year': '1412' }, fault: /Enter a year from/ },
      { name: 'a time still to come', fields: { 'received-year': '2099' }, fault: /not still to come/ },
      { name: 'a time that no clock has', fields: { clock: '25:99' }, fault: /href="#clock">Enter a time such as/ },
      {
        name: 'a month that no calendar has',
        fields: { 'received-month': '13' },
        fault: /href="#received[^"]*">Enter a day/,
      },
      {
        name: 'a time that no clock showed',
        fields: { 'received-day': '9', 'received-month': '3', clock: '2:30 am' },
        fault: /jumped over this time/,
      },
      {
        name: 'a time that clocks showed twice',
        fields: { 'received-day': '2', clock: '1:30' },
        fault: /Add the offset: -05:00 or -06:00/,
      },
      {
        name: 'a number that stands on no receipt',
        fields: { 'paper-number': '41' },
        fault: /as it stands on the receipt/,
      },
      {
        name: 'an edition that is none',
        fields: { edition: 'from nowhere' },
        fault: /Enter the edition as month and year/,
      },
    ]
  for (const { name, fields, fault } of faults) {
    it(`refuses ${name}, and shows again what was typed`, async () => {
      const path = await begin(clerk, 'i-247a')
      const answer = await arrive(clerk, path, { ...goodArrival, ...fields })
      expect(answer.status).toBe(422)
      expect(answer.page).toMatch(fault)
      expect(answer.page).toContain('This page is not saved yet.')
      expect(answer.page).not.toContain('What you entered is saved.')
      const typed: Readonly<Record<string, string>> = { ...goodArrival, ...fields }
      for (const value of Object.values(typed)) if (value !== '') expect(answer.page).toContain(`value="${value}"`)
    })
  }

  it('has the number of its receipt where it was decided on paper, on the docket too, and no other request has it', async () => {
    const [path, other] = [await begin(clerk, 'i-247a'), await begin(clerk, 'i-247a')]
    const onPaper = { ...goodArrival, 'paper-number': ' sj-41' }
    expect(await arrive(clerk, path, onPaper)).toMatchObject({ status: 303 })
    expect((await clerk.get(path)).page).toContain('Decided on paper first: receipt SJ-0041.')
    expect((await clerk.get(`${path}?lang=es`)).page).toContain('Decidida antes en papel: recibo SJ-0041.')
    await clerk.get('/?lang=en')
    const again = await arrive(clerk, other, onPaper)
    expect(again.status).toBe(422)
    expect(again.page).toContain(`This number was entered with request ${path.split('/').at(-1)}`)
    expect(await arrive(clerk, path, onPaper)).toMatchObject({ status: 303 })
    expect(await arrive(clerk, other, { ...goodArrival, 'paper-number': 'SJ-0042' })).toMatchObject({ status: 303 })
  })

  it('says first what to do and to say where officers stand there, and nowhere else', async () => {
    const there = (await clerk.get(`${await begin(clerk, 'officer')}/arrival`)).page
    expect(there).toContain('“Please wait here. I will find out what I may do, and come back to you.”')
    expect(there).toContain('They went in anyway?')
    expect(there.indexOf('While they are here')).toBeLessThan(there.indexOf('Which day did it come?'))
    for (const way of ['call', 'i-247a', 'ao-93'])
      expect((await clerk.get(`${await begin(clerk, way)}/arrival`)).page, way).not.toContain('While they are here')
  })

  it('with an edition that the form never had is told at once, and on its answer, with the way back', async () => {
    const path = await begin(clerk, 'i-247a')
    await arrive(clerk, path, { ...goodArrival, edition: '12/12' })
    for (const page of ['person', 'answer']) {
      const shown = (await clerk.get(`${path}/${page}`)).page
      expect(shown, page).toContain('Edition 12/12 is none of Form I-247A: its first edition is of 3/17.')
      expect(shown, page).toContain(`<a href="${path}/way">Choose the form again</a>`)
    }
    const fitting = await begin(clerk, 'i-247-earlier')
    await arrive(clerk, fitting, { ...goodArrival, edition: '12/12' })
    expect((await clerk.get(`${fitting}/person`)).page).not.toContain('Edition 12/12')
    expect(editionMisfit('i-247n', '4/17', { year: 2026, month: 11 })).toEqual({ kind: 'late', last: '3/17' })
    expect(editionMisfit('i-200', '12/26', { year: 2026, month: 11 })).toEqual({ kind: 'to-come' })
    expect(editionMisfit('i-200', '9/97', { year: 2026, month: 11 })).toBeNull()
  })

  it('is kept with channel, edition, boxes and acts, by the clock of the place', async () => {
    const path = await begin(clerk, 'i-247a')
    const more = { edition: '03/2017', boxes: 'final-order', acts: 'notify-release' }
    const answer = await arrive(clerk, path, { ...goodArrival, ...more, clock: '2:30 pm', 'received-year': '25' })
    expect(answer).toMatchObject({ status: 303 })
    const reference = path.split('/').at(-1)
    const [kept] = await rows(
      `select form, edition, channel, received_at::text at time zone 'UTC' as at, box_one_items, acts from desk.requests
       join desk.cases on cases.id = case_id where reference = $1`.replace(`::text at time zone 'UTC'`, ''),
      [reference],
    )
    expect(kept).toMatchObject({
      form: 'i-247a',
      edition: '3/17',
      channel: 'fax',
      box_one_items: ['final-order'],
      acts: ['notify-release'],
    })
    expect(new Date(String(kept?.['at'])).toISOString()).toBe('2025-11-24T20:30:00.000Z')
    const again = await clerk.get(`${path}/arrival`)
    expect(again.page).toContain('received Monday, November 24, 2025 at 14:30 CST')
  })

  it('changes nothing where the page is saved unchanged', async () => {
    const path = await begin(clerk, 'i-247d')
    await arrive(clerk, path, { ...goodArrival, edition: '5/15', boxes: 'statements' })
    const read = async (): Promise<unknown> =>
      await rows('select r.* from desk.requests r join desk.cases c on c.id = r.case_id where reference = $1', [
        path.split('/').at(-1),
      ])
    const before = await read()
    const { page } = await clerk.get(`${path}/arrival`)
    await clerk.post(`${path}/arrival`, { ...fieldsOf(page) })
    expect(await read()).toEqual(before)
  })

  it('tells who comes with an old page that somebody was first, and keeps what was typed', async () => {
    const path = await begin(clerk, 'i-200')
    const { page } = await clerk.get(`${path}/arrival`)
    const seen = seenOf(page)
    const other = await desk.signedIn(await desk.addUser('clerk'))
    expect(await arrive(other, path)).toMatchObject({ status: 303 })
    await clerk.get(`${path}/arrival`)
    const late = await clerk.post(`${path}/arrival`, { ...goodArrival, acts: 'hold', clock: '03:33', seen })
    expect(late).toMatchObject({ status: 409 })
    expect(late.page).toMatch(/Somebody changed this request/)
    expect(late.page).toContain('value="03:33"')
    const [kept] = await rows(
      'select channel, received_at from desk.requests join desk.cases on cases.id = case_id where reference = $1',
      [path.split('/').at(-1)],
    )
    expect(new Date(String(kept?.['received_at'])).toISOString()).toBe('2025-11-24T20:30:00.000Z')
  })
})

describe('a session that ends while somebody types', () => {
  const end = async (visitor: Visitor): Promise<void> => {
    expect(visitor.cookies.has('desk-session')).toBe(true)
    await desk.superuser.query('update desk.sessions set revoked_at = now()')
  }

  it('loses nothing: the form comes back after signing in', async () => {
    const visitor = await desk.signedIn(clerkName)
    const path = await begin(visitor, 'i-247a')
    const { page } = await visitor.get(`${path}/arrival`)
    await end(visitor)
    const refused = await visitor.post(`${path}/arrival`, { ...goodArrival, clock: '23:59', seen: seenOf(page) })
    expect(refused).toMatchObject({ status: 401 })
    expect(refused.page).toMatch(/nothing of it is lost/)
    expect(refused.page).not.toContain('23:59')
    await desk.superuser.query('delete from desk.rate_limits')
    const wrong = await visitor.post('/sign-in', { name: clerkName, password: 'wrong', kept: keptOf(refused.page) })
    expect(wrong).toMatchObject({ status: 422 })
    const back = await visitor.post('/sign-in', { name: clerkName, password: goodPassword, kept: keptOf(wrong.page) })
    expect(back).toMatchObject({ status: 200 })
    const shown = await visitor.post(`${path}/arrival`, fieldsOf(back.page))
    expect(shown).toMatchObject({ status: 200 })
    expect(shown.page).toContain('value="23:59"')
    expect(await visitor.post(`${path}/arrival`, fieldsOf(shown.page))).toMatchObject({ status: 303 })
  })

  it('gives what was typed to nobody else who signs in there', async () => {
    const visitor = await desk.signedIn(clerkName)
    const path = await begin(visitor, 'i-247a')
    const { page } = await visitor.get(`${path}/person`)
    await end(visitor)
    const refused = await visitor.post(`${path}/person`, { name: 'Ada Example', seen: seenOf(page) })
    const other = await desk.addUser('clerk')
    await desk.superuser.query('delete from desk.rate_limits')
    const answer = await visitor.post('/sign-in', { name: other, password: goodPassword, kept: keptOf(refused.page) })
    expect(answer).toMatchObject({ status: 303 })
    expect(`${refused.page}${answer.page}`).not.toContain('Ada')
  })
})

function keptOf(page: string): string {
  return /name="kept" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

/** Reads what a form of a page would send. */
function fieldsOf(page: string): Record<string, string> {
  const main = page.slice(page.indexOf('<main'))
  const fields: Record<string, string> = {}
  for (const [tag] of main.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(tag)?.[1]
    const isChoice = /type="(?:radio|checkbox)"/.test(tag)
    if (name === undefined || (isChoice && !/ checked/.test(tag))) continue
    fields[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? ''
  }
  return fields
}
