/** Closing a request: two people, a reason from a list, an entry of the log for each step, and nothing that vanishes. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closingOf, closingReasons } from '../../src/closing/reason.ts'
import { transaction, type Who } from '../../src/database/transaction.ts'
import { startPublisher, type Publisher } from '../../src/record/publish.ts'
import { openSampleCase, whoOf } from '../case/sample-case.ts'
import { arrive, begin, goodArrival } from '../intake/received.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Answer, Visitor } from '../server/visitor.ts'

const folder = mkdtempSync(join(tmpdir(), 'log-'))
let desk: TestDesk
let publisher: Publisher
let clerk: Visitor
let supervisor: Visitor
let counsel: Visitor
let auditor: Visitor
let who: Who
let second: Who
beforeAll(async () => {
  desk = await startTestDesk()
  publisher = startPublisher({ owner: desk.owner, keys: join(folder, 'keys'), log: () => undefined })
  const [name, other] = [await desk.addUser('clerk'), await desk.addUser('supervisor')]
  clerk = await desk.signedIn(name)
  supervisor = await desk.signedIn(other)
  counsel = await desk.signedIn(await desk.addUser('counsel'))
  auditor = await desk.signedIn(await desk.addUser('auditor'))
  who = await whoOf(desk, name, 'clerk')
  second = await whoOf(desk, other, 'supervisor')
})
afterAll(async () => {
  await publisher?.stop()
  await desk?.end()
  rmSync(folder, { recursive: true, force: true })
})

const answers = { 'warrant.form': 'none', 'release.public': 'no', 'person.in-custody': 'yes' }
const newCase = async (): Promise<string> => await openSampleCase(desk, who, { acts: ['hold'], answers })

async function step(visitor: Visitor, reference: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
  const { page } = await visitor.get(`/cases/${reference}/closing?lang=en`)
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
  return await visitor.post(`/cases/${reference}/closing`, { version, ...fields })
}

async function close(reference: string, reason: string, twin = ''): Promise<void> {
  expect((await step(clerk, reference, { step: 'proposed', reason, twin })).status).toBe(303)
  const confirmed = await step(supervisor, reference, { step: 'confirmed' })
  expect(confirmed.status, confirmed.page).toBe(303)
}

async function decide(reference: string): Promise<void> {
  const { page } = await clerk.get(`/cases/${reference}/answer`)
  const decided = await clerk.post(`/cases/${reference}/decisions`, {
    version: /name="version" value="(\d+)"/.exec(page)?.[1] ?? '',
    seen: /name="seen" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '',
    'choice.hold': 'do-not',
  })
  expect(decided.status).toBe(303)
}

const one = async (text: string, values: unknown[] = []): Promise<unknown> =>
  Object.values((await desk.superuser.query(text, values)).rows[0] ?? {})[0]
const openDuties = async (reference: string): Promise<unknown> =>
  await one(
    `select count(*)::int from desk.duties where state = 'open' and case_id = (select id from desk.cases where reference = $1)`,
    [reference],
  )
const draftStep = async (reference: string): Promise<unknown> =>
  await one(`select step from desk.drafts where case_id = (select id from desk.cases where reference = $1)`, [
    reference,
  ])

describe('closing a request', () => {
  it('is proposed by one person and confirmed by another, is found, and is proved by the log', async () => {
    const reference = await newCase()
    expect((await clerk.get(`/cases/${reference}?lang=en`)).page).toContain('>Close this request</a>')
    expect((await step(clerk, reference, { step: 'proposed', reason: 'test', twin: '' })).status).toBe(303)
    const docket = (await clerk.get(`/cases/${reference}?lang=en`)).page
    expect(docket).toContain('Closing proposed: it was a test. It waits for a supervisor or counsel.')
    // It waits for a second person, and for the clerk no more.
    expect((await clerk.get('/queue?lang=en')).page).not.toContain(reference)
    const waiting = (await supervisor.get('/queue?lang=en')).page
    expect(waiting).toContain(reference)
    expect(waiting).toContain('Its closing waits for a second person')
    const home = (await supervisor.get('/?lang=en')).page
    expect(home).toContain(`href="/cases/${reference}/closing"`)
    expect(home).toMatch(/<h1>[^<]*1 closing waits for your confirmation\./)
    expect((await supervisor.get('/queue?show=closed&lang=en')).page).not.toContain(reference)
    expect((await step(supervisor, reference, { step: 'confirmed' })).status).toBe(303)
    const closed = (await clerk.get(`/cases/${reference}?lang=en`)).page
    expect(closed).toContain('Closed: it was a test.')
    expect(closed).toContain('See what follows, or reopen it')
    for (const visitor of [clerk, supervisor, auditor])
      expect((await visitor.get('/queue?show=closed&lang=en')).page).toContain(reference)
    for (const show of ['waiting', 'overdue', 'decided'])
      expect((await supervisor.get(`/queue?show=${show}`)).page, show).not.toContain(reference)
    expect((await supervisor.get('/queue?show=all&lang=es')).page).toContain('>Cerrada<')
    expect((await supervisor.get('/?lang=en')).page).not.toContain(reference)
    await publisher.publish()
    const { page } = await auditor.get(`/cases/${reference}/record?lang=en`)
    expect(page).toContain('<h1>Every entry is proved.</h1>')
    expect(page).toContain('Closing proposed: it was a test')
    expect(page.split('Proved: number').length - 1).toBe(3)
    expect((await auditor.get(`/cases/${reference}/record?lang=es`)).page).toContain('Cerrada: era una prueba')
    expect((await auditor.get('/audit/record?lang=en')).page).toContain('Nothing was altered, deleted or put in.')
    const file = (await auditor.get('/audit/record.csv?lang=en')).page
    expect(file).toContain('Closing of a request')
    expect(file).toContain('Closed: it was a test')
  })

  it('leaves nothing in public but that there was a step', async () => {
    const log = await one(
      `select string_agg(convert_from(entry, 'UTF8'), '') from ledger_${who.agency.replaceAll('-', '')}.sequenced`,
    )
    expect(log).toContain('closing-recorded')
    for (const told of ['"test"', 'proposed', who.user]) expect(log).not.toContain(told)
  })

  it('is caught where SQL alters or deletes a step', async () => {
    const reference = await newCase()
    await close(reference, 'test')
    await publisher.publish()
    const ofCase = `case_id = (select id from desk.cases where reference = '${reference}')`
    for (const [change, back] of [
      [`reason = 'sent-elsewhere'`, `reason = 'test'`],
      [`recorded_at = recorded_at - interval '1 day'`, `recorded_at = recorded_at + interval '1 day'`],
      [`resumes = 'papers'`, `resumes = 'questions'`],
    ]) {
      await desk.superuser.query(`update desk.case_closings set ${change} where ${ofCase} and step = 'confirmed'`)
      const { page } = await auditor.get(`/cases/${reference}/record?lang=en`)
      expect(page, change).toContain('<h1>1 entry was altered after it was recorded.</h1>')
      await desk.superuser.query(`update desk.case_closings set ${back} where ${ofCase} and step = 'confirmed'`)
    }
    await desk.superuser.query(`delete from desk.case_closings where ${ofCase} and step = 'confirmed'`)
    expect((await auditor.get(`/cases/${reference}?lang=en`)).page).toContain('DELETED: 1 entry of this request')
    expect((await auditor.get('/audit/record?lang=en')).page).toContain('DELETED: the log has it, and no row does')
    await desk.superuser.query(`delete from desk.case_entries where kind = 'closing' and ${ofCase}`)
  })

  it('is not confirmed by whoever proposed it, nor by a clerk, and is recorded once however often it is sent', async () => {
    const reference = await newCase()
    expect((await step(supervisor, reference, { step: 'proposed', reason: 'test', twin: '' })).status).toBe(303)
    expect((await supervisor.get(`/cases/${reference}/closing?lang=en`)).page).toContain('You proposed it')
    expect((await step(supervisor, reference, { step: 'confirmed' })).status).toBe(403)
    expect((await step(clerk, reference, { step: 'confirmed' })).status).toBe(403)
    const { page } = await counsel.get(`/cases/${reference}/closing`)
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
    const sent = { version, step: 'confirmed' }
    expect((await counsel.post(`/cases/${reference}/closing`, sent)).status).toBe(303)
    expect((await counsel.post(`/cases/${reference}/closing`, sent)).status).toBe(303)
    const steps = `select count(*)::int from desk.case_closings where case_id = (select id from desk.cases where reference = $1)`
    expect(await one(steps, [reference])).toBe(2)
  })

  it('asks for what is missing, in both languages, and keeps what was typed', async () => {
    const reference = await newCase()
    const none = await step(clerk, reference, { step: 'proposed', twin: 'SJ-26-0001' })
    expect(none.status).toBe(422)
    expect(none.page).toContain('Choose why it is closed')
    expect(none.page).toContain('value="SJ-26-0001"')
    const fault = async (reason: string, twin: string): Promise<string> => {
      const { status, page } = await step(clerk, reference, { step: 'proposed', reason, twin })
      expect(status).toBe(422)
      return page
    }
    expect(await fault('opened-twice', '')).toContain('Enter the reference of the other request')
    expect(await fault('opened-twice', reference.toLowerCase())).toContain('That is this request')
    expect(await fault('opened-twice', 'SJ-26-9999')).toContain('There is no such request at your desk')
    expect(await fault('test', 'SJ-26-0001')).toContain('Leave the other request empty')
    const spanish = await clerk.get(`/cases/${reference}/closing?lang=es`)
    expect(spanish.page).toContain('<h1>Cerrar esta solicitud</h1>')
    await clerk.get('/?lang=en')
  })

  it('lets nothing be entered, answered or decided, and says how it goes on', async () => {
    const reference = await newCase()
    const { page } = await clerk.get(`/cases/${reference}/answer`)
    await close(reference, 'wrong-person')
    for (const path of ['arrival', 'person', 'papers', 'evidence', 'express', 'questions/person.in-custody']) {
      const refused = await clerk.get(`/cases/${reference}/${path}?lang=en`)
      expect(refused.status, path).toBe(409)
      expect(refused.page, path).toContain('This request is closed, or somebody proposed to close it')
      expect(refused.page, path).toContain(`href="/cases/${reference}"`)
    }
    await clerk.get(`/cases/${reference}/closing`)
    const decided = await clerk.post(`/cases/${reference}/decisions`, {
      version: /name="version" value="(\d+)"/.exec(page)?.[1] ?? '',
      seen: /name="seen" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '',
    })
    expect(decided.status).toBe(409)
    const happened = { year: '2026', month: '11', day: '25', time: '09:00' }
    expect((await clerk.post(`/cases/${reference}/outcome`, { kind: 'released', ...happened })).status).toBe(409)
    const answer = (await clerk.get(`/cases/${reference}/answer?lang=en`)).page
    expect(answer).toContain('Closed: it was opened on the wrong person')
    expect(answer).not.toContain('name="seen"')
  })

  it('ends the duties of what was no request, and leaves those of one that was taken back', async () => {
    const [mistake, taken] = [await newCase(), await newCase()]
    for (const reference of [mistake, taken]) await decide(reference)
    const owed = await openDuties(taken)
    expect(owed).toBeGreaterThan(0)
    await close(mistake, 'wrong-person')
    await close(taken, 'request-withdrawn')
    expect(await openDuties(mistake)).toBe(0)
    expect(await openDuties(taken)).toBe(owed)
    const docket = (await clerk.get(`/cases/${taken}?lang=en`)).page
    expect(docket).toContain('Closed: the agency that asked took it back. Still owed: ')
    expect((await clerk.get(`/cases/${taken}/closing?lang=en`)).page).toContain('Its duties go on, because the law')
    expect((await clerk.get(`/cases/${mistake}/closing?lang=en`)).page).toContain('Its duties end with it')
    // What was ended so is not taken for deleted.
    expect((await auditor.get(`/cases/${mistake}?lang=en`)).page).not.toContain('DELETED')
    // What the law still demands can be recorded.
    const happened = { event: 'arrest', year: '2026', month: '11', day: '25', time: '09:00' }
    expect((await clerk.post(`/cases/${taken}/times`, happened)).status).toBe(303)
  })

  it('is undone: the request goes on where it was left, with its duties', async () => {
    const reference = await newCase()
    await decide(reference)
    const [owed, at] = [await openDuties(reference), await draftStep(reference)]
    await close(reference, 'test')
    expect(await draftStep(reference)).toBe('closed')
    const without = await step(clerk, reference, { step: 'reopened' })
    expect(without.status).toBe(422)
    expect((await step(clerk, reference, { step: 'reopened', reason: 'request-stands' })).status).toBe(303)
    expect(await draftStep(reference)).toBe(at)
    expect(await openDuties(reference)).toBe(owed)
    expect(await one('select closed_at from desk.cases where reference = $1', [reference])).toBeNull()
    const docket = (await clerk.get(`/cases/${reference}?lang=en`)).page
    expect(docket).toContain('Reopened: the request stands: somebody does ask')
    expect(docket).toContain('>Close this request</a>')
    // And it can be kept open where a second person does not agree.
    expect((await step(clerk, reference, { step: 'proposed', reason: 'test', twin: '' })).status).toBe(303)
    expect((await step(supervisor, reference, { step: 'kept-open' })).status).toBe(303)
    expect(await draftStep(reference)).toBe(at)
    await publisher.publish()
    expect((await auditor.get(`/cases/${reference}/record?lang=en`)).page).toContain('<h1>Every entry is proved.</h1>')
  })

  it('tells whoever comes second', async () => {
    const reference = await newCase()
    const { page } = await clerk.get(`/cases/${reference}/closing`)
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
    await step(supervisor, reference, { step: 'proposed', reason: 'test', twin: '' })
    await clerk.get(`/cases/${reference}/closing?lang=en`)
    const late = await clerk.post(`/cases/${reference}/closing`, { version, step: 'proposed', reason: 'wrong-person' })
    expect(late.status).toBe(409)
    expect(late.page).toContain('Somebody changed this request since the page was loaded.')
  })
})

describe('a request that was opened twice', () => {
  it('names its twin, and its twin names it', async () => {
    const [first, twice] = [await newCase(), await newCase()]
    await close(twice, 'opened-twice', first)
    expect((await clerk.get(`/cases/${twice}?lang=en`)).page).toContain(`Closed: it was opened twice, as ${first}.`)
    expect((await clerk.get(`/cases/${first}?lang=en`)).page).toContain(
      `${twice} was closed as the same request. It is counted here.`,
    )
  })

  it('cannot vanish: a twin is open, is no copy, and is not closed itself as something that is not counted', async () => {
    const [first, twice, third] = [await newCase(), await newCase(), await newCase()]
    await close(twice, 'opened-twice', first)
    const fault = async (reference: string, reason: string, twin: string): Promise<string> => {
      const { status, page } = await step(clerk, reference, { step: 'proposed', reason, twin })
      expect(status).toBe(422)
      return page
    }
    expect(await fault(third, 'opened-twice', twice)).toContain('That request is closed, or a copy.')
    for (const reason of ['opened-twice', 'wrong-person', 'test'])
      expect(await fault(first, reason, reason === 'opened-twice' ? third : '')).toContain(
        `Closed as this request, and counted by it: ${twice}.`,
      )
    // Two that name each other: the second one finds its twin closed.
    const [left, right] = [await newCase(), await newCase()]
    for (const [reference, twin] of [
      [left, right],
      [right, left],
    ] as const)
      expect((await step(clerk, reference, { step: 'proposed', reason: 'opened-twice', twin })).status).toBe(303)
    expect((await step(supervisor, left, { step: 'confirmed' })).status).toBe(303)
    expect((await step(supervisor, right, { step: 'confirmed' })).status).toBe(422)
    // What was taken back is counted, and may be a twin that is closed so.
    await close(first, 'request-withdrawn')
  })

  it('takes no copy once it is closed: what comes again is a request', async () => {
    const paper = { ...goodArrival, number: '77', 'dated-day': '20', 'dated-month': '11', 'dated-year': '2025' }
    const first = await begin(clerk, 'i-247a')
    await arrive(clerk, first, paper)
    await close(first.split('/').at(-1) ?? '', 'test')
    const again = await begin(clerk, 'i-247a')
    expect(await arrive(clerk, again, paper)).toMatchObject({ status: 303 })
  })
})

it('a request on which somebody was handed over stays counted', async () => {
  const reference = await newCase()
  const happened = { year: '2026', month: '11', day: '25', time: '09:00' }
  await clerk.get(`/cases/${reference}/outcome`)
  const handed = { kind: 'transferred', receiver: 'ice', ...happened }
  expect((await clerk.post(`/cases/${reference}/outcome`, handed)).status).toBe(303)
  const refused = await step(clerk, reference, { step: 'proposed', reason: 'wrong-person', twin: '' })
  expect(refused.status).toBe(422)
  expect(refused.page).toContain('somebody was held or handed over')
  expect((await step(clerk, reference, { step: 'proposed', reason: 'request-withdrawn', twin: '' })).status).toBe(303)
})

describe('the database', () => {
  const attempt = async (as: Who, text: string): Promise<string> => {
    try {
      const { numAffectedRows } = await transaction(
        desk.database,
        as,
        async (work) => await sql.raw(text).execute(work),
      )
      return `changed ${numAffectedRows ?? 0n}`
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
  const caseId = async (reference: string): Promise<string> =>
    String(await one('select id from desk.cases where reference = $1', [reference]))
  const insert = async (as: Who, reference: string, said: Readonly<Record<string, string>>): Promise<string> => {
    const [id, follows] = [await caseId(reference), said['follows'] ?? 'null']
    const { step: name = 'proposed', reason = `'test'`, twin = 'null', resumes = `'questions'` } = said
    return await attempt(
      as,
      `insert into desk.case_closings (id, agency_id, desk_id, case_id, step, reason, twin, resumes, follows, recorded_by,
        recorded_as, log_serial, log_ticket) values (gen_random_uuid(), '${as.agency}', '${String(who.desk)}', '${id}', '${name}',
        ${reason}, ${twin}, ${resumes}, ${follows}, '${said['by'] ?? as.user}', '${as.role}', 1, 100000 + (random() * 1000000)::int)`,
    )
  }
  const last = async (reference: string): Promise<string> =>
    `'${String(await one('select id from desk.case_closings where case_id = $1 order by log_ticket desc limit 1', [await caseId(reference)]))}'`

  it('closes and reopens a case by its closing alone', async () => {
    const reference = await newCase()
    for (const as of [who, second])
      expect(await attempt(as, `update desk.cases set closed_at = now() where reference = '${reference}'`)).toBe(
        'a case is closed by its closing',
      )
    await close(reference, 'test')
    expect(await attempt(second, `update desk.cases set closed_at = null where reference = '${reference}'`)).toBe(
      'a case is closed by its closing',
    )
  })

  it('refuses a step that does not follow, in the name of another, or by whoever proposed it', async () => {
    const reference = await newCase()
    for (const name of ['confirmed', 'reopened'])
      expect(
        await insert(second, reference, {
          step: name,
          ...(name === 'reopened' ? { reason: `'counsel-says'`, resumes: 'null' } : {}),
        }),
      ).toBe('no such step of a closing')
    expect(await insert(who, reference, { by: second.user })).toMatch(/row-level security/)
    expect(await insert(who, reference, { reason: `'because'` })).toMatch(/check constraint/)
    expect(await insert(who, reference, { reason: `'opened-twice'` })).toMatch(/check constraint/)
    expect(await insert(second, reference, {})).toBe('changed 1')
    const follows = await last(reference)
    expect(await insert(who, reference, { step: 'confirmed', follows })).toMatch(/row-level security/)
    expect(await insert(second, reference, { step: 'confirmed', follows })).toBe('no such step of a closing')
    for (const text of ['update desk.case_closings set reason = reason', 'delete from desk.case_closings'])
      expect(await attempt(second, text)).toMatch(/permission denied/)
    await desk.superuser.query(`delete from desk.case_closings where case_id = $1`, [await caseId(reference)])
    await desk.superuser.query(`delete from desk.case_entries where kind = 'closing' and case_id = $1`, [
      await caseId(reference),
    ])
  })

  it('takes no request, paper, answer, check, decision or outcome on what was closed as a mistake', async () => {
    const reference = await newCase()
    await decide(reference)
    await close(reference, 'test')
    const id = await caseId(reference)
    const here = `'${id}', '${who.agency}', '${String(who.desk)}', '${who.user}'`
    for (const text of [
      `requests (case_id, agency_id, desk_id, entered_by, channel, received_at, log_serial, log_ticket) values (${here}, 'fax', now(), 1, 990001)`,
      `answers (case_id, agency_id, desk_id, answered_by, fact, value) values (${here}, 'request.purpose', '"x"')`,
      `evidence_checks (case_id, agency_id, desk_id, answered_by, question, answer) values (${here}, 'signed', 'no')`,
      `papers (case_id, agency_id, desk_id, received_by, kind, media_type, sealed, hash) values (${here}, 'i-247a', 'image/png', '\\x00', decode(repeat('01', 32), 'hex'))`,
      `decisions (case_id, agency_id, desk_id, decided_by, id, act, verdict, document, policy_hash, decided_as, log_serial, log_ticket) values (${here}, gen_random_uuid(), 'transfer', 'prohibited', '{}', decode(repeat('01', 32), 'hex'), 'clerk', 1, 990002)`,
      `outcomes (case_id, agency_id, desk_id, recorded_by, id, kind, happened_at, log_serial, log_ticket) values (${here}, gen_random_uuid(), 'released', now(), 1, 990003)`,
    ])
      expect(await attempt(who, `insert into desk.${text}`), text).toMatch(/row-level security/)
    expect(await attempt(who, `update desk.answers set value = '"yes"' where case_id = '${id}'`)).toBe('changed 0')
  })

  it('knows the same reasons as the program, and which of them are not counted', async () => {
    for (const reason of closingReasons)
      expect(await one('select desk.is_uncounted($1)', [reason]), reason).toBe(closingOf[reason].counts !== 'received')
  })
})
