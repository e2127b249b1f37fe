/** The papers of a case: what is demanded, made, printed with names for a reason, given, and proved. */
import { listDuties } from './law-duties.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { factsOf, paperKindNames } from '../../src/notice/paper-kind.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Visitor } from '../server/visitor.ts'
import { readPdf } from './read-pdf.ts'
import { makeCase, type SampleCase } from './sample-case.ts'

let desk: TestDesk
let name: string
let clerk: Visitor
beforeAll(async () => {
  desk = await startTestDesk()
  name = await desk.addUser('clerk')
  clerk = await desk.signedIn(name)
})
afterAll(async () => await desk?.end())

const same = 'us/ca/truth-act section 7283.1(b)-notice'
const consent = 'us/ca/truth-act section 7283.1(a)'

async function make(
  visitor: Visitor,
  { reference }: SampleCase,
  kind: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const path = `/cases/${reference}/notices/new/${kind}`
  await visitor.get(path)
  const answer = await visitor.post(path, fields)
  expect(answer.status, answer.page).toBe(303)
  const at = String(answer.headers['location'])
  await visitor.get(at)
  return at
}

const inHand = { channel: 'in-hand', signature: 'signed', offered: 'vi', interpreter: 'no' }

async function dutiesOf({ id }: SampleCase): Promise<readonly { rule: string; state: string; proof: unknown }[]> {
  return (await desk.superuser.query(`select rule, state, proof from desk.duties where case_id = $1`, [id])).rows
}

describe('the papers that the law demands', () => {
  it('name duties that the law has', async () => {
    const known = await listDuties()
    const named = paperKindNames.flatMap((kind) => factsOf(kind).demandedBy)
    expect(named.filter((duty) => !known.has(duty))).toEqual([])
    expect(new Set(named).size).toBe(named.length)
  })

  it('stand first, with their law, who still gets one, and by when', async () => {
    const made = await makeCase(desk, name, { duties: [same, consent] })
    const { page, status } = await clerk.get(`/cases/${made.reference}/notices`)
    expect(status).toBe(200)
    expect(page).toContain('<h1>3 papers to give.</h1>')
    expect(page).toContain('Springfield Mun. Code §\u00A012.40(b)')
    expect(page).toContain('Still to give: the person and the attorney or whom the person named.')
    expect(page).toContain('The law names these languages: English, Spanish and Chinese.')
    expect(page).toContain('Family, employers and the press get none')
    const { page: answer } = await clerk.get(`/cases/${made.reference}/answer`)
    for (const said of ['3 papers to give.', 'Still to give: the person and the attorney', 'Who gets no paper'])
      expect(answer).toContain(said)
    expect((await clerk.get(`/cases/${made.reference}/notices`, { 'accept-language': 'es' })).page).not.toContain('{')
  })
})

describe('a paper that was made', () => {
  const rowOf = (page: string, name: RegExp): string =>
    page.split('<tr>').find((row) => name.test(row) && row.includes('small')) ?? ''

  it('is offered to be opened, and another one to be made, until it is given and after', async () => {
    const made = await makeCase(desk, name)
    const papers = `/cases/${made.reference}/notices`
    const before = rowOf((await clerk.get(papers)).page, /Copy of the request/)
    expect(before).toContain('Make this paper')
    const at = await make(clerk, made, 'request-copy', { language: 'es' })
    for (const path of [papers, `/cases/${made.reference}/answer`]) {
      const row = rowOf((await clerk.get(path)).page, /Copy of the request/)
      expect(row).toMatch(/Made \w+, [^<]+ in Spanish, and not given yet\./)
      expect(row).toContain(`href="${at}">Open this paper`)
      expect(row).toContain('Make another paper')
      expect(row).not.toContain('Make this paper')
    }
    expect((await clerk.get(`/cases/${made.reference}`)).page).toContain(`href="${at}">Open the paper that was made`)
    await clerk.get(at)
    await clerk.post(`${at}/given`, inHand)
    const half = rowOf((await clerk.get(papers)).page, /Copy of the request/)
    expect(half).toContain('Still to give: the person, in English.')
    const english = await make(clerk, made, 'request-copy', { language: 'en' })
    await clerk.post(`${english}/given`, inHand)
    const after = rowOf((await clerk.get(papers)).page, /Copy of the request/)
    const answer = (await clerk.get(`/cases/${made.reference}/answer`)).page
    expect(answer).toMatch(
      /<li class="done"><p class="when">.* Done<small>[^<]+<\/small><\/p><div><h3>Give the person a copy/,
    )
    expect(after).toMatch(/Given\. Made \w+, [^<]+ in English\./)
    expect(after).toContain(`href="${english}">Open this paper`)
  })

  it('says where it is in none of the languages that the law names', async () => {
    const made = await makeCase(desk, name)
    const note = 'The law names these languages: English and Spanish. This paper is in Vietnamese.'
    for (const [language, isOther] of [
      ['vi', true],
      ['es', false],
    ] as const) {
      const { page } = await clerk.get(await make(clerk, made, 'request-copy', { language }))
      expect(page.includes(note), language).toBe(isOther)
    }
  })

  it('is not offered where it was made before what was decided last', async () => {
    const made = await makeCase(desk, name)
    await make(clerk, made, 'request-copy', { language: 'es' })
    await desk.superuser.query(`update desk.notices set made_at = made_at - interval '3 hours' where case_id = $1`, [
      made.id,
    ])
    const row = rowOf((await clerk.get(`/cases/${made.reference}/notices`)).page, /Copy of the request/)
    expect(row).toContain('before what was decided last: make another one.')
    expect(row).toContain('Make another paper')
    expect(row).not.toContain('Open this paper')
  })
})

describe('a duty in two languages', () => {
  const openOf = async (made: SampleCase): Promise<string> => {
    const { rows } = await desk.superuser.query(
      `select id from desk.duties where case_id = $1 and state = 'open' and rule like '%12.40(b)'`,
      [made.id],
    )
    return String(rows[0]?.id ?? 'none')
  }

  it('stays open for the language that is missing, and every page says which', async () => {
    const made = await makeCase(desk, name)
    const at = await make(clerk, made, 'request-copy', { language: 'es' })
    expect((await clerk.get(at)).page).toContain('The law wants it in English too')
    const given = await clerk.post(`${at}/given`, inHand)
    const words = 'Still to be done in English: the law wants it in each of its languages.'
    expect((await clerk.follow(given)).page).toContain(words)
    const id = await openOf(made)
    for (const path of [`/cases/${made.reference}`, '/duties', `/duties/${id}`, '/hand-over'])
      expect((await clerk.get(`${path}?lang=en`)).page, path).toContain(words)
    expect((await clerk.get(`/duties/${id}?lang=es`)).page).toContain(
      'Falta hacerlo en inglés: la ley lo pide en cada uno de sus idiomas.',
    )
    await clerk.get('/?lang=en')
    const english = await make(clerk, made, 'request-copy', { language: 'en' })
    expect((await clerk.get(english)).page).not.toContain('The law wants it in')
    await clerk.post(`${english}/given`, inHand)
    expect(await openOf(made)).toBe('none')
  })

  it('is recorded as done by hand only with a reason, which stays on record', async () => {
    const made = await makeCase(desk, name)
    const id = await openOf(made)
    await clerk.get(`/duties/${id}`)
    const passed = { how: 'given-in-person', month: '11', day: '28', year: '2026', time: '10:30' }
    const without = await clerk.post(`/duties/${id}`, passed)
    expect(without.status).toBe(422)
    expect(without.page).toContain('Still to be done in English and Spanish')
    expect(without.page).toContain('Why is it done, although a language is missing?')
    expect((await clerk.post(`/duties/${id}`, { ...passed, why: 'because' })).status).toBe(422)
    expect((await clerk.post(`/duties/${id}`, { ...passed, why: 'interpreted' })).status).toBe(303)
    const { page } = await clerk.get(`/duties/${id}?lang=en`)
    expect(page).toContain(
      'Not in English and Spanish. The reason on record: An interpreter read it to the person in that language.',
    )
  })
})

describe('a copy of the request', () => {
  it('says what the agency does with each act, cites the rule, and is discharged with proof', async () => {
    const made = await makeCase(desk, name)
    const at = await make(clerk, made, 'request-copy', { language: 'en' })
    const printed = await clerk.post(`${at}/print`, { format: 'text' })
    expect(printed.page).toContain('It will not keep you here')
    expect(printed.page.replaceAll(/\s+/g, ' ')).toContain('Springfield Mun. Code § 12.30(a)')
    expect(printed.page).toContain('Name: Alex <Example> #1')
    await clerk.get(at)
    const given = await clerk.post(`${at}/given`, { ...inHand, why: 'offered-each' })
    const { page: onRecord } = await clerk.follow(given)
    expect(onRecord).toContain('It is on record. It cannot be changed.')
    expect(onRecord).toContain('<th scope="row">Language that was offered</th><td>Vietnamese</td>')
    expect(onRecord).toContain('<th scope="row">Language that was given</th><td>English</td>')
    expect(onRecord).toMatch(
      /<th scope="row">Signature<\/th><td>Signed, [^<]+\d<\/td>|<td>Signed, [^<]*\d:\d\d[^<]*<\/td>/,
    )
    const duties = await dutiesOf(made)
    const mine = duties.find(({ rule }) => rule.endsWith('12.40(b)'))
    expect(mine).toMatchObject({
      state: 'discharged',
      proof: {
        how: 'given-in-person',
        notices: [{ recipient: 'person', channel: 'in-hand', language: 'en' }],
        languages: { missing: ['es'], why: 'offered-each' },
      },
    })
    expect((await clerk.get(`/cases/${made.reference}?lang=en`)).page).toContain(
      'Not in Spanish. The reason on record: It was offered in each, and the person chose.',
    )
    expect((await clerk.get(`/cases/${made.reference}/notices`)).page).toContain(
      'Every paper that the law demands was given.',
    )
    await clerk.get(at)
    expect((await clerk.follow(await clerk.post(`${at}/given`, { ...inHand, channel: 'fax' }))).page).toContain(
      'It was on record already',
    )
    const { rows } = await desk.superuser.query(`select channel from desk.notices where case_id = $1`, [made.id])
    expect(rows).toEqual([{ channel: 'in-hand' }])
  })

  it('says what was recorded against the law, and does not cite the law for it', async () => {
    const made = await makeCase(desk, name, { choice: 'do' })
    const at = await make(clerk, made, 'request-copy', { language: 'en' })
    const { page } = await clerk.post(`${at}/print`, { format: 'text' })
    expect(page).toContain('It will keep you here')
    expect(page).not.toContain('12.30(a)')
  })
})

describe('printing', () => {
  it('opens the vault for a reason that is on record, in every format', async () => {
    const made = await makeCase(desk, name)
    const at = await make(clerk, made, 'request-copy', { language: 'es' })
    const openings = async (): Promise<readonly { reason: string }[]> =>
      (await desk.superuser.query(`select reason from desk.vault_openings where case_id = $1`, [made.id])).rows
    expect((await clerk.get(`${at}/preview`)).page).not.toContain('Alex')
    expect(await openings()).toEqual([])
    const html = await clerk.post(`${at}/print`, { format: 'html' })
    expect(html.page).toContain('Alex &lt;Example&gt; #1')
    expect(html.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/)
    expect(String(html.headers['content-disposition'])).toBe(
      `inline; filename="${made.reference}-request-copy-es.html"`,
    )
    await clerk.get(at)
    const pdf = await desk.app.inject({
      method: 'POST',
      url: `${at}/print`,
      payload: new URLSearchParams({ 'form-word': clerk.word, format: 'pdf' }).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        host: 'localhost:8470',
        cookie: [...clerk.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
      },
    })
    expect((await readPdf(pdf.rawPayload)).text).toContain('Nombre: Alex <Example> #1')
    expect(await openings()).toEqual([{ reason: 'print-notice' }, { reason: 'print-notice' }])
  })

  it('writes nobody into the row, the log or the pages of the desk', async () => {
    const made = await makeCase(desk, name)
    const at = await make(clerk, made, 'request-copy', { language: 'en' })
    await clerk.post(`${at}/print`, { format: 'html' })
    const { rows } = await desk.superuser.query(`select document::text from desk.notices where case_id = $1`, [made.id])
    const pages = [(await clerk.get(at)).page, (await clerk.get(`/cases/${made.reference}/notices`)).page]
    for (const text of [JSON.stringify(rows), ...pages, desk.lines.join()])
      expect(text).not.toMatch(/Alex|B-2026-0042|Sample/)
  })

  it('says where no PDF can be made, and not why in the words of the name', async () => {
    const made = await makeCase(desk, name, { identity: { name: 'نام' } })
    const at = await make(clerk, made, 'request-copy', { language: 'en' })
    const { status, page } = await clerk.post(`${at}/print`, { format: 'pdf' })
    expect(status).toBe(422)
    expect(page).toContain('No PDF can be made of this paper')
    expect(page).not.toContain('نام')
    await clerk.get(at)
    expect((await clerk.post(`${at}/print`, { format: 'html' })).page).toContain('نام')
  })

  it('leaves a line to write on where the vault has been emptied, and says so', async () => {
    const made = await makeCase(desk, name, { identity: { name: 'Ada Example' } })
    const at = await make(clerk, made, 'request-copy', { language: 'en' })
    // The key of the case in the log, which is destroyed with what the vault holds.
    await desk.superuser.query(
      `insert into desk.case_keys (case_id, agency_id, desk_id, key)
       select id, agency_id, desk_id, decode(repeat('07', 32), 'hex') from desk.cases where id = $1`,
      [made.id],
    )
    await desk.superuser.query(
      `update desk.vault set sealed = null, wrapped_key = null, master_key_id = null, destroyed_at = now() where case_id = $1`,
      [made.id],
    )
    const { page } = await clerk.get(at)
    expect(page).toContain('Who the person was is destroyed')
    expect(page).not.toContain('Printing opens who the person is')
    expect((await clerk.post(`${at}/print`, { format: 'text' })).page).toContain('Name: ____')
  })
})

describe('when a paper was given', () => {
  it('is three boxes and a time, a year of two digits too, and says what is wrong with them', async () => {
    const made = await makeCase(desk, name)
    const at = await make(clerk, made, 'request-copy', { language: 'en' })
    const { rows } = await desk.superuser.query(
      `select to_char(received_at at time zone 'America/Chicago', 'FMMM FMDD YY HH24:MI') as came,
        to_char((received_at - interval '1 day') at time zone 'America/Chicago', 'FMMM FMDD YY HH24:MI') as before
       from desk.requests where case_id = $1`,
      [made.id],
    )
    const boxes = (text: unknown): Record<string, string> => {
      const [month = '', day = '', year = '', time = ''] = String(text).split(' ')
      return { month, day, year, time }
    }
    const give = async (typed: Record<string, string>): Promise<string> => {
      await clerk.get(at)
      return (await clerk.post(`${at}/given`, { ...inHand, ...typed })).page
    }
    expect(await give({ month: '11' })).toContain('href="#month">Enter month, day, year and time')
    expect(await give({ month: '13', day: '1', year: '26', time: '6 pm' })).toContain('href="#month"')
    expect(await give({ ...boxes(rows[0]?.came), year: '2099' })).toContain('Enter a time that has passed')
    const early = await give(boxes(rows[0]?.before))
    expect(early).toContain('Enter a time that is not before the request came: ')
    for (const value of Object.values(boxes(rows[0]?.before))) expect(early).toContain(`value="${value}"`)
    await clerk.get(at)
    const given = await clerk.post(`${at}/given`, { ...inHand, ...boxes(rows[0]?.came), time: '11:59 pm' })
    expect(given.status).toBe(303)
  })
})

describe('the same notice', () => {
  it('is proved only when the person and one other have it', async () => {
    const made = await makeCase(desk, name, { duties: [same] })
    const times = {
      ...{ 'told-month': '5', 'told-day': '1', 'told-year': '2026', 'told-time': '16:00' },
      ...{ 'release-month': '5', 'release-day': '2', 'release-year': '26', 'release-time': '8:00 am', language: 'en' },
    }
    const stateNow = async (): Promise<string | undefined> =>
      (await dutiesOf(made)).find(({ rule }) => rule === same)?.state
    const toPerson = await make(clerk, made, 'same-notice', { ...times, recipient: 'person' })
    await clerk.post(`${toPerson}/given`, inHand)
    expect(await stateNow()).toBe('open')
    const toOther = await make(clerk, made, 'same-notice', { ...times, recipient: 'designee' })
    const { page } = await clerk.post(`${toOther}/print`, { format: 'text' })
    expect(page).toContain('To: Robin Sample')
    expect(page.replaceAll(/\s+/g, ' ')).toContain('goes free on May 2, 2026, 8:00 AM CDT')
    await clerk.get(toOther)
    await clerk.post(`${toOther}/given`, { channel: 'post' })
    expect(await stateNow()).toBe('discharged')
    const { rows } = await desk.superuser.query(`select reason from desk.vault_openings where case_id = $1`, [made.id])
    expect(rows).toEqual([{ reason: 'serve-notice' }])
  })

  it('is no good practice where the date must not be told, unless it was told', async () => {
    const offered = async (reference: string): Promise<boolean> =>
      (await clerk.get(`/cases/${reference}/notices`)).page.includes('/notices/new/same-notice')
    const facts = { 'release.public': 'no' }
    expect(await offered((await makeCase(desk, name, { facts })).reference)).toBe(false)
    const told = await makeCase(desk, name, { facts, choice: 'do' })
    expect(await offered(told.reference)).toBe(true)
  })

  it('wants both times', async () => {
    const made = await makeCase(desk, name, { duties: [same] })
    const path = `/cases/${made.reference}/notices/new/same-notice`
    await clerk.get(path)
    const typed = { recipient: 'person', language: 'en', 'told-month': '5', 'told-time': 'noon' }
    const { status, page } = await clerk.post(path, typed)
    expect(status).toBe(422)
    expect(page).toContain('href="#told-month"')
    expect(page).toContain('href="#release-month"')
    expect(page).toContain('value="noon"')
  })
})

describe('the form before an interview', () => {
  it('records what the person chose, and silence is no', async () => {
    const made = await makeCase(desk, name, { duties: [consent] })
    const at = await make(clerk, made, 'interview-consent', { language: 'zh' })
    const { page } = await clerk.get(at)
    expect(page).toContain('Draft language. Nobody has approved the Chinese of this paper')
    expect((await clerk.get(`${at}/preview`)).page).toContain(
      '<span class="beside" lang="en">You may say no to this interview</span>',
    )
    await clerk.get(at)
    expect((await clerk.post(`${at}/given`, inHand)).page).toContain('href="#choice"')
    for (const offered of ['', 'xx'])
      expect((await clerk.post(`${at}/given`, { ...inHand, choice: 'none', offered })).page).toContain(
        'href="#offered"',
      )
    const given = await clerk.post(`${at}/given`, { ...inHand, choice: 'none', signature: 'refused' })
    expect((await clerk.follow(given)).page).toContain('Nothing: that means no')
    expect((await dutiesOf(made)).find(({ rule }) => rule === consent)?.state).toBe('discharged')
  })
})

describe('the answer to the agency', () => {
  it('names nobody, opens nothing, and is in languages that are whole', async () => {
    const made = await makeCase(desk, name)
    expect((await clerk.get(`/cases/${made.reference}/notices/new/agency-reply`)).page).not.toContain('value="zh"')
    const at = await make(clerk, made, 'agency-reply', { language: 'en' })
    const { page } = await clerk.post(`${at}/print`, { format: 'text' })
    expect(page).toContain('We received your request (I-247A) on May 1, 2026, 2:30 PM CDT.')
    expect(page).toContain('Our answer: It will not be done.')
    expect(page).not.toMatch(/Alex|Booking/)
    const { rows } = await desk.superuser.query(`select 1 from desk.vault_openings where case_id = $1`, [made.id])
    expect(rows).toEqual([])
  })
})

describe('a receipt', () => {
  it('names the entry and the address of the proof', async () => {
    const made = await makeCase(desk, name)
    const at = await make(clerk, made, 'receipt', { language: 'en' })
    const { page } = await clerk.get(`${at}/preview`)
    expect(page).toContain('<dd>42</dd>')
    expect(page).toMatch(/http:\/\/localhost:8470\/receipts\/[0-9a-f-]{36}/)
    expect(page).toContain('aria-label="Code that opens the address of your proof"')
  })
})

describe('reach', () => {
  it('is of the desk: to other agencies the case is not there, and others see without printing', async () => {
    const made = await makeCase(desk, name)
    const at = await make(clerk, made, 'request-copy', { language: 'en' })
    const auditor = await desk.signedIn(await desk.addUser('auditor'))
    const seen = await auditor.get(at)
    expect(seen.status).toBe(200)
    expect(seen.page).not.toContain('name="format"')
    expect((await auditor.post(`${at}/print`, { format: 'html' })).status).toBe(403)
    expect((await auditor.post(`${at}/given`, inHand)).status).toBe(403)
    const administrator = await desk.administrator()
    expect((await administrator.get(at)).status).toBe(404)
    expect((await clerk.get(`/cases/SJ-26-9999/notices`)).status).toBe(404)
    expect((await clerk.get(`/cases/${made.reference}/notices/new/other`)).status).toBe(404)
  })

  it('answers whatever is sent with a page', async () => {
    const made = await makeCase(desk, name, { duties: [same, consent] })
    const at = await make(clerk, made, 'request-copy', { language: 'en' })
    const paths = [
      `${at}/given`,
      `${at}/print`,
      ...paperKindNames.map((kind) => `/cases/${made.reference}/notices/new/${kind}`),
    ]
    const key = fc.constantFrom(
      'recipient',
      'language',
      'told-day',
      'release-time',
      'at',
      'channel',
      'signature',
      'choice',
      'format',
      '__proto__',
    )
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('en', 'person', 'in-hand', '5', '26', '16:00'),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.dictionary(key, value), async (path, fields) => {
        expect([200, 303, 400, 422]).toContain((await clerk.post(path, fields)).status)
      }),
      { numRuns: 60 },
    )
  })
})
