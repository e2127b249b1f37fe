/** Whatever a case can do, in whichever order: the record of it verifies whole. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { changeRequest } from '../../src/case/keep-request.ts'
import { readCase, type CaseRecord } from '../../src/case/read-case.ts'
import { recordEvent, type CasePlace } from '../../src/clock/case-events.ts'
import { dutyClock } from '../../src/clock/duty-clock.ts'
import { transaction, type Who, type Work } from '../../src/database/transaction.ts'
import { confirmDecision, mayConfirm } from '../../src/decision/confirm.ts'
import { recordDecisions } from '../../src/decision/decide.ts'
import { choiceOfLaw } from '../../src/decision/second-person.ts'
import { seenOf } from '../../src/decision/seen.ts'
import { dischargeDuties } from '../../src/duty/discharge-duties.ts'
import type { DutyClock } from '../../src/duty/due-time.ts'
import { boxItems, channels as ways } from '../../src/intake/way.ts'
import { channels, recordGiven, signatures } from '../../src/notice/give.ts'
import { makeNotice } from '../../src/notice/make-notice.ts'
import { outcomeKinds, outsideAgencies, recordOutcome } from '../../src/outcome/outcome.ts'
import { decideNow, interviewOf } from '../../src/question/case-interview.ts'
import { claimsOf } from '../../src/record/case-claims.ts'
import { findGone } from '../../src/record/deleted-entries.ts'
import { readOpeningKey } from '../../src/record/opening-key.ts'
import { startPublisher, type Publisher } from '../../src/record/publish.ts'
import { verifyEntry } from '../../src/record/verify-entry.ts'
import { verifyPeriod } from '../../src/record/verify-period.ts'
import type { Room } from '../../src/server/room.ts'
import { openSampleCase, whoOf } from '../case/sample-case.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { testKeys } from '../test-keys.ts'
import { testLaw } from '../test-law.ts'

const folder = mkdtempSync(join(tmpdir(), 'log-'))
let desk: TestDesk
let publisher: Publisher
let who: Who
let supervisor: Who
let auditor: Who
let room: Room
let clock: DutyClock
beforeAll(async () => {
  desk = await startTestDesk()
  publisher = startPublisher({ owner: desk.owner, keys: join(folder, 'keys'), log: () => undefined })
  who = await whoOf(desk, await desk.addUser('clerk'), 'clerk')
  supervisor = await whoOf(desk, await desk.addUser('supervisor'), 'supervisor')
  auditor = await whoOf(desk, await desk.addUser('auditor'), 'auditor')
  room = { database: desk.database, law: testLaw, keys: testKeys, log: () => undefined, isSecure: false }
  clock = await dutyClock(room, who, 'America/Chicago')
})
afterAll(async () => {
  await publisher?.stop()
  await desk?.end()
  rmSync(folder, { recursive: true, force: true })
})

interface Here {
  readonly reference: string
  readonly record: CaseRecord
  readonly place: CasePlace
}

type Step = (here: Here) => Promise<unknown>

const run = async <Value>(work: (work: Work) => Promise<Value>): Promise<Value> =>
  await transaction(desk.database, who, work)

/** Moments to the nanosecond, which the database does not keep. */
const moment = fc
  .bigInt(0n, 300n * 86_400n * 1_000_000_000n)
  .map((past) => new Temporal.Instant(Temporal.Instant.from('2026-11-28T00:00Z').epochNanoseconds - past))

const entering = fc.record(
  {
    form: fc.constantFrom('i-247a', 'i-247g', null),
    edition: fc.constantFrom('8/12', null),
    channel: fc.constantFrom(...ways),
    received_at: moment,
    box_one_items: fc.subarray([...boxItems]),
    acts: fc.subarray(['hold', 'notify-release']),
    asking_agency: fc.constantFrom(...outsideAgencies, null),
    same_hash: fc.constantFrom(Buffer.alloc(32, 7), Buffer.alloc(32, 8)),
  },
  { requiredKeys: [] },
)

const steps: fc.Arbitrary<Step> = fc.oneof(
  entering.map(
    (said): Step =>
      async ({ record }) =>
        await run(async (work) => await changeRequest(work, record.id, said)),
  ),
  fc.record({ event: fc.constantFrom('arrest', 'booking', 'release'), at: moment }).map(
    (said): Step =>
      async ({ place }) =>
        await run(async (work) => await recordEvent(work, who, place, said)),
  ),
  fc
    .record({
      kind: fc.constantFrom(...outcomeKinds),
      at: moment,
      receiver: fc.constantFrom(...outsideAgencies),
      isCorrection: fc.boolean(),
    })
    .map(({ isCorrection, ...said }): Step => async ({ record: { outcomes }, place }) => {
      const supersedes = isCorrection ? (outcomes.at(-1)?.id ?? null) : null
      const outcome = { ...said, supersedes, seen: null }
      return await run(async (work) => await recordOutcome(work, who, place, { outcome, clock }))
    }),
  fc.constant<Step>(decide),
  fc.constant<Step>(confirm),
  fc
    .record({
      kind: fc.constantFrom('receipt', 'request-copy'),
      language: fc.constantFrom('en', 'es'),
      givenAt: moment,
      channel: fc.constantFrom(...channels),
      signature: fc.constantFrom(...signatures),
      isGiven: fc.boolean(),
      hadInterpreter: fc.boolean(),
    })
    .map(({ kind, language, isGiven, ...giving }): Step => async ({ reference }) => {
      const wish = { kind, recipient: 'person', toldAt: null, releaseAt: null } as const
      // What is not in normal form is written by its bytes.
      const signedIn = { who, agencyName: 'Jose\u0301 \\ Jail' }
      const notice = await makeNotice(room, { signedIn, reference, origin: '' }, wish, language)
      if (notice === null || !isGiven) return
      await recordGiven(
        desk.database,
        who,
        { reference, notice },
        { ...giving, choice: null, offered: language, why: null },
      )
    }),
  fc.nat(3).map((nth): Step => async ({ record: { duties } }) => {
    const open = duties.filter(({ state }) => state === 'open').slice(0, nth + 1)
    const proof = { how: 'filed', notice: null, doneAt: '2026-11-25T10:00:00Z' }
    const ids = open.map(({ id }) => id)
    await run(async (work) => await dischargeDuties(work, who, { ids, proof, policyHash: null }))
  }),
)

async function decide({ reference, record }: Here): Promise<void> {
  const document = decideNow(await interviewOf(testLaw, record))
  const choices = document.decisions.map((decision) => {
    const said = choiceOfLaw(decision)
    return {
      act: decision.act,
      choice: said ?? ('do-not' as const),
      reason: said === null ? ('agency-practice' as const) : null,
    }
  })
  const version = record.draft?.version ?? 0
  await recordDecisions(room, who, { reference, version, seen: seenOf(document), choices })
}

async function confirm({ reference, record }: Here): Promise<void> {
  const waiting = record.decisions.find((decision) => mayConfirm(supervisor, decision))
  if (waiting === undefined) return
  const said = { reference, decision: waiting.id, version: record.draft?.version ?? 0, reason: null }
  await confirmDecision(desk.database, supervisor, { ...said, outcome: 'confirmed' })
}

async function read(reference: string): Promise<Here> {
  const record = await run(async (work) => await readCase(work, reference))
  return { reference, record, place: { case_id: record.id, agency_id: record.agency, desk_id: record.desk } }
}

it('verifies whole after any sequence of what a case can do', async () => {
  const kinds = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(steps, { minLength: 1, maxLength: 9 }),
      fc.constantFrom('no', 'yes'),
      async (done, isPublic) => {
        const answers = { 'warrant.form': 'none', 'release.public': isPublic, 'person.in-custody': 'yes' }
        const reference = await openSampleCase(desk, who, { answers })
        for (const step of done) await step(await read(reference))
        await publisher.publish()
        const { record } = await read(reference)
        const [key, gone] = await run(
          async (work) => [await readOpeningKey(work, record.id), await findGone(work, record)] as const,
        )
        expect(gone).toEqual({ entries: [], duties: [] })
        for (const { claim } of claimsOf(record)) {
          kinds.add(claim.kind)
          expect(await verifyEntry(desk.database, claim, key), claim.kind).toMatchObject({ kind: 'proved' })
        }
      },
    ),
    { numRuns: 25, seed: 23 },
  )
  expect([...kinds].toSorted()).toEqual(
    ['confirmation', 'decision', 'discharge', 'outcome', 'paper', 'request', 'time'].toSorted(),
  )
  const period = await verifyPeriod(desk.database, auditor, { from: '2026-01-01', through: '2099-01-01' })
  expect(period).toMatchObject({ wrong: [], waiting: 0, isProved: true })
}, 300_000)
