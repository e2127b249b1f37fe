/** Everything that is on record of a case, within the reach of whoever asks. Nothing of it says who the person is. */
import type { AnswerJson } from '@brightline/engine'
import type { Selectable } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Json, Tables } from '../database/tables.ts'
import type { Work } from '../database/transaction.ts'
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

/** A case. */
export interface CaseRecord extends OpenedCase {
  readonly deskName: string
  readonly place: string
  readonly agencyKind: string
  readonly timeZone: string
  readonly openedAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | null
  /** When somebody entered who the person is; null where nobody has. */
  readonly identityAt: Temporal.Instant | null
  /** The request as it came in; null while nobody has entered one. */
  readonly request: Row<'requests'> | null
  readonly answers: ReadonlyMap<string, AnswerRecord>
  readonly draft: Row<'drafts'> | null
  /** The oldest first. */
  readonly decisions: readonly DecisionRecord[]
  readonly duties: readonly Row<'duties'>[]
  readonly notices: readonly Row<'notices'>[]
  readonly outcomes: readonly Row<'outcomes'>[]
  /** What papers came, and when; what is on them stays sealed. */
  readonly papers: readonly Pick<Row<'papers'>, 'id' | 'kind' | 'received_at'>[]
}

/** The shape of a reference. */
export const referencePattern = '^[A-Z]{2,4}-[0-9]{2}-[0-9]{4,}$'

/** Reads a case. One that is not within reach is not there. */
export async function readCase(work: Work, reference: string): Promise<CaseRecord> {
  const head = await work
    .selectFrom('cases')
    .innerJoin('desks', 'desks.id', 'cases.desk_id')
    .innerJoin('agencies', 'agencies.id', 'cases.agency_id')
    .select([
      'cases.id',
      'cases.reference',
      'cases.agency_id as agency',
      'cases.desk_id as desk',
      'cases.opened_at as openedAt',
      'cases.closed_at as closedAt',
      'cases.identity_at as identityAt',
      'desks.name as deskName',
      'agencies.place',
      'agencies.kind as agencyKind',
      'agencies.time_zone as timeZone',
    ])
    .where('cases.reference', '=', reference)
    .executeTakeFirst()
  if (head === undefined) throw new Refusal('not-found')
  return { ...head, ...(await readEntered(work, head.id)), ...(await readFollowing(work, head.id)) }
}

type Entered = Pick<CaseRecord, 'request' | 'answers' | 'draft' | 'papers'>

async function readEntered(work: Work, id: string): Promise<Entered> {
  const requests = work.selectFrom('requests').selectAll().where('case_id', '=', id).orderBy('entered_at', 'desc')
  const answers = await work
    .selectFrom('answers')
    .selectAll()
    .where('case_id', '=', id)
    .orderBy('answered_at')
    .execute()
  const papers = work.selectFrom('papers').select(['id', 'kind', 'received_at']).where('case_id', '=', id)
  const draft = await work.selectFrom('drafts').selectAll().where('case_id', '=', id).executeTakeFirst()
  return {
    request: (await requests.executeTakeFirst()) ?? null,
    answers: new Map(
      answers.flatMap(({ fact, value, answered_at: at }) => (isAnswer(value) ? [[fact, { value, at }] as const] : [])),
    ),
    draft: draft ?? null,
    papers: await papers.orderBy('received_at').execute(),
  }
}

type Following = Pick<CaseRecord, 'decisions' | 'duties' | 'notices' | 'outcomes'>

async function readFollowing(work: Work, id: string): Promise<Following> {
  const duties = work.selectFrom('duties').selectAll().where('case_id', '=', id).orderBy('due_at')
  const notices = work.selectFrom('notices').selectAll().where('case_id', '=', id).orderBy('made_at')
  const outcomes = work.selectFrom('outcomes').selectAll().where('case_id', '=', id).orderBy('recorded_at')
  return {
    decisions: await readDecisions(work, id),
    duties: await duties.execute(),
    notices: await notices.execute(),
    outcomes: await outcomes.execute(),
  }
}

/** Reads the decisions on a case, each with its confirmation, the oldest first. */
async function readDecisions(work: Work, caseId: string): Promise<readonly DecisionRecord[]> {
  const rows = await work
    .selectFrom('decisions')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('decided_at')
    .orderBy('log_serial')
    .execute()
  const confirmations =
    rows.length === 0
      ? []
      : await work
          .selectFrom('decision_confirmations')
          .selectAll()
          .where(
            'decision_id',
            'in',
            rows.map(({ id }) => id),
          )
          .execute()
  const superseded = new Set(rows.map(({ supersedes }) => supersedes))
  return rows.map((row) => ({
    ...row,
    confirmation: confirmations.find(({ decision_id: of }) => of === row.id) ?? null,
    isSuperseded: superseded.has(row.id),
  }))
}

/** Lists the decisions that stand: the last one on each act. */
export function standingDecisions({ decisions }: Pick<CaseRecord, 'decisions'>): readonly DecisionRecord[] {
  return decisions.filter(({ isSuperseded }) => !isSuperseded)
}

function isAnswer(value: Json): value is AnswerJson {
  return value === null || typeof value === 'string' || typeof value === 'number'
}
