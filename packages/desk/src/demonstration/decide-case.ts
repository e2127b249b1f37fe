/** Decides an invented request as the screens do, and closes it when its duties are done. */
import type { Decision } from '@brightline/engine'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { OpenedCase } from '../case/open-case.ts'
import { readCase, type CaseRecord } from '../case/read-case.ts'
import { openPool, type Connection } from '../database/connection.ts'
import { databaseOn, transaction, type Database, type Who, type Work } from '../database/transaction.ts'
import { confirmDecision, mayConfirm } from '../decision/confirm.ts'
import { recordDecisions, type ActChoice } from '../decision/decide.ts'
import { choiceOfLaw } from '../decision/second-person.ts'
import { seenOf } from '../decision/seen.ts'
import { decideNow, interviewOf } from '../question/case-interview.ts'
import type { Room } from '../server/room.ts'
import type { InventedRequest } from './invented-requests.ts'
import type { InventedOutcome } from './invented-year.ts'

/** What a request is decided with. */
export interface Deciding {
  readonly room: Room
  readonly application: Connection
  readonly who: Who
  /** Whoever confirms what waits for a second person; nobody does where it is left out. */
  readonly confirmers?: readonly Who[]
}

/** So many minutes after a request was opened it is decided. */
const minutesToDecide = 4

/** Decides every act that is asked for, some minutes after the request came. */
export async function decideCase(
  { room, application, who, confirmers = [] }: Deciding,
  opened: OpenedCase,
  request: InventedRequest,
): Promise<void> {
  const { database, law } = room
  const record = await transaction(database, who, async (work) => await readCase(work, opened.reference))
  const document = decideNow(await interviewOf(law, record))
  const seconds = Math.max(0, request.minutesAgo - minutesToDecide) * 60
  // The database takes the moment from the session, for the demonstration alone.
  const pool = openPool(application, 1, `-c desk.set_back=${seconds}s`)
  try {
    const choices = document.decisions.map((decision) => choiceFor(decision, request))
    const version = record.draft?.version ?? 0
    const deciding = { reference: opened.reference, version, seen: seenOf(document), choices }
    const outcome = await recordDecisions({ ...room, database: databaseOn(pool) }, who, deciding)
    if (outcome.kind !== 'recorded') throw new Error('an invented request was not decided')
    for (const one of confirmers) await confirmAll(databaseOn(pool), one, opened)
  } finally {
    await pool.end()
  }
}

/** Confirms, one after the other, what waits for the role of somebody. */
async function confirmAll(database: Database, who: Who, { reference }: OpenedCase): Promise<void> {
  const read = async (): Promise<CaseRecord> =>
    await transaction(database, who, async (work) => await readCase(work, reference))
  for (const { id } of (await read()).decisions) {
    const { draft, decisions } = await read()
    const decision = decisions.find((one) => one.id === id)
    if (draft === null || decision === undefined || !mayConfirm(who, decision)) continue
    const said = { reference, decision: id, version: draft.version, outcome: 'confirmed', reason: null } as const
    if (!(await confirmDecision(database, who, said))) throw new Error('an invented decision was not confirmed')
  }
}

/** Chooses what the law says, and where it leaves a choice, what the paper of a court asks. */
function choiceFor(decision: Decision, { kind }: InventedRequest): ActChoice {
  const said = choiceOfLaw(decision)
  if (said !== null) return { act: decision.act, choice: said, reason: null }
  const isByCourt = kind === 'detainer-with-warrant'
  return {
    act: decision.act,
    choice: isByCourt ? 'do' : 'do-not',
    reason: isByCourt ? 'court-involved' : 'agency-practice',
  }
}

/** Closes a case whose duties are done, with what came of it. */
export async function closeCase(
  work: Work,
  who: Who,
  { id, agency, desk }: OpenedCase,
  outcomes: readonly InventedOutcome[] = [{ kind: 'released', minutesBefore: 0, receiver: null }],
): Promise<void> {
  const moment = Temporal.Now.instant()
  const now = moment.toString()
  const proof = JSON.stringify({ how: 'given-in-person', notice: null, doneAt: now })
  await work
    .updateTable('duties')
    .set({ state: 'discharged', discharged_at: sql<string>`now()`, discharged_by: who.user, proof })
    .where('case_id', '=', id)
    .where('state', '=', 'open')
    .execute()
  const here = { agency_id: agency, desk_id: desk, case_id: id }
  for (const { kind, minutesBefore, receiver } of outcomes) {
    const happened = moment.subtract({ minutes: minutesBefore }).toString()
    await work
      .insertInto('outcomes')
      .values({ ...here, kind, happened_at: happened, receiving_agency: receiver, recorded_by: who.user })
      .execute()
  }
  await work.updateTable('cases').set({ closed_at: now }).where('id', '=', id).execute()
}
