/** From an answer to a decision on record: who decides, who confirms, who comes second, and what the log proves. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Who } from '../../src/database/transaction.ts'
import { startPublisher, type Publisher } from '../../src/record/publish.ts'
import { openSampleCase, whoOf, type SampleRequest } from '../case/sample-case.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Answer, Visitor } from '../server/visitor.ts'

const folder = mkdtempSync(join(tmpdir(), 'log-'))
let desk: TestDesk
let publisher: Publisher
let who: Who
let names: Readonly<Record<'clerk' | 'other' | 'supervisor' | 'second' | 'counsel', string>>
let visitors: Readonly<Record<'clerk' | 'other' | 'supervisor' | 'second' | 'counsel', Visitor>>
beforeAll(async () => {
  chmodSync(folder, 0o700)
  desk = await startTestDesk()
  publisher = startPublisher({ owner: desk.owner, keys: join(folder, 'keys'), log: () => undefined })
  names = {
    clerk: await desk.addUser('clerk'),
    other: await desk.addUser('clerk'),
    supervisor: await desk.addUser('supervisor'),
    second: await desk.addUser('supervisor'),
    counsel: await desk.addUser('counsel'),
  }
  who = await whoOf(desk, names.clerk, 'clerk')
  visitors = {
    clerk: await desk.signedIn(names.clerk),
    other: await desk.signedIn(names.other),
    supervisor: await desk.signedIn(names.supervisor),
    second: await desk.signedIn(names.second),
    counsel: await desk.signedIn(names.counsel),
  }
})
afterAll(async () => {
  await publisher?.stop()
  await desk?.end()
  rmSync(folder, { recursive: true, force: true })
})

/** The law alone decides: no hold, no release date. */
const prohibited: SampleRequest = {
  answers: { 'warrant.form': 'none', 'release.public': 'no', 'person.in-custody': 'yes' },
}
/** The sheriff may tell a date that is public already. */
const permitted: SampleRequest = {
  acts: ['notify-release'],
  answers: { 'warrant.form': 'none', 'release.public': 'yes', 'person.in-custody': 'yes' },
}

/** The agency may hand somebody over by a warrant of a federal court, and asks counsel first. */
const ofCourt: SampleRequest = {
  acts: ['transfer'],
  answers: {
    'warrant.form': 'ao-442',
    'warrant.signer': 'federal-magistrate',
    'warrant.court': 'federal-court',
    'warrant.names-person': 'yes',
    'warrant.expired': 'no',
    'person.in-custody': 'yes',
  },
}

const fieldsIn = ({ page }: Answer): Record<string, string> => ({
  version: /name="version" value="(\d+)"/.exec(page)?.[1] ?? '',
  seen: /name="seen" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '',
})

const chosen = { 'choice.notify-release': 'do-not', 'reason.notify-release': 'agency-practice' }

async function decide(visitor: Visitor, reference: string, fields: Record<string, string> = {}): Promise<Answer> {
  const answer = await visitor.get(`/cases/${reference}/answer`)
  return await visitor.post(`/cases/${reference}/decisions`, { ...fieldsIn(answer), ...fields })
}

async function rowsOf(reference: string): Promise<readonly Record<string, unknown>[]> {
  const { rows } = await desk.superuser.query(
    `select d.* from desk.decisions as d join desk.cases as c on c.id = d.case_id
     where reference = $1 order by log_serial`,
    [reference],
  )
  return rows
}

async function confirmAs(visitor: Visitor, reference: string, outcome: string, fields: object = {}): Promise<Answer> {
  const answer = await visitor.get(`/cases/${reference}/answer`)
  const action = /action="([^"]+\/confirmation)"/.exec(answer.page)?.[1]
  const [first] = await rowsOf(reference)
  const path = action ?? `/cases/${reference}/decisions/${String(first?.['id'])}/confirmation`
  return await visitor.post(path, { version: fieldsIn(answer)['version'] || '1', outcome, ...fields })
}

describe('what the law alone decides', () => {
  it('is recorded by one person, an immutable row for each act, with its entry in the log', async () => {
    const reference = await openSampleCase(desk, who, prohibited)
    const answer = await visitors.clerk.get(`/cases/${reference}/answer`)
    expect(answer.page).toMatch(/MUST NOT<\/b> hold the person/)
    expect(answer.page).toContain('Record this decision')
    expect((await decide(visitors.clerk, reference)).status).toBe(303)
    const rows = await rowsOf(reference)
    expect(rows.map(({ act, verdict, choice, needs_role: needs }) => [act, verdict, choice, needs])).toEqual([
      ['hold', 'prohibited', 'do-not', null],
      ['notify-release', 'prohibited', 'do-not', null],
    ])
    expect(rows.every(({ policy_hash: hash }) => Buffer.isBuffer(hash) && hash.length === 32)).toBe(true)
    await publisher.publish()
    const record = await visitors.clerk.get(`/cases/${reference}/record`)
    expect(record.page).toContain('Every entry is proved.')
  })

  it('is recorded once when it is sent twice, one after the other and at the same moment', async () => {
    const reference = await openSampleCase(desk, who, prohibited)
    const fields = fieldsIn(await visitors.clerk.get(`/cases/${reference}/answer`))
    const path = `/cases/${reference}/decisions`
    const sent = await Promise.all([1, 2, 3].map(async () => await visitors.clerk.post(path, fields)))
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303])
    expect((await visitors.clerk.post(path, fields)).status).toBe(303)
    expect(await rowsOf(reference)).toHaveLength(2)
  })

  it('keeps its answers before it on the docket, and what was changed since after it', async () => {
    const reference = await openSampleCase(desk, who, prohibited)
    const { clerk } = visitors
    await clerk.post(`/cases/${reference}/decisions`, fieldsIn(await clerk.get(`/cases/${reference}/answer`)))
    const path = `/cases/${reference}/questions/release.public`
    const version = /name="version" value="(\d+)"/.exec((await clerk.get(path)).page)?.[1] ?? ''
    expect((await clerk.post(path, { version, answer: 'yes' })).status).toBe(303)
    const { page } = await clerk.get(`/cases/${reference}`)
    const order = [/\d+ answers? given/, /Decision: must not hold/, /After the decision: 1 new or changed answer/]
    const places = order.map((one) => page.search(one))
    expect(Math.min(...places)).toBeGreaterThan(0)
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
    expect((await clerk.get(`/cases/${reference}?lang=es`)).page).toContain(
      'Después de la decisión: 1 respuesta nueva o cambiada',
    )
    await clerk.get('/?lang=en')
  })

  it('says first that the answer is another one, and asks for no choice that nobody was shown', async () => {
    const reference = await openSampleCase(desk, who, permitted)
    const shown = fieldsIn(await visitors.clerk.get(`/cases/${reference}/answer`))
    // As from a page that was open while the law, or an answer, changed: there was nothing to choose on it.
    const { status, page } = await visitors.clerk.post(`/cases/${reference}/decisions`, {
      version: shown['version'] ?? '',
      seen: '0'.repeat(32),
    })
    expect(status).toBe(409)
    expect(page).toContain('Somebody was first, or something changed')
    expect(page).not.toContain('Something needs another look')
    expect(await rowsOf(reference)).toEqual([])
  })

  it('tells the second of two who decide at once, and records nothing of theirs', async () => {
    const reference = await openSampleCase(desk, who, prohibited)
    const path = `/cases/${reference}/decisions`
    const [one, two] = [visitors.supervisor, visitors.second]
    const fields = [
      fieldsIn(await one.get(`/cases/${reference}/answer`)),
      fieldsIn(await two.get(`/cases/${reference}/answer`)),
    ]
    const sent = await Promise.all([one, two].map(async (visitor, at) => await visitor.post(path, fields[at])))
    expect(sent.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
    const told = sent.find(({ status }) => status === 409)
    expect(told?.page).toContain('Somebody was first, or something changed')
    expect(told?.page).toMatch(/Recorded .* as entry/)
    expect(await rowsOf(reference)).toHaveLength(2)
  })

  it('is not recorded where the answers changed since the page was made', async () => {
    const reference = await openSampleCase(desk, who, prohibited)
    const fields = fieldsIn(await visitors.clerk.get(`/cases/${reference}/answer`))
    const question = `/cases/${reference}/questions/release.public`
    const version = fieldsIn(await visitors.other.get(question))['version'] ?? ''
    expect((await visitors.other.post(question, { version, answer: 'yes' })).status).toBe(303)
    const told = await visitors.clerk.post(`/cases/${reference}/decisions`, {
      ...fields,
      ...chosen,
    })
    expect(told.status).toBe(409)
    expect(await rowsOf(reference)).toEqual([])
  })

  it('is superseded by a new decision when an answer changes; the old one stays, struck', async () => {
    const reference = await openSampleCase(desk, who, prohibited)
    await decide(visitors.clerk, reference)
    const question = `/cases/${reference}/questions/release.public`
    const version = fieldsIn(await visitors.clerk.get(question))['version'] ?? ''
    await visitors.clerk.post(question, { version, answer: 'yes' })
    expect((await visitors.clerk.get(`/cases/${reference}`)).page).toContain('The answer is not the one on record')
    expect((await decide(visitors.clerk, reference, chosen)).status).toBe(303)
    const rows = await rowsOf(reference)
    const told = rows.filter(({ act }) => act === 'notify-release')
    expect(told.map(({ verdict, needs_role: needs }) => [verdict, needs])).toEqual([
      ['prohibited', null],
      ['permitted', 'supervisor'],
    ])
    expect(told[1]?.['supersedes']).toBe(told[0]?.['id'])
    expect((await visitors.clerk.get(`/cases/${reference}`)).page).toMatch(/<del>Decision/)
  })

  it('can be overridden with a reason, and then waits for counsel', async () => {
    const reference = await openSampleCase(desk, who, prohibited)
    await decide(visitors.clerk, reference, { 'reason.hold': 'court-ordered-otherwise' })
    const rows = await rowsOf(reference)
    expect(rows.map(({ act, choice, reason_code: why, needs_role: needs }) => [act, choice, why, needs])).toEqual([
      ['hold', 'do', 'court-ordered-otherwise', 'counsel'],
      ['notify-release', 'do-not', null, null],
    ])
    expect((await confirmAs(visitors.supervisor, reference, 'confirmed')).status).toBe(403)
    expect((await confirmAs(visitors.counsel, reference, 'confirmed')).status).toBe(303)
  })
})

describe('what the law leaves open', () => {
  it('needs a choice and a reason, which stay where one is missing', async () => {
    const reference = await openSampleCase(desk, who, permitted)
    const missing = await decide(visitors.clerk, reference, { 'choice.notify-release': 'do' })
    expect(missing.status).toBe(422)
    expect(missing.page).toMatch(/href="#reason\.notify-release"/)
    expect(missing.page).toMatch(/value="do"[^>]* checked/)
    expect(await rowsOf(reference)).toEqual([])
  })

  it('counts when a second person in the named role confirms, and not before', async () => {
    const reference = await openSampleCase(desk, who, permitted)
    expect((await decide(visitors.clerk, reference, chosen)).status).toBe(303)
    expect((await visitors.clerk.get(`/cases/${reference}`)).page).toContain('It waits for a supervisor')
    expect((await visitors.supervisor.get('/queue')).page).toContain(reference)
    expect((await visitors.counsel.get('/queue')).page).not.toContain(reference)
    for (const [visitor, status] of [
      [visitors.clerk, 403],
      [visitors.other, 403],
      [visitors.counsel, 403],
      [visitors.supervisor, 303],
    ] as const)
      expect((await confirmAs(visitor, reference, 'confirmed')).status).toBe(status)
    const answer = await visitors.clerk.get(`/cases/${reference}/answer`)
    expect(answer.page).toMatch(/Confirmed .* by a second person/)
    expect((await visitors.supervisor.get('/queue')).page).not.toContain(reference)
  })

  it('says wherever it waits that counsel is asked first, and not that it stands', async () => {
    const reference = await openSampleCase(desk, who, ofCourt)
    const transfer = { 'choice.transfer': 'do', 'reason.transfer': 'court-involved' }
    expect((await decide(visitors.clerk, reference, transfer)).status).toBe(303)
    for (const [lang, words, title, not] of [
      ['en', 'counsel, then MAY', 'The decision that was proposed', 'The decision that stands'],
      ['es', 'asesor, luego PUEDE', 'La decisión propuesta', 'La decisión que vale'],
    ] as const) {
      const { page } = await visitors.clerk.get(`/cases/${reference}?lang=${lang}`)
      const standing = /<section[^>]*aria-labelledby="stands"[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''
      expect(standing).toContain(words)
      expect(standing).toContain(title)
      expect(page).not.toContain(not)
      const asked = await visitors.counsel.get(`/cases/${reference}/answer?lang=${lang}`)
      const form = /<form[^>]*\/confirmation"[\s\S]*?<\/form>/.exec(asked.page)?.[0] ?? ''
      expect(form.toLowerCase()).toContain(words.toLowerCase())
    }
    await visitors.clerk.get(`/cases/${reference}?lang=en`)
    await visitors.counsel.get(`/cases/${reference}?lang=en`)
  })

  it('that a supervisor proposes is confirmed by another supervisor', async () => {
    const reference = await openSampleCase(desk, who, permitted)
    await decide(visitors.supervisor, reference, chosen)
    expect((await confirmAs(visitors.supervisor, reference, 'confirmed')).status).toBe(403)
    expect((await confirmAs(visitors.second, reference, 'confirmed')).status).toBe(303)
  })

  it('waits for counsel where the agency says that counsel stands for the decider', async () => {
    const administrator = await desk.administrator()
    const { page } = await administrator.get('/deciders')
    const at = /for="decider-(\d+)">The sheriff</.exec(page)?.[1] ?? ''
    const counsel = { [`decider-${at}`]: 'counsel', [`words-${at}`]: 'the sheriff' }
    expect((await administrator.post('/deciders', counsel)).status).toBe(303)
    expect((await visitors.supervisor.get('/deciders')).status).toBe(403)
    const reference = await openSampleCase(desk, who, permitted)
    await decide(visitors.clerk, reference, chosen)
    await desk.superuser.query('delete from desk.decider_roles')
    expect((await rowsOf(reference)).map(({ needs_role: needs }) => needs)).toEqual(['counsel'])
  })

  it('tells the second of two supervisors who confirm at once', async () => {
    const reference = await openSampleCase(desk, who, permitted)
    await decide(visitors.clerk, reference, chosen)
    const [row] = await rowsOf(reference)
    const path = `/cases/${reference}/decisions/${String(row?.['id'])}/confirmation`
    const [one, two] = [visitors.supervisor, visitors.second]
    const versions = [
      fieldsIn(await one.get(`/cases/${reference}`)),
      fieldsIn(await two.get(`/cases/${reference}/answer`)),
    ]
    const version = versions[1]?.['version'] ?? ''
    const sent = await Promise.all([
      one.post(path, { version, outcome: 'confirmed' }),
      two.post(path, { version, outcome: 'sent-back', reason: 'ask-counsel' }),
    ])
    expect(sent.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
    expect(sent.find(({ status }) => status === 409)?.page).toContain('Somebody was first')
    const again = await (sent[0]?.status === 303 ? one : two).post(path, {
      version,
      outcome: sent[0]?.status === 303 ? 'confirmed' : 'sent-back',
      reason: 'ask-counsel',
    })
    expect(again.status).toBe(303)
  })

  it('goes back with a reason, and is proposed anew', async () => {
    const reference = await openSampleCase(desk, who, permitted)
    await decide(visitors.clerk, reference, chosen)
    const proposed = (await visitors.clerk.get(`/cases/${reference}`)).page
    expect(proposed).toContain('<span class="soft">(proposed: it is not done)</span>')
    expect(proposed).toMatch(/By Clerk\. Tell immigration authorities[^.]*: it is not done\. Reason: /)
    expect((await confirmAs(visitors.supervisor, reference, 'sent-back', { reason: 'other-choice' })).status).toBe(303)
    expect((await visitors.clerk.get('/queue')).page).toContain(reference)
    expect((await visitors.clerk.get(`/cases/${reference}`)).page).toContain('sent it back: The other choice')
    const fields = { ...chosen, 'choice.notify-release': 'do' }
    expect((await decide(visitors.clerk, reference, fields)).status).toBe(303)
    const rows = await rowsOf(reference)
    expect(rows.map(({ choice, supersedes }) => [choice, supersedes])).toEqual([
      ['do-not', null],
      ['do', rows[0]?.['id']],
    ])
  })
})

describe('the record', () => {
  it('shows plainly what was altered by whoever could, and which entry', async () => {
    const reference = await openSampleCase(desk, who, prohibited)
    await decide(visitors.clerk, reference)
    await publisher.publish()
    const path = `/cases/${reference}/record`
    expect((await visitors.clerk.get(path)).page).toContain('Every entry is proved.')
    const [row] = await rowsOf(reference)
    const alterations = [
      [`verdict = 'permitted'`, `verdict = 'prohibited'`],
      [`choice = 'do'`, `choice = 'do-not'`],
      [`decided_at = decided_at - interval '1 hour'`, `decided_at = decided_at + interval '1 hour'`],
      [`document = jsonb_set(document, '{asOf}', '"2020-01-01"')`, null],
    ] as const
    for (const [change, back] of alterations) {
      await desk.superuser.query(`update desk.decisions set ${change} where id = $1`, [row?.['id']])
      const altered = await visitors.clerk.get(path)
      expect(altered.page, change).toContain('1 entry was altered after it was recorded.')
      expect(altered.page.match(/ALTERED/g), change).toHaveLength(1)
      expect(altered.page, change).toContain('<title>Error: ')
      if (back !== null) await desk.superuser.query(`update desk.decisions set ${back} where id = $1`, [row?.['id']])
    }
  })

  it('shows an entry that was taken out of the log, and one that points elsewhere', async () => {
    const reference = await openSampleCase(desk, who, prohibited)
    await decide(visitors.clerk, reference)
    await publisher.publish()
    const [one, two] = await rowsOf(reference)
    const point = async (id: unknown, ticket: unknown): Promise<void> => {
      await desk.superuser.query(`update desk.decisions set log_ticket = $2 where id = $1`, [id, ticket])
    }
    await point(one?.['id'], two?.['log_ticket'])
    expect((await visitors.clerk.get(`/cases/${reference}/record`)).page).toContain('1 entry was altered')
    await point(one?.['id'], 999_999)
    expect((await visitors.clerk.get(`/cases/${reference}/record`)).page).toContain('MISSING')
  })

  it('waits for its place before the log is published, and says so', async () => {
    const reference = await openSampleCase(desk, who, prohibited)
    await decide(visitors.clerk, reference)
    const record = await visitors.clerk.get(`/cases/${reference}/record`)
    expect(record.page).toContain('waits for its place in the log')
  })

  it('goes on where the clock was set back by hours, and says so plainly where it stands days behind the log', async () => {
    const schema = `ledger_${who.agency.replaceAll('-', '')}`
    const line = `update ${schema}.desk set day = to_char(now() at time zone 'UTC' + $1::interval, 'YYYY-MM-DD')`
    // The entry before is of the last day that has begun anywhere on earth.
    await desk.superuser.query(line, ['14 hours'])
    const [one, two] = [await openSampleCase(desk, who, prohibited), await openSampleCase(desk, who, prohibited)]
    expect((await decide(visitors.clerk, one)).status).toBe(303)
    const fields = fieldsIn(await visitors.clerk.get(`/cases/${two}/answer`))
    await desk.superuser.query(line, ['3 days'])
    const refused = await visitors.clerk.post(`/cases/${two}/decisions`, fields)
    expect(refused.status).toBe(503)
    expect(refused.page).toContain('The clock of the database is behind its own record')
    expect(await rowsOf(two)).toEqual([])
    const told = await visitors.clerk.get(`/cases/${two}/answer`)
    expect(told.page).toContain('This desk can record nothing now: the clock of the server ran ahead')
    expect(told.page).toMatch(/has an entry of \w+ \d+, \d{4}, which has not come/)
    expect(told.page).toContain('write it on a numbered receipt')
    expect(told.page).not.toContain('Record this decision')
    await desk.superuser.query(line, ['14 hours'])
    expect((await decide(visitors.clerk, two)).status).toBe(303)
    await publisher.publish()
    expect((await visitors.clerk.get(`/cases/${two}/record`)).page).toContain('Every entry is proved.')
  })

  it('tells clerk and supervisor that confirmations wait, and what is done meanwhile', async () => {
    const schema = `ledger_${who.agency.replaceAll('-', '')}`
    const reference = await openSampleCase(desk, who, permitted)
    await decide(visitors.clerk, reference, chosen)
    const line = `insert into ${schema}.desk (place, serial, day)
      values ('us/ex/springfield/confirmations', 0, to_char(now() at time zone 'UTC' + $1::interval, 'YYYY-MM-DD'))
      on conflict (place) do update set day = excluded.day`
    await desk.superuser.query(line, ['3 days'])
    for (const visitor of [visitors.clerk, visitors.supervisor]) {
      const { page } = await visitor.get(`/cases/${reference}/answer`)
      expect(page).toContain('Nothing can be confirmed or sent back now: the clock of the server ran ahead')
      expect(page).toContain('the second person signs a numbered receipt on paper now')
      expect(page).not.toContain('value="confirmed"')
    }
    await desk.superuser.query(line, ['0 days'])
    expect((await visitors.supervisor.get(`/cases/${reference}/answer`)).page).toContain('value="confirmed"')
  })

  it('still proves its place when the key of the case was destroyed', async () => {
    const reference = await openSampleCase(desk, who, prohibited)
    await decide(visitors.clerk, reference)
    await publisher.publish()
    const ofCase = `from desk.cases as c where c.reference = '${reference}'`
    await desk.superuser
      .query(`insert into desk.vault (case_id, agency_id, desk_id, sealed, wrapped_key, master_key_id, destroy_on)
      select c.id, c.agency_id, c.desk_id, '\\x00', '\\x00', 'first', current_date - 1 ${ofCase}`)
    await desk.superuser.query(`update desk.duties set state = 'void' where case_id = (select c.id ${ofCase})`)
    await desk.superuser.query('select desk.destroy_what_is_due()')
    const { rows } = await desk.superuser.query(
      `select k.key from desk.case_keys as k join desk.cases as c on c.id = k.case_id where c.reference = $1`,
      [reference],
    )
    expect(rows).toEqual([{ key: null }])
    const record = await visitors.clerk.get(`/cases/${reference}/record`)
    expect(record.page).toContain('The key of this case was destroyed')
  })

  it('is not there without the decision, nor the decision without it', async () => {
    const { rows } = await desk.superuser.query(`select id from desk.agencies`)
    const schema = `ledger_${String(rows[0].id).replaceAll('-', '')}`
    await publisher.publish()
    const { rows: counts } = await desk.superuser.query(`select
      (select count(*)::int from desk.decisions) as decisions,
      (select count(log_ticket)::int from desk.decision_confirmations) as confirmations,
      (select count(*)::int from ${schema}.sequenced where convert_from(entry, 'UTF8') like '%/confirmations"%' or convert_from(entry, 'UTF8') like '%/sj"%') as entries,
      (select count(distinct log_serial)::int from desk.decisions) as serials`)
    const [{ decisions, confirmations, entries, serials }] = counts
    expect(confirmations).toBeGreaterThan(0)
    expect([entries, serials]).toEqual([decisions + confirmations, decisions])
    const { rows: text } = await desk.superuser.query(
      `select convert_from(entry, 'UTF8') as entry from ${schema}.sequenced limit 1`,
    )
    expect(Object.keys(JSON.parse(String(text[0].entry))).toSorted()).toEqual([
      'commitment',
      'day',
      'kind',
      'nonce',
      'place',
      'policy',
      'rules',
      'serial',
      'v',
      'verdict',
    ])
  })
})

describe('nobody', () => {
  it('in another role decides, and nobody decides on a case of another desk or agency', async () => {
    const reference = await openSampleCase(desk, who, prohibited)
    for (const role of ['records-officer', 'auditor', 'administrator'] as const) {
      const visitor = await desk.signedIn(await desk.addUser(role))
      const answer = await visitor.get(`/cases/${reference}/answer`)
      expect(answer.status, role).toBe(role === 'administrator' ? 404 : 200)
      expect(answer.page).not.toContain('Record this decision')
      await visitor.get('/')
      const fields = { version: '1', seen: '0'.repeat(32) }
      expect((await visitor.post(`/cases/${reference}/decisions`, fields)).status, role).toBe(403)
    }
    expect(await rowsOf(reference)).toEqual([])
  })

  it('confirms by an id of another case', async () => {
    const [one, two] = [await openSampleCase(desk, who, permitted), await openSampleCase(desk, who, permitted)]
    await decide(visitors.clerk, one, chosen)
    const [row] = await rowsOf(one)
    await visitors.supervisor.get(`/cases/${two}/answer`)
    const path = `/cases/${two}/decisions/${String(row?.['id'])}/confirmation`
    expect((await visitors.supervisor.post(path, { version: '1', outcome: 'confirmed' })).status).toBe(404)
  })

  it('makes the server fail with any body', async () => {
    const reference = await openSampleCase(desk, who, permitted)
    const field = fc.constantFrom(
      'version',
      'seen',
      'choice.notify-release',
      'reason.notify-release',
      'outcome',
      '__proto__',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 250 }),
      fc.constantFrom('1', '0'.repeat(32), 'do', 'confirmed'),
    )
    await fc.assert(
      fc.asyncProperty(fc.dictionary(field, text), async (fields) => {
        await visitors.supervisor.get('/queue')
        const decided = await visitors.supervisor.post(`/cases/${reference}/decisions`, fields)
        expect(decided.status).toBeLessThan(500)
        const path = `/cases/${reference}/decisions/00000000-0000-4000-8000-000000000000/confirmation`
        expect((await visitors.supervisor.post(path, fields)).status).toBeLessThan(500)
      }),
      { numRuns: 40 },
    )
  })
})
