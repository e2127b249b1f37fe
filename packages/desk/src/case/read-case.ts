/** Everything that is on record of a case, within the reach of whoever asks. Nothing of it says who the person is. */
import type { AnswerJson } from '@brightline/engine'
import { sql, type Selectable, type SelectQueryBuilder } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Json, Tables } from '../database/tables.ts'
import { statement } from '../database/statement.ts'
import { together, type Ask, type Work } from '../database/transaction.ts'
import { Refusal } from '../server/refusal.ts'
import type { OpenedCase } from './open-case.ts'

type Row<Name extends keyof Tables> = Selectable<Tables[Name]>

/** A decision with its confirmation, where a second person has looked at it. */
export interface DecisionRecord extends Row<'decisions'> {
  readonly confirmation: Row<'decision_confirmations'> | null
  /** True where a later decision took its place. */
  readonly isSuperseded: boolean
}

/** One answer, by the fact, act or time that it is about. */
interface AnswerRecord {
  readonly value: AnswerJson
  readonly at: Temporal.Instant
}

/** A case as far as it is decided: what came in, what was answered, and what was decided on it. */
export interface CaseToDecide extends OpenedCase {
  /** The letters of its desk. */
  readonly deskPrefix: string
  readonly place: string
  readonly agencyKind: string
  readonly timeZone: string
  /** The request as it came in; null while nobody has entered one. */
  readonly request: Pick<Row<'requests'>, 'form' | 'received_at' | 'acts'> | null
  readonly answers: ReadonlyMap<string, Pick<AnswerRecord, 'value'>>
  readonly draft: Pick<Row<'drafts'>, 'step'> | null
  /** The oldest first. */
  readonly decisions: readonly DecisionRecord[]
}

/** A case, with everything that came in and that followed. */
export interface CaseRecord extends CaseToDecide {
  readonly deskName: string
  /** The place that was asked for at set-up, where only the law above it is encoded. */
  readonly placeAsked: string | null
  readonly openedAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | null
  /** When somebody entered who the person is; null where nobody has. */
  readonly identityAt: Temporal.Instant | null
  readonly request: Row<'requests'> | null
  /** All rows of it, the newest first: a case has one, unless somebody wrote another by hand. */
  readonly requests: readonly Row<'requests'>[]
  readonly answers: ReadonlyMap<string, AnswerRecord>
  readonly draft: Row<'drafts'> | null
  /** What papers came, and when; what is on them stays sealed. */
  readonly papers: readonly Pick<Row<'papers'>, 'id' | 'kind' | 'received_at'>[]
  readonly duties: readonly Row<'duties'>[]
  readonly notices: readonly Row<'notices'>[]
  readonly outcomes: readonly Row<'outcomes'>[]
  /** When events happened, as somebody recorded it. */
  readonly times: readonly Row<'case_events'>[]
  /** The steps by which it was closed or reopened, the oldest first. */
  readonly closings: readonly Row<'case_closings'>[]
  /** The requests that are closed now because they are this one again. */
  readonly twins: readonly string[]
}

/** The shape of a reference. */
export const referencePattern = '^[A-Z]{2,4}-[0-9]{2}-[0-9]{4,}$'

/** Reads a case. One that is not within reach is not there. */
export async function readCase(work: Work, reference: string): Promise<CaseRecord> {
  return await together(work, async (ask) => await askCase(ask, reference))
}

/** Reads a case, together with what else is asked. */
async function askCase(ask: Ask, reference: string): Promise<CaseRecord> {
  const [heads, entered, decisions, following] = await Promise.all([
    ask(headOf({ reference })),
    askEntered(ask, reference),
    askDecisions(ask, reference),
    askFollowing(ask, reference),
  ])
  const [head] = heads
  if (head === undefined) throw new Refusal('not-found')
  return { ...head, ...entered, decisions, ...following }
}

/** Reads a case as far as it is decided, together with what else is asked: by few statements, because each costs. */
export async function askCaseToDecide(ask: Ask, reference: string): Promise<CaseToDecide> {
  const [[found], rows] = await Promise.all([ask(toDecide({ reference })), ask(decisionsOf({ reference }))])
  if (found === undefined) throw new Refusal('not-found')
  const decisions = rows.length === 0 ? [] : confirmed(rows, await ask(confirmationsOf({ reference })))
  const { form, received_at, acts, step, told, ...head } = found
  const request = received_at === null || acts === null ? null : { form, received_at, acts }
  const answers = new Map(told.flatMap(({ fact, value }) => (isAnswer(value) ? [[fact, { value }] as const] : [])))
  return { ...head, request, answers, draft: step === null ? null : { step }, decisions }
}

/** What a statement on one case takes. */
interface OfCase {
  readonly reference: string
}

const headOf = statement((work, { reference }: OfCase) =>
  placedOf(work, reference).select([
    'cases.opened_at as openedAt',
    'cases.closed_at as closedAt',
    'cases.identity_at as identityAt',
    'desks.name as deskName',
    'agencies.place_asked as placeAsked',
  ]),
)

/** One answer as a statement gives it with others. */
interface Told {
  readonly fact: string
  readonly value: Json
}

const toDecide = statement((work, { reference }: OfCase) =>
  placedOf(work, reference)
    .leftJoin('drafts', 'drafts.case_id', 'cases.id')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('requests')
          .select(['form', 'received_at', 'acts'])
          .whereRef('requests.case_id', '=', 'cases.id')
          .orderBy('entered_at', 'desc')
          .limit(1)
          .as('request'),
      (join) => join.onTrue(),
    )
    .select([
      'drafts.step',
      'request.form',
      'request.received_at',
      'request.acts',
      sql<
        readonly Told[]
      >`coalesce((select jsonb_agg(jsonb_build_object('fact', fact, 'value', value) order by answered_at)
        from desk.answers where case_id = cases.id), '[]')`.as('told'),
    ]),
)

/** Finds a case with where it belongs. */
function placedOf(work: Work, reference: string) {
  return work
    .selectFrom('cases')
    .innerJoin('desks', 'desks.id', 'cases.desk_id')
    .innerJoin('agencies', 'agencies.id', 'cases.agency_id')
    .select([
      'cases.id',
      'cases.reference',
      'cases.agency_id as agency',
      'cases.desk_id as desk',
      'desks.prefix as deskPrefix',
      'agencies.place',
      'agencies.kind as agencyKind',
      'agencies.time_zone as timeZone',
    ])
    .where('cases.id', '=', idOf(work, reference))
}

/** Finds the id of a case, for whatever hangs on it. A copy is read as the request that came first. */
export function idOf(work: Work, reference: string): SelectQueryBuilder<Tables, 'cases', { id: string }> {
  return work
    .selectFrom('cases')
    .select((column) => column.fn.coalesce('copy_of', 'id').as('id'))
    .where('reference', '=', reference)
}

/** Gives the reference of the request that came first, for a page that a copy leads to. */
export async function firstReference(work: Work, reference: string): Promise<string> {
  const found = await work
    .selectFrom('cases')
    .select('reference')
    .where('id', '=', idOf(work, reference))
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('not-found')
  return found.reference
}

type Entered = Pick<CaseRecord, 'request' | 'requests' | 'answers' | 'draft'>

const requestsOf = statement((work, { reference }: OfCase) =>
  work.selectFrom('requests').selectAll().where('case_id', '=', idOf(work, reference)).orderBy('entered_at', 'desc'),
)

const answersOf = statement((work, { reference }: OfCase) =>
  work
    .selectFrom('answers')
    .select(['fact', 'value', 'answered_at'])
    .where('case_id', '=', idOf(work, reference))
    .orderBy('answered_at'),
)

const draftOf = statement((work, { reference }: OfCase) =>
  work.selectFrom('drafts').selectAll().where('case_id', '=', idOf(work, reference)),
)

async function askEntered(ask: Ask, reference: string): Promise<Entered> {
  const [requests, answers, drafts] = await Promise.all([
    ask(requestsOf({ reference })),
    ask(answersOf({ reference })),
    ask(draftOf({ reference })),
  ])
  return {
    ...{ request: requests[0] ?? null, requests },
    answers: new Map(
      answers.flatMap(({ fact, value, answered_at: at }) => (isAnswer(value) ? [[fact, { value, at }] as const] : [])),
    ),
    draft: drafts[0] ?? null,
  }
}

const decisionsOf = statement((work, { reference }: OfCase) =>
  work
    .selectFrom('decisions')
    .selectAll()
    .where('case_id', '=', idOf(work, reference))
    .orderBy('decided_at')
    .orderBy('log_serial'),
)

const confirmationsOf = statement((work, { reference }: OfCase) =>
  work
    .selectFrom('decision_confirmations as said')
    .innerJoin('decisions as one', 'one.id', 'said.decision_id')
    .selectAll('said')
    .where('one.case_id', '=', idOf(work, reference)),
)

async function askDecisions(ask: Ask, reference: string): Promise<readonly DecisionRecord[]> {
  const [rows, confirmations] = await Promise.all([
    ask(decisionsOf({ reference })),
    ask(confirmationsOf({ reference })),
  ])
  return confirmed(rows, confirmations)
}

function confirmed(
  rows: readonly Row<'decisions'>[],
  confirmations: readonly Row<'decision_confirmations'>[],
): readonly DecisionRecord[] {
  const superseded = new Set(rows.map(({ supersedes }) => supersedes))
  return rows.map((row) => ({
    ...row,
    confirmation: confirmations.find(({ decision_id: of }) => of === row.id) ?? null,
    isSuperseded: superseded.has(row.id),
  }))
}

type Following = Pick<CaseRecord, 'papers' | 'duties' | 'notices' | 'outcomes' | 'times' | 'closings' | 'twins'>

const papersOf = statement((work, { reference }: OfCase) =>
  work
    .selectFrom('papers')
    .select(['id', 'kind', 'received_at'])
    .where('case_id', '=', idOf(work, reference))
    .orderBy('received_at'),
)

const dutiesOf = statement((work, { reference }: OfCase) =>
  work.selectFrom('duties').selectAll().where('case_id', '=', idOf(work, reference)).orderBy('due_at'),
)

const noticesOf = statement((work, { reference }: OfCase) =>
  work.selectFrom('notices').selectAll().where('case_id', '=', idOf(work, reference)).orderBy('made_at'),
)

const outcomesOf = statement((work, { reference }: OfCase) =>
  work.selectFrom('outcomes').selectAll().where('case_id', '=', idOf(work, reference)).orderBy('recorded_at'),
)

const timesOf = statement((work, { reference }: OfCase) =>
  work.selectFrom('case_events').selectAll().where('case_id', '=', idOf(work, reference)).orderBy('recorded_at'),
)

const closingsOf = statement((work, { reference }: OfCase) =>
  work.selectFrom('case_closings').selectAll().where('case_id', '=', idOf(work, reference)).orderBy('log_ticket'),
)

async function askFollowing(ask: Ask, reference: string): Promise<Following> {
  const [papers, duties, notices, outcomes, times, closings, twins] = await Promise.all([
    ask(papersOf({ reference })),
    ask(dutiesOf({ reference })),
    ask(noticesOf({ reference })),
    ask(outcomesOf({ reference })),
    ask(timesOf({ reference })),
    ask(closingsOf({ reference })),
    ask(twinsOf({ reference })),
  ])
  return { papers, duties, notices, outcomes, times, closings, twins: twins.map((row) => row.reference) }
}

const twinsOf = statement((work, { reference }: OfCase) =>
  work
    .selectFrom('case_closings as closing')
    .innerJoin('cases', 'cases.id', 'closing.case_id')
    .leftJoin('case_closings as later', 'later.follows', 'closing.id')
    .select('cases.reference')
    .where('closing.step', '=', 'confirmed')
    .where('later.id', 'is', null)
    .where('closing.twin', '=', work.selectFrom('cases').select('reference').where('id', '=', idOf(work, reference)))
    .orderBy('cases.reference'),
)

/** Lists the decisions that stand: the last one on each act. */
export function standingDecisions({ decisions }: Pick<CaseRecord, 'decisions'>): readonly DecisionRecord[] {
  return decisions.filter(({ isSuperseded }) => !isSuperseded)
}

function isAnswer(value: Json): value is AnswerJson {
  return value === null || typeof value === 'string' || typeof value === 'number'
}
