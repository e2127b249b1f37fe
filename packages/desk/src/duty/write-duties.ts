/**
 * Keeps the rows of duties in step with the record of a case: its decisions that stand, and its events that are known.
 *
 * Whoever changes either calls this in the same transaction. Called again it changes nothing.
 */
import type { DutyDue } from '@brightline/engine'
import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { CaseToDecide } from '../case/read-case.ts'
import { askCaseEvents, lockOf, type CasePlace } from '../clock/case-events.ts'
import type { Tables } from '../database/tables.ts'
import { statement, type Sendable } from '../database/statement.ts'
import { sendLast, together, type Work } from '../database/transaction.ts'
import type { DutyClock } from './due-time.ts'
import { calendarWord, dueTime, type CaseEvents } from './due-time.ts'
import { duesOf, type NewDuty } from './dues.ts'
import { endedBy } from '../closing/ended.ts'
import { dutiesInRow, readStoredDuty } from './stored-duty.ts'

/** The choice of a decision where the law leaves one and the act is done. */
const choiceToDo = 'do'

/** A duty with the decision that it comes from. */
interface Wanted extends NewDuty {
  readonly decision: string
}

/** Decisions that are recorded just now. */
export interface JustRecorded {
  /** The statement that writes them. It goes out with what is read here. */
  readonly writing: Sendable<unknown>
  /** Their duties by their ids: nobody needs to read them back. */
  readonly duties: ReadonlyMap<string, readonly DutyDue[]>
}

/**
 * Writes the duties that the decisions of a case give rise to, makes those void that no longer arise, and counts every
 * open time anew.
 *
 * A duty that was discharged under a decision that stands does not arise again; under one that was superseded it does.
 */
export async function writeDuties(
  work: Work,
  key: CasePlace,
  clock: DutyClock,
  recorded: JustRecorded | null = null,
): Promise<void> {
  const { wanted, rows, events } = await readStanding(work, key.case_id, clock, recorded)
  const standing = new Set(wanted.map(({ decision }) => decision))
  const isMet = ({ rule }: Wanted): boolean =>
    rows.some((row) => row.rule === rule && row.state === 'discharged' && standing.has(row.decision_id ?? ''))
  const ofCase = rows.filter(({ state, decision_id: decision }) => state === 'open' && decision !== null)
  const needed = wanted.filter((duty) => !isMet(duty))
  const gone = ofCase.filter(({ rule }) => !needed.some((duty) => duty.rule === rule)).map(({ id }) => id)
  const missing = needed.filter(({ rule }) => !ofCase.some((row) => row.rule === rule))
  const values = missing.map((duty) => rowOf(duty, key, clock))
  const recounted = recount(
    rows.filter(({ state, id }) => state === 'open' && !gone.includes(id)),
    { events, clock },
  )
  await sendLast(work, [
    ...(gone.length === 0 ? [] : [work.updateTable('duties').set({ state: 'void' }).where('id', 'in', gone)]),
    ...(values.length === 0 ? [] : [work.insertInto('duties').values(values)]),
    ...recounted.map(({ id, ...counted }) => work.updateTable('duties').set(counted).where('id', '=', id)),
  ])
}

/**
 * Writes the duties of a case right after it was decided. Where the engine counted a time by holidays, that time stands
 * until the record says something new.
 */
export async function writeDutiesOf(
  work: Work,
  { id, agency, desk, timeZone }: Pick<CaseToDecide, 'id' | 'agency' | 'desk' | 'timeZone'>,
  recorded: JustRecorded | null = null,
): Promise<void> {
  const place = { agency_id: agency, desk_id: desk, case_id: id }
  await writeDuties(work, place, { timeZone, holidays: {} }, recorded)
}

type Row = Pick<Selectable<Tables['duties']>, 'id' | 'rule' | 'state' | 'decision_id' | 'document' | 'due_at'>

interface Standing {
  readonly wanted: readonly Wanted[]
  readonly rows: readonly Row[]
  readonly events: CaseEvents
}

/** Reads what a case gives rise to and what was written of it, once nobody else counts it. */
async function readStanding(
  work: Work,
  caseId: string,
  clock: DutyClock,
  recorded: JustRecorded | null,
): Promise<Standing> {
  const duties: JustRecorded['duties'] = recorded?.duties ?? new Map()
  const [, , events, decided, rows, ended] = await together(
    work,
    async (ask) =>
      await Promise.all([
        recorded === null ? null : ask(recorded.writing),
        ask(lockOf(caseId)),
        askCaseEvents(ask, caseId, clock.timeZone),
        ask(decidedOn({ caseId, known: [...duties.keys()] })),
        ask(dutiesOf({ caseId })),
        ask(endingOf({ caseId })),
      ]),
  )
  const known = decided.map((one) => ({ ...one, duties: duties.get(one.id) ?? storedIn(one.duties) }))
  // What was closed as a mistake, or as another request, owes nothing.
  const isOver = ended.length > 0
  return { wanted: isOver ? [] : wantedDuties(known, events, clock), rows, events }
}

interface Recounted {
  readonly id: string
  readonly due_at: string | null
  readonly calendar: string
}

/** Counts the due times of open duties anew, and gives those that changed. What cannot be counted now stays as it was. */
function recount(
  rows: readonly Row[],
  { events, clock }: { readonly events: CaseEvents; readonly clock: DutyClock },
): readonly Recounted[] {
  return rows.flatMap(({ id, document, due_at: before }) => {
    const stored = readStoredDuty(document)
    const due = stored === null || stored.due === null ? null : dueTime(stored.due, events, clock)
    if (stored === null || due === null) return []
    const isSame = due.at === null ? before === null : before?.equals(due.at) === true
    return isSame ? [] : [{ id, due_at: due.at?.toString() ?? null, calendar: calendarWord(stored.due) }]
  })
}

/** A decision that stands, as far as duties follow from it. */
interface Decided {
  readonly id: string
  readonly duties: readonly DutyDue[]
  readonly choice: string | null
  readonly needs_role: string | null
  readonly outcome: string | null
}

interface OfCase {
  readonly caseId: string
}

const dutiesOf = statement((work, { caseId }: OfCase) =>
  work
    .selectFrom('duties')
    .select(['id', 'rule', 'state', 'decision_id', 'document', 'due_at'])
    .where('case_id', '=', caseId),
)

const endingOf = statement((_work, { caseId }: OfCase) => endedBy(sql`${caseId}::uuid`))

/** Asks for the decisions that stand, with their duties as stored but for some whose duties are known. */
const decidedOn = statement((work, { caseId, known }: OfCase & { readonly known: readonly string[] }) =>
  work
    .selectFrom('decisions as decision')
    .leftJoin('decision_confirmations as confirmation', 'confirmation.decision_id', 'decision.id')
    .select([
      'decision.id',
      'decision.choice',
      'decision.needs_role',
      'confirmation.outcome',
      dutiesBut(known).as('duties'),
    ])
    .where('decision.case_id', '=', caseId)
    .leftJoin('decisions as later', 'later.supersedes', 'decision.id')
    .where('later.id', 'is', null)
    .orderBy('decision.decided_at'),
)

function wantedDuties(decided: readonly Decided[], events: CaseEvents, clock: DutyClock): readonly Wanted[] {
  const standing = decided.filter(({ outcome }) => outcome !== 'sent-back')
  const all = standing.flatMap(({ id, duties, choice, needs_role: needs, outcome }) => {
    const isDone = choice === choiceToDo && (needs === null || outcome === 'confirmed')
    return duesOf({ duties }, { events, clock, isDone }).map((duty) => ({
      ...duty,
      decision: id,
    }))
  })
  return [...new Map(all.toReversed().map((duty) => [duty.rule, duty])).values()]
}

/** Reads the duties of a row, but of those that are known. */
function dutiesBut(known: readonly string[]): RawBuilder<unknown> {
  return sql`case when decision.id = any(${known}::uuid[]) then null else ${dutiesInRow('decision')} end`
}

function storedIn(duties: unknown): readonly DutyDue[] {
  return Array.isArray(duties) ? duties.filter(isDuty) : []
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

/** Tells if a value is a duty of the contract of decisions, as far as rows of duties need it. */
function isDuty(value: unknown): value is DutyDue {
  const fields = fieldsOf(value)
  const isKnown = fields.get('arises') === 'now' || fields.get('arises') === 'if-done'
  return typeof fields.get('duty') === 'string' && isKnown && readStoredDuty(value) !== null
}

function rowOf(
  { rule, document, dueAt, calendar, decision }: Wanted,
  key: CasePlace,
  { timeZone }: DutyClock,
): {
  readonly rule: string
  readonly document: string
  readonly due_at: string | null
  readonly calendar: string
  readonly time_zone: string
  readonly decision_id: string
} & CasePlace {
  return {
    ...key,
    rule,
    decision_id: decision,
    document: JSON.stringify(document),
    due_at: dueAt?.toString() ?? null,
    calendar,
    time_zone: timeZone,
  }
}
