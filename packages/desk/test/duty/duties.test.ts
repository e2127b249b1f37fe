/** Duties of decisions: when they arise, when they are due, and how they end. */
import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { startChild, waitForEnd } from '../../../../scripts/child.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordEvent, type CasePlace } from '../../src/clock/case-events.ts'
import { startClock, sweep } from '../../src/clock/sweep.ts'
import { transaction } from '../../src/database/transaction.ts'
import { dischargeDuty } from '../../src/duty/discharge.ts'
import { dueTime, type DutyClock } from '../../src/duty/due-time.ts'
import { duesOf } from '../../src/duty/dues.ts'
import { everythingOpen, listDuties, readDuty, type ListedDuty } from '../../src/duty/list-duties.ts'
import { dutyNews } from '../../src/duty/page.ts'
import { writeDuties, writeDutiesOf } from '../../src/duty/write-duties.ts'
import { readHome } from '../../src/home/home.ts'
import { homeMain } from '../../src/home/page.ts'
import { timelessName } from '../../src/clock/timeless.ts'
import { makeSample, type SampleAgency } from '../sample.ts'
import { startTestDatabase, type TestDatabase } from '../test-database.ts'
import { testLaw } from '../test-law.ts'
import { decide, duty, openCase, within } from './law-of-tests.ts'

const clock: DutyClock = { timeZone: 'America/Chicago', holidays: { us: [] } }

let test: TestDatabase
let ours: SampleAgency
let room: Parameters<typeof dischargeDuty>[0]
beforeAll(async () => {
  test = await startTestDatabase()
  ours = await makeSample(test.superuser)
  room = { database: test.database, law: testLaw }
})
afterAll(async () => await test?.stop())

const keyOf = (caseId: string): CasePlace => ({ agency_id: ours.agency, desk_id: ours.desk, case_id: caseId })
const write = async (caseId: string, as = ours.who.clerk): Promise<void> =>
  await transaction(test.database, as, async (work) => await writeDuties(work, keyOf(caseId), clock))
const dutiesOf = async (caseId: string): Promise<readonly ListedDuty[]> => {
  const { duties } = await listDuties(test.database, ours.who.supervisor, everythingOpen)
  return duties.filter((one) => one.caseId === caseId)
}
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)

describe('a duty', () => {
  it('is due by its calendar from the receipt of the request', async () => {
    const { id } = await openCase(test.superuser, ours, '2026-11-20T09:00:00-06:00')
    await decide(test.superuser, ours, id, { act: 'hold', duties: [duty('copy', within(24, 'hours', 'receipt'))] })
    await write(id)
    const [one] = await dutiesOf(id)
    expect(one?.dueAt?.toString()).toBe('2026-11-21T15:00:00Z')
    expect(one).toMatchObject({ rule: 'copy', calendar: 'hours', isLate: true, state: 'open' })
  })

  it('of two acts is there once, and stays when one of the two is decided anew', async () => {
    const { id } = await openCase(test.superuser, ours, '2026-11-20T09:00:00-06:00')
    const copy = duty('copy', within(24, 'hours', 'receipt'))
    const first = await decide(test.superuser, ours, id, { act: 'hold', duties: [copy] })
    await decide(test.superuser, ours, id, { act: 'transfer', duties: [copy, duty('log', null)] })
    await write(id)
    expect((await dutiesOf(id)).map(({ rule }) => rule).toSorted()).toEqual(['copy', 'log'])
    await decide(test.superuser, ours, id, { act: 'hold', supersedes: first })
    await write(id)
    await write(id)
    expect((await dutiesOf(id)).map(({ rule }) => rule).toSorted()).toEqual(['copy', 'log'])
  })

  it('that no longer arises is void, and one that was discharged arises anew under a new decision', async () => {
    const { id } = await openCase(test.superuser, ours, '2026-11-20T09:00:00-06:00')
    const first = await decide(test.superuser, ours, id, {
      act: 'hold',
      duties: [duty('copy', within(24, 'hours', 'receipt')), duty('call', { kind: 'at-once' })],
    })
    await write(id)
    const copy = (await dutiesOf(id)).find(({ rule }) => rule === 'copy')
    const proof = { how: 'given-in-person', notice: null, doneAt: at('2026-11-20T18:00:00Z'), why: null } as const
    expect(await dischargeDuty(room, ours.who.clerk, copy?.id ?? '', proof)).toEqual({ kind: 'done' })
    await write(id)
    expect((await dutiesOf(id)).map(({ rule }) => rule)).toEqual(['call'])
    const again = duty('copy', within(24, 'hours', 'decision'))
    await decide(test.superuser, ours, id, { act: 'hold', duties: [again], supersedes: first })
    await write(id)
    expect((await dutiesOf(id)).map(({ rule }) => rule)).toEqual(['copy'])
  })

  it('that is due at once stands at home behind what is late and before what has time, and says so', async () => {
    const theirs = await makeSample(test.superuser)
    await test.superuser.query(`delete from desk.duties where agency_id = $1`, [theirs.agency])
    const { id } = await openCase(test.superuser, theirs, '2026-11-20T09:00:00-06:00')
    const duties = [
      duty('later', within(90_000, 'days', 'receipt')),
      duty('call', { kind: 'at-once' }),
      duty('late', within(1, 'hours', 'receipt')),
      duty('waits', within(1, 'hours', 'arrest')),
    ]
    await decide(test.superuser, theirs, id, { act: 'hold', duties })
    const place = { agency_id: theirs.agency, desk_id: theirs.desk, case_id: id }
    await transaction(test.database, theirs.who.clerk, async (work) => await writeDuties(work, place, clock))
    const home = await readHome(test.database, theirs.who.clerk)
    const { due } = home
    const words = due.map(({ dueAt, calendar }) => (dueAt === null ? timelessName(calendar, 'en') : 'a time'))
    expect(words).toEqual(['a time', 'at once', 'a time', 'once it is known when'])
    const news = (lang: string): string | undefined => {
      const told = { agencyName: 'Springfield', deskName: null, isDemonstration: false, isFresh: true }
      const session = { token: '', sessionId: '', way: 'password' } as const
      const signedIn = { ...told, ...session, who: theirs.who.clerk, timeZone: 'America/Chicago' }
      const page = String(homeMain(home, { lang, signedIn, isLawBroken: false, act: String, form: String }))
      return /<h1>(.*?)<\/h1>/.exec(page)?.[1]
    }
    expect(news('en')).toBe('1 duty overdue. 1 duty to be done at once. 1 more will be due.')
    expect(news('es')).toBe('1 deber sin cumplir a tiempo. 1 deber por cumplir de inmediato. Otros por vencer: 1.')
    expect(timelessName('promptly', 'es')).toBe('sin demora')
    expect(timelessName('none', 'es')).toBe('la ley no fija plazo')
  })

  it('of a decision that was sent back does not bind', async () => {
    const { id } = await openCase(test.superuser, ours, '2026-11-20T09:00:00-06:00')
    const decision = await decide(test.superuser, ours, id, { act: 'hold', duties: [duty('copy', null)] })
    await write(id)
    await test.superuser.query(
      `insert into desk.decision_confirmations (decision_id, agency_id, desk_id, outcome, confirmed_by, confirmed_as)
       values ($1, $2, $3, 'sent-back', $4, 'supervisor')`,
      [decision, ours.agency, ours.desk, ours.who.supervisor.user],
    )
    await write(id)
    expect(await dutiesOf(id)).toEqual([])
  })

  it('that follows an act arises once the act is chosen', () => {
    const duties = [duty('tell', { kind: 'promptly' }, { arises: 'if-done', trigger: 'after' })]
    const known = { events: new Map(), clock }
    expect(duesOf({ duties }, { ...known, isDone: false })).toEqual([])
    expect(duesOf({ duties }, { ...known, isDone: true })).toHaveLength(1)
  })

  it('that follows an act waits for the second person where the choice needs one', async () => {
    const { id } = await openCase(test.superuser, ours, '2026-11-20T09:00:00-06:00')
    const duties = [duty('tell', { kind: 'promptly' }, { arises: 'if-done', trigger: 'after' })]
    const decision = await decide(test.superuser, ours, id, { act: 'hold', verdict: 'permitted', choice: 'do', duties })
    await test.superuser.query(`update desk.decisions set needs_role = 'supervisor' where id = $1`, [decision])
    await write(id)
    expect(await dutiesOf(id)).toEqual([])
    await test.superuser.query(
      `insert into desk.decision_confirmations (decision_id, agency_id, desk_id, outcome, confirmed_by, confirmed_as)
       values ($1, $2, $3, 'confirmed', $4, 'supervisor')`,
      [decision, ours.agency, ours.desk, ours.who.supervisor.user],
    )
    await write(id)
    expect((await dutiesOf(id)).map(({ rule }) => rule)).toEqual(['tell'])
  })

  it('is among those of the next hours where the law wants it promptly or at once, and where its time is near', async () => {
    const { id } = await openCase(test.superuser, ours, Temporal.Now.instant().toString())
    const duties = [
      duty('near', within(10, 'hours', 'receipt')),
      duty('far', within(40, 'hours', 'receipt')),
      duty('prompt', { kind: 'promptly' }),
      duty('once', { kind: 'at-once' }),
      duty('never', null),
    ]
    await decide(test.superuser, ours, id, { act: 'hold', duties })
    await write(id)
    const filter = { ...everythingOpen, within: 12, most: 1000 }
    const { duties: soon } = await listDuties(test.database, ours.who.supervisor, filter)
    const named = soon.filter(({ caseId }) => caseId === id).map(({ rule }) => rule)
    expect(named.toSorted()).toEqual(['near', 'once', 'prompt'])
  })

  it('waits for an event, and is due once its time is recorded; a correction counts it anew', async () => {
    const { id } = await openCase(test.superuser, ours, '2026-11-20T09:00:00-06:00')
    const waiting = duty('tell', within(48, 'hours', 'arrest', 'us'))
    await decide(test.superuser, ours, id, { act: 'hold', duties: [waiting] })
    await write(id)
    expect((await dutiesOf(id))[0]?.dueAt).toBeNull()
    const record = async (time: string): Promise<void> =>
      await transaction(test.database, ours.who.clerk, async (work) => {
        await recordEvent(work, ours.who.clerk, keyOf(id), { event: 'arrest', at: at(time) })
        await writeDuties(work, keyOf(id), clock)
      })
    // A Friday: the weekend does not count.
    await record('2026-11-20T18:00:00-06:00')
    expect((await dutiesOf(id))[0]?.dueAt?.toString()).toBe('2026-11-25T00:00:00Z')
    await record('2026-11-19T18:00:00-06:00')
    await record('2026-11-19T18:00:00-06:00')
    expect((await dutiesOf(id))[0]?.dueAt?.toString()).toBe('2026-11-24T00:00:00Z')
    const { rows } = await test.superuser.query(
      `select count(*)::int as kept from desk.case_events where case_id = $1`,
      [id],
    )
    expect(rows).toEqual([{ kept: 2 }])
  })

  it('keeps its time where the calendar that it is counted by cannot be read', async () => {
    const { id } = await openCase(test.superuser, ours, '2026-11-20T09:00:00-06:00')
    await decide(test.superuser, ours, id, { act: 'hold', duties: [duty('copy', within(1, 'hours', 'receipt', 'us'))] })
    await write(id)
    const before = (await dutiesOf(id))[0]?.dueAt?.toString()
    await transaction(
      test.database,
      ours.who.clerk,
      async (work) => await writeDuties(work, keyOf(id), { ...clock, holidays: {} }),
    )
    expect((await dutiesOf(id))[0]?.dueAt?.toString()).toBe(before)
    expect(before).toBe('2026-11-20T16:00:00Z')
  })
})

describe('a case that two count at once', () => {
  it('has each duty once, and each time once', async () => {
    const { id } = await openCase(test.superuser, ours, '2026-11-20T09:00:00-06:00')
    const waiting = duty('tell', within(2, 'hours', 'arrest'))
    await decide(test.superuser, ours, id, { act: 'hold', duties: [waiting, duty('copy', null)] })
    const record = async (minute: number): Promise<void> =>
      await transaction(test.database, ours.who.clerk, async (work) => {
        await recordEvent(work, ours.who.clerk, keyOf(id), { event: 'arrest', at: at(`2026-11-20T15:0${minute}:00Z`) })
        await writeDuties(work, keyOf(id), clock)
      })
    await Promise.all([0, 1, 2, 3, 4, 5].map(record))
    const found = await dutiesOf(id)
    expect(found.map(({ rule }) => rule).toSorted()).toEqual(['copy', 'tell'])
    const { rows } = await test.superuser.query(
      `select count(*)::int as kept, count(*) filter (where supersedes is null)::int as firsts from desk.case_events where case_id = $1`,
      [id],
    )
    expect(rows).toEqual([{ kept: 6, firsts: 1 }])
  })

  it('keeps the time that the engine counted, where the calendar is not at hand', async () => {
    const { id } = await openCase(test.superuser, ours, '2026-11-20T09:00:00-06:00')
    const counted = { at: '2026-11-24T10:00:00-06:00[America/Chicago]' }
    const copy = duty('copy', within(48, 'hours', 'receipt', 'us'), counted)
    await decide(test.superuser, ours, id, { act: 'hold', duties: [copy] })
    const record = { id, agency: ours.agency, desk: ours.desk, timeZone: 'America/Chicago' }
    await transaction(test.database, ours.who.clerk, async (work) => await writeDutiesOf(work, record))
    expect((await dutiesOf(id))[0]?.dueAt?.toString()).toBe('2026-11-24T16:00:00Z')
  })
})

describe('hours', () => {
  it('are hours that really pass, on every day of the year and in every zone', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true }),
        fc.constantFrom('America/Chicago', 'America/New_York', 'America/Phoenix', 'Pacific/Auckland', 'UTC'),
        fc.integer({ min: 1, max: 96 }),
        (start, timeZone, amount) => {
          const receipt = Temporal.Instant.fromEpochMilliseconds(start.getTime())
          const due = dueTime(within(amount, 'hours', 'receipt'), new Map([['receipt', receipt]]), {
            ...clock,
            timeZone,
          })
          expect(due?.at?.epochMilliseconds).toBe(receipt.epochMilliseconds + amount * 3_600_000)
        },
      ),
    )
  })

  it('say the night of the change: 24 hours after 18:00 is 17:00 in November and 19:00 in March', () => {
    const local = (receipt: string): string => {
      const due = dueTime(within(24, 'hours', 'receipt'), new Map([['receipt', at(receipt)]]), clock)
      return due?.at?.toZonedDateTimeISO('America/Chicago').toPlainDateTime().toString() ?? ''
    }
    expect(local('2026-10-31T18:00:00-05:00')).toBe('2026-11-01T17:00:00')
    expect(local('2026-03-07T18:00:00-06:00')).toBe('2026-03-08T19:00:00')
  })

  it('leave days to midnight of the agency, whatever the clocks do', () => {
    const due = dueTime(within(1, 'days', 'receipt'), new Map([['receipt', at('2026-10-31T18:00:00-05:00')]]), clock)
    expect(due?.at?.toString()).toBe('2026-11-02T05:59:59Z')
  })
})

describe('discharging', () => {
  const proof = { how: 'given-in-person', notice: null, doneAt: at('2026-11-20T18:00:00Z'), why: null } as const
  const aDuty = async (): Promise<string> => {
    const { id } = await openCase(test.superuser, ours, '2026-11-20T09:00:00-06:00')
    await decide(test.superuser, ours, id, { act: 'hold', duties: [duty('copy', within(24, 'hours', 'receipt'))] })
    await write(id)
    return (await dutiesOf(id))[0]?.id ?? ''
  }

  it('is done once: of two at once the second is told', async () => {
    const id = await aDuty()
    const both = await Promise.all(
      [ours.who.clerk, ours.who.supervisor].map(async (who) => await dischargeDuty(room, who, id, proof)),
    )
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['already', 'done'])
    expect(await readDuty(test.database, ours.who.auditor, id)).toMatchObject({
      state: 'discharged',
      proof: { how: 'given-in-person', doneAt: '2026-11-20T18:00:00Z' },
    })
  })

  it('is listed, the last first, and not counted beyond what is listed', async () => {
    const done = [await aDuty(), await aDuty(), await aDuty()]
    for (const id of done) await dischargeDuty(room, ours.who.clerk, id, proof)
    const filter = { state: 'discharged', within: null, of: null, most: 2 } as const
    const list = await listDuties(test.database, ours.who.supervisor, filter)
    expect(list.duties.map(({ id }) => id)).toEqual([done[2], done[1]])
    expect(list).toMatchObject({ total: 3, late: 0 })
    expect(dutyNews(list, filter, 'en')).toBe('The last 2 duties that were done.')
    expect(dutyNews(list, filter, 'es')).toBe('Los últimos 2 deberes cumplidos.')
    const every = await listDuties(test.database, ours.who.supervisor, { ...filter, most: 1000 })
    expect(dutyNews(every, filter, 'en')).toBe(`${every.duties.length} duties done.`)
  })

  it('takes no time to come, no notice of another case, and no duty that is not there', async () => {
    const id = await aDuty()
    const attempt = async (
      other: Partial<Omit<typeof proof, 'notice'>> & { readonly notice?: string | null },
      of = id,
    ): Promise<string> => (await dischargeDuty(room, ours.who.clerk, of, { ...proof, ...other })).kind
    const later = Temporal.Now.instant().add({ hours: 2 })
    expect((await dischargeDuty(room, ours.who.clerk, id, { ...proof, doneAt: later })).kind).toBe('future')
    expect(await attempt({ notice: randomUUID() })).toBe('no-such-notice')
    const { rows: ofAnother } = await test.superuser.query('select id from desk.notices where case_id = $1', [
      ours.caseId,
    ])
    expect(ofAnother.length).toBeGreaterThan(0)
    expect(await attempt({ notice: ofAnother[0].id })).toBe('no-such-notice')
    expect(await attempt({}, randomUUID())).toBe('not-found')
  })

  it('is for nobody of another agency or desk, and for no auditor', async () => {
    const id = await aDuty()
    const theirs = await makeSample(test.superuser)
    for (const who of [theirs.who.clerk, theirs.who.supervisor, { ...ours.who.clerk, desk: ours.otherDesk }])
      expect(await dischargeDuty(room, who, id, proof)).toEqual({ kind: 'not-found' })
    expect((await dischargeDuty(room, ours.who.auditor, id, proof)).kind).toBe('already')
    expect(await readDuty(test.database, ours.who.clerk, id)).toMatchObject({ state: 'open' })
  })

  it('cannot be undone, done in the name of another, or dated back', async () => {
    const id = await aDuty()
    const set = async (values: Readonly<Record<string, unknown>>): Promise<bigint | string> => {
      try {
        return await transaction(test.database, ours.who.clerk, async (work) => {
          const { numUpdatedRows } = await work
            .updateTable('duties')
            .set(values)
            .where('id', '=', id)
            .executeTakeFirst()
          return numUpdatedRows
        })
      } catch (error) {
        return String(error)
      }
    }
    const forged = { state: 'discharged', proof: '{}', discharged_by: ours.who.supervisor.user }
    expect(await set({ ...forged, discharged_at: new Date().toISOString() })).toMatch(/row-level security/)
    expect(await set({ ...forged, discharged_by: ours.who.clerk.user, discharged_at: '2026-01-01T00:00:00Z' })).toMatch(
      /row-level security/,
    )
    await dischargeDuty(room, ours.who.clerk, id, proof)
    expect(await set({ state: 'open', proof: null, discharged_at: null, discharged_by: null })).toBe(0n)
  })
})

describe('the sweep', () => {
  it('notes each duty once, however many processes sweep and however often', async () => {
    const { id } = await openCase(test.superuser, ours, '2026-11-20T09:00:00-06:00')
    await decide(test.superuser, ours, id, { act: 'hold', duties: [duty('missed', within(1, 'hours', 'receipt'))] })
    await write(id)
    const found = await Promise.all(Array.from({ length: 8 }, async () => await sweep(test.database)))
    expect(found.some((one) => one !== null)).toBe(true)
    await sweep(test.database)
    const [missed] = await dutiesOf(id)
    const { rows } = await test.superuser.query(
      `select kind, count(*)::int as times from desk.audit_events where subject_id = $1 group by kind order by kind`,
      [missed?.id],
    )
    expect(rows).toEqual([
      { kind: 'duty-escalated', times: 1 },
      { kind: 'duty-reminded', times: 1 },
    ])
    expect(missed?.escalatedAt).not.toBeNull()
  })

  it('is done once by several processes, also by one that starts later over the same rows', async () => {
    await sweep(test.database)
    const missed = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { id } = await openCase(test.superuser, ours, '2026-11-20T09:00:00-06:00')
        const late = duty('missed', within(1, 'hours', 'receipt'))
        await decide(test.superuser, ours, id, { act: 'hold', duties: [late] })
        await write(id)
        return id
      }),
    )
    const script = join(import.meta.dirname, 'sweep-process.ts')
    const env = { ...test.connection, port: String(test.connection.port), PATH: process.env['PATH'] }
    const sweeping = async (): Promise<number> => {
      const child = startChild(process.execPath, ['--conditions=brightline-source', script], { env })
      expect(await waitForEnd(child, 30_000), child.said()).toBe(0)
      const told: { readonly escalated: number } = JSON.parse(child.said())
      return told.escalated
    }
    const atOnce = await Promise.all([sweeping(), sweeping()])
    expect(atOnce.reduce((sum, one) => sum + one, 0)).toBe(missed.length)
    expect(await sweeping()).toBe(0)
  })

  it('notices a clock that was set back, tells nothing twice, and takes nothing back', async () => {
    const { id } = await openCase(test.superuser, ours, '2026-11-20T09:00:00-06:00')
    await decide(test.superuser, ours, id, { act: 'hold', duties: [duty('missed', within(1, 'hours', 'receipt'))] })
    await write(id)
    await sweep(test.database)
    const before = (await dutiesOf(id))[0]?.escalatedAt?.toString()
    // The sweep before stands two hours ahead of the clock: so it looks after the clock was set back.
    await test.superuser.query(`update desk.sweeps set swept_at = now() + interval '2 hours'`)
    const swept = await sweep(test.database)
    expect(swept?.setBackSeconds).toBeGreaterThan(7_100)
    expect((await sweep(test.database))?.setBackSeconds).toBe(0)
    const { setBackSeconds } = await listDuties(test.database, ours.who.clerk, everythingOpen)
    expect(setBackSeconds).toBeGreaterThan(7_100)
    expect((await dutiesOf(id))[0]?.escalatedAt?.toString()).toBe(before)
  })

  it('goes on after a turn that failed, and stops when it is told to', async () => {
    const lines: string[] = []
    let turns = 0
    const enough = Promise.withResolvers<void>()
    const stop = startClock({
      database: test.database,
      log: (event) => lines.push(event),
      before: async () => {
        turns += 1
        if (turns === 1) throw new Error('the first turn')
        if (turns === 3) enough.resolve()
      },
      everyMilliseconds: 1,
    })
    await enough.promise
    await stop()
    const after = turns
    expect(lines).toContain('sweep-failed')
    await new Promise((resolve) => setImmediate(resolve))
    expect(turns).toBe(after)
  })
})
