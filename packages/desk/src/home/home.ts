/** What somebody finds at home: what is due, what waits, and what was begun. No identity is among it. */
import { sql, type RawBuilder } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { linesAhead } from '../record/clock-correction.ts'
import { closingsToConfirm } from '../closing/to-confirm.ts'
import { givenOn, type GivenPaper } from '../duty/languages.ts'
import { formOf } from '../case/form-of.ts'
import type { Json } from '../database/tables.ts'
import { isSecondRole, type SecondRole } from '../decision/second-person.ts'
import { transaction, type Database, type Who, type Work } from '../database/transaction.ts'

/** A duty that is open. */
export interface DueDuty {
  readonly id: string
  readonly document: { readonly [key: string]: Json }
  readonly dueAt: Temporal.Instant | null
  readonly calendar: string
  readonly reference: string | null
  readonly rule: string
  /** The papers that were given on its request. */
  readonly papers: readonly GivenPaper[]
}

/** A request that waits for somebody: for its next answer, or for a second person. */
export interface Waiting {
  readonly reference: string
  readonly form: string | null
  readonly why: 'draft' | 'confirm' | 'sent-back' | 'close'
  readonly since: Temporal.Instant
}

/** A request that somebody opened, with the decisions on it. */
export interface Started {
  readonly reference: string
  readonly form: string | null
  readonly openedAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | null
  readonly openDuties: number
  readonly decisions: readonly { readonly act: string; readonly document: { readonly [key: string]: Json } }[]
}

/** How many of each there are, also those that no row shows. */
interface HomeCounts {
  /** Duties that are open, those without a time too. */
  readonly open: number
  /** Duties that have a time. */
  readonly due: number
  /** Duties that the law wants at once or promptly. */
  readonly atOnce: number
  readonly late: number
  readonly requests: number
  readonly decisions: number
  readonly openings: number
  readonly people: number
}

/** Everything at home. */
export interface Home {
  readonly now: Temporal.Instant
  readonly due: readonly DueDuty[]
  readonly waiting: readonly Waiting[]
  readonly started: readonly Started[]
  readonly counts: HomeCounts
  /** The record waits for an administrator, because the clock had run days ahead. */
  readonly isClockAhead: boolean
}

const [mostDue, mostWaiting, mostStarted] = [6, 8, 6]

/** Reads what is at home, as of one moment. The policies of the database choose the rows. */
export async function readHome(database: Database, who: Who): Promise<Home> {
  return await transaction(database, who, async (work) => ({
    now: Temporal.Now.instant(),
    due: await readDue(work),
    waiting: [
      ...(await readToConfirm(work, who)),
      ...(await readToClose(work, who)),
      ...(await readDrafts(work)),
    ].slice(0, mostWaiting),
    started: who.role === 'clerk' ? await readStarted(work, who) : [],
    counts: await readCounts(work, who),
    isClockAhead: who.role === 'administrator' && (await linesAhead(work, who.agency)).length > 0,
  }))
}

/** Of what the agency owes again and again, the next day hides the ones after it. */
const isNext = sql<boolean>`(duties.case_id is not null or not exists (select from desk.duties as sooner
  where sooner.case_id is null and sooner.agency_id = duties.agency_id and sooner.rule = duties.rule
    and sooner.state = 'open' and sooner.due_at >= now() and sooner.due_at < duties.due_at))`

/** Reads what is late, then what the law wants at once, then the rest by time. */
async function readDue(work: Work): Promise<readonly DueDuty[]> {
  const open = work
    .selectFrom('duties')
    .leftJoin('cases', 'cases.id', 'duties.case_id')
    .select([
      'duties.id',
      'duties.document',
      'duties.due_at as dueAt',
      'duties.calendar',
      'duties.rule',
      'cases.reference',
    ])
    .select(givenOn(sql.ref('duties.case_id')).as('papers'))
    .where(sql<boolean>`duties.state = 'open'`)
    .where(isNext)
    .limit(mostDue)
  const atOnce = await open
    .where(sql<boolean>`duties.calendar in ('promptly', 'at-once')`)
    .orderBy('duties.opened_at')
    .execute()
  const others = await open
    .where(sql<boolean>`duties.calendar not in ('promptly', 'at-once')`)
    .orderBy(sql`duties.due_at asc nulls last`)
    .execute()
  const now = Temporal.Now.instant()
  const late = others.filter(({ dueAt }) => dueAt !== null && Temporal.Instant.compare(dueAt, now) < 0)
  return [...late, ...atOnce, ...others.slice(late.length)].slice(0, mostDue)
}

/** Reads the decisions that wait for a second person in the role of the reader, and those that were sent back to the reader. */
async function readToConfirm(work: Work, who: Who): Promise<readonly Waiting[]> {
  const second = asSecond(who)
  const standing = work
    .selectFrom('decisions')
    .innerJoin('cases', 'cases.id', 'decisions.case_id')
    .leftJoin('decision_confirmations as answer', 'answer.decision_id', 'decisions.id')
    .leftJoin('decisions as later', 'later.supersedes', 'decisions.id')
    .leftJoin('requests', 'requests.case_id', 'cases.id')
    .select(['cases.reference', 'requests.form', 'decisions.decided_at as since', 'answer.outcome'])
    .where('later.id', 'is', null)
    .where('cases.closed_at', 'is', null)
    .orderBy('decisions.decided_at')
    .limit(mostWaiting)
  const toConfirm =
    second === null
      ? []
      : await standing
          .where('decisions.needs_role', 'is not', null)
          .where('decisions.needs_role', '=', second)
          .where('answer.decision_id', 'is', null)
          .execute()
  const sentBack = await standing
    .where(sql<boolean>`answer.outcome = 'sent-back'`)
    .where('decisions.decided_by', '=', who.user)
    .execute()
  const rows = [...toConfirm, ...sentBack].toSorted((a, b) => a.since.epochMilliseconds - b.since.epochMilliseconds)
  // A request with several decisions waits once.
  const byReference = new Map(rows.map((row) => [row.reference, row]))
  return [...byReference.values()].map(({ outcome, ...row }) => ({
    ...row,
    why: outcome === 'sent-back' ? 'sent-back' : 'confirm',
  }))
}

/** Reads the closings that wait for a second person. */
async function readToClose(work: Work, who: Who): Promise<readonly Waiting[]> {
  if (asSecond(who) === null) return []
  const rows = await work
    .selectFrom('cases')
    .innerJoin('drafts', 'drafts.case_id', 'cases.id')
    .leftJoin('requests', 'requests.case_id', 'cases.id')
    .select(['cases.reference', formOf('requests.form', 'cases.id').as('form'), 'drafts.changed_at as since'])
    .where(sql<boolean>`cases.id in (${closingsToConfirm(who)})`)
    .orderBy('drafts.changed_at')
    .limit(mostWaiting)
    .execute()
  return rows.map((row) => ({ ...row, why: 'close' }))
}

function asSecond({ role }: Who): SecondRole | null {
  return isSecondRole(role) ? role : null
}

async function readDrafts(work: Work): Promise<readonly Waiting[]> {
  const rows = await work
    .selectFrom('drafts')
    .innerJoin('cases', 'cases.id', 'drafts.case_id')
    .leftJoin('requests', 'requests.case_id', 'cases.id')
    .select(['cases.reference', formOf('requests.form', 'cases.id').as('form'), 'drafts.changed_at as since'])
    .where(sql<boolean>`drafts.step not in ('decided', 'confirmation', 'closing', 'closed')`)
    .orderBy('drafts.changed_at', 'desc')
    .limit(mostWaiting)
    .execute()
  return rows.map((row) => ({ ...row, why: 'draft' }))
}

async function readStarted(work: Work, who: Who): Promise<readonly Started[]> {
  const cases = await work
    .selectFrom('cases')
    .leftJoin('requests', 'requests.case_id', 'cases.id')
    .select([
      'cases.id',
      'cases.reference',
      'requests.form',
      'cases.opened_at as openedAt',
      'cases.closed_at as closedAt',
    ])
    .select(
      sql<number>`(select count(*) from desk.duties where duties.case_id = cases.id and duties.state = 'open')`.as(
        'openDuties',
      ),
    )
    .where('cases.opened_by', '=', who.user)
    .where((where) => where.exists(where.selectFrom('decisions').select('id').whereRef('case_id', '=', 'cases.id')))
    .orderBy('cases.opened_at', 'desc')
    .limit(mostStarted)
    .execute()
  if (cases.length === 0) return []
  const decisions = await work
    .selectFrom('decisions')
    .leftJoin('decisions as later', 'later.supersedes', 'decisions.id')
    .select(['decisions.case_id as caseId', 'decisions.act', 'decisions.document'])
    .where('later.id', 'is', null)
    .where(
      'decisions.case_id',
      'in',
      cases.map(({ id }) => id),
    )
    .execute()
  return cases.map(({ id, ...row }) => ({ ...row, decisions: decisions.filter(({ caseId }) => caseId === id) }))
}

/** Counts what the page of the role shows; what it does not show is not counted. */
async function readCounts(work: Work, { role }: Who): Promise<HomeCounts> {
  const looksOver = role === 'auditor' || role === 'records-officer'
  const unless = (isShown: boolean, count: string): RawBuilder<number> => (isShown ? sql.raw(count) : sql.lit(0))
  const { rows } = await sql<HomeCounts>`select
    (select count(*) from desk.duties where state = 'open') as open,
    (select count(*) from desk.duties where state = 'open' and due_at is not null) as due,
    (select count(*) from desk.duties where state = 'open' and calendar in ('promptly', 'at-once')) as "atOnce",
    (select count(*) from desk.duties where state = 'open' and due_at < now()) as late,
    ${unless(looksOver, '(select count(*) from desk.cases where copy_of is null)')} as requests,
    ${unless(looksOver, '(select count(*) from desk.decisions)')} as decisions,
    ${unless(role === 'auditor', '(select count(*) from desk.vault_openings)')} as openings,
    ${unless(role === 'administrator', '(select count(*) from desk.users where closed_at is null)')} as people`.execute(
    work,
  )
  const [counts] = rows
  return counts ?? { open: 0, due: 0, atOnce: 0, late: 0, requests: 0, decisions: 0, openings: 0, people: 0 }
}
