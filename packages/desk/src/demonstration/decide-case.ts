/** Decides an invented request as the screens do, and records what came of it. */
import type { Decision } from '@brightline/engine'
import { Temporal } from 'temporal-polyfill'
import type { OpenedCase } from '../case/open-case.ts'
import { readCase, type CaseRecord } from '../case/read-case.ts'
import { transaction, type Database, type Who, type Work } from '../database/transaction.ts'
import { confirmDecision, mayConfirm } from '../decision/confirm.ts'
import { recordDecisions, type ActChoice } from '../decision/decide.ts'
import { choiceOfLaw } from '../decision/second-person.ts'
import { seenOf } from '../decision/seen.ts'
import { dischargeDuties } from '../duty/discharge-duties.ts'
import { missingLanguages } from '../duty/languages.ts'
import { readStoredDuty } from '../duty/stored-duty.ts'
import { insertOutcome } from '../outcome/outcome.ts'
import { decideNow, interviewOf } from '../question/case-interview.ts'
import type { Room } from '../server/room.ts'
import type { InventedRequest } from './invented-requests.ts'
import type { InventedOutcome } from './invented-year.ts'

/** What a request is decided with. */
export interface Deciding {
  readonly room: Room
  readonly who: Who
  /** Whoever confirms what waits for a second person; nobody does where it is left out. */
  readonly confirmers?: readonly Who[]
}

/** So many minutes after a request was opened it is decided. */
export const minutesToDecide = 4

/** Decides every act that is asked for. The room works as of the moment at which it is decided. */
export async function decideCase(
  { room, who, confirmers = [] }: Deciding,
  opened: OpenedCase,
  request: InventedRequest,
): Promise<void> {
  const { database, law } = room
  const record = await transaction(database, who, async (work) => await readCase(work, opened.reference))
  const document = decideNow(await interviewOf(law, record))
  const choices = document.decisions.map((decision) => choiceFor(decision, request))
  const version = record.draft?.version ?? 0
  const deciding = { reference: opened.reference, version, seen: seenOf(document), choices }
  const outcome = await recordDecisions(room, who, deciding)
  if (outcome.kind !== 'recorded') throw new Error('an invented request was not decided')
  for (const one of confirmers) await confirmAll(database, one, opened)
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

/** Records what came of a case and that its duties are done, so many minutes ago. */
export async function finishCase(
  work: Work,
  who: Who,
  { id, agency, desk }: OpenedCase,
  { minutesAgo, outcomes }: Finishing,
): Promise<void> {
  const moment = Temporal.Now.instant()
  const doneAt = moment.subtract({ minutes: minutesAgo }).toString()
  const here = { agency_id: agency, desk_id: desk, case_id: id }
  for (const { kind, minutesBefore, receiver } of outcomes) {
    const at = moment.subtract({ minutes: minutesAgo + minutesBefore })
    await insertOutcome(work, who, here, { kind, at, receiver, supersedes: null })
  }
  const open = work.selectFrom('duties').select(['id', 'rule', 'document'])
  const duties = await open.where('case_id', '=', id).where('state', '=', 'open').execute()
  const proof = { how: 'given-in-person', notice: null, doneAt }
  for (const { id: duty, rule, document } of duties) {
    const missing = missingLanguages(readStoredDuty(document), rule, [])
    const languages = missing.length === 0 ? {} : { languages: { missing, why: 'offered-each' } }
    await dischargeDuties(work, who, { ids: [duty], proof: { ...proof, ...languages }, policyHash: null })
  }
}

/** When a case was over, and what came of it. */
interface Finishing {
  readonly minutesAgo: number
  readonly outcomes: readonly InventedOutcome[]
}

/** What comes of a case where nothing else is said. */
export const wasReleased: readonly InventedOutcome[] = [{ kind: 'released', minutesBefore: 0, receiver: null }]
