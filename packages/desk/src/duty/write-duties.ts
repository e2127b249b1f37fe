/**
 * Keeps the rows of duties in step with the record of a case: its decisions that stand, and its events that are known.
 *
 * Whoever changes either calls this in the same transaction. Called again it changes nothing.
 */
import type { DutyDue } from '@brightline/engine'
import { sql, type Selectable } from 'kysely'
import { standingDecisions, type CaseToDecide, type DecisionRecord } from '../case/read-case.ts'
import { askCaseEvents, lockOf, type CasePlace } from '../clock/case-events.ts'
import type { Tables } from '../database/tables.ts'
import { statement, type Sendable } from '../database/statement.ts'
import { sendLast, together, type Ask, type Work } from '../database/transaction.ts'
import type { DutyClock } from './due-time.ts'
import { calendarWord, dueTime, type CaseEvents } from './due-time.ts'
import { duesOf, type NewDuty } from './dues.ts'
import { endedBy } from '../closing/ended.ts'
import { dutiesInRow, dutiesOfRow, fieldsOf, readStoredDuty } from './stored-duty.ts'

/** The choice of a decision where the law leaves one and the act is done. */
const choiceToDo = 'do'

/** A duty with the decision that it comes from. */
interface Wanted extends NewDuty {
  readonly decision: string
}

/** What was written of a case, and what is known of it. */
export interface Counted {
  readonly rows: readonly Row[]
  readonly events: CaseEvents
}

/** A decision that stands, as far as duties follow from it. */
interface Decided {
  readonly id: string
  readonly duties: readonly DutyDue[]
  readonly choice: string | null
  readonly needs_role: string | null
  /** What a second person said of it; null where nobody has. */
  readonly outcome: string | null
}

/**
 * Writes the duties that the decisions of a case give rise to, makes those void that no longer arise, and counts every
 * open time anew.
 *
 * A duty that was discharged under a decision that stands does not arise again; under one that was superseded it does.
 */
export async function writeDuties(work: Work, key: CasePlace, clock: DutyClock): Promise<void> {
  const caseId = key.case_id
  const [counted, decided, ended] = await together(
    work,
    async (ask) =>
      await Promise.all([
        askCounted(ask, caseId, { clock, isDeciding: false }),
        ask(decidedOn({ caseId })),
        ask(endingOf({ caseId })),
      ]),
  )
  // What was closed as a mistake, or as another request, owes nothing.
  const standing = ended.length > 0 ? [] : decided.map((one) => ({ ...one, duties: dutiesAmong(one.duties) }))
  await sendLast(work, dutyChanges(work, key, clock, { counted, standing }))
}

/**
 * Writes the duties of a case right after a second person looked at it. Where the engine counted a time by holidays, that
 * time stands until the record says something new.
 */
export async function writeDutiesOf(work: Work, record: CaseOfDuties): Promise<void> {
  await writeDuties(work, placeOf(record), clockOf(record))
}

type CaseOfDuties = Pick<CaseToDecide, 'id' | 'agency' | 'desk' | 'timeZone'>

/** Names where the duties of a case belong. */
function placeOf({ id, agency, desk }: CaseOfDuties): CasePlace {
  return { agency_id: agency, desk_id: desk, case_id: id }
}

function clockOf({ timeZone }: CaseOfDuties): DutyClock {
  return { timeZone, holidays: {} }
}

/** A decision that is recorded just now. */
export type JustRecorded = Omit<Decided, 'outcome'> & Pick<DecisionRecord, 'supersedes'>

/**
 * Gives the statements that bring the duties of a case in step with decisions that are recorded just now. What was read of
 * the case still stands: nobody else decides it.
 */
export function dutiesAfter(
  work: Work,
  record: CaseToDecide,
  counted: Counted,
  recorded: readonly JustRecorded[],
): readonly Sendable<unknown>[] {
  const superseded = new Set(recorded.map(({ supersedes }) => supersedes))
  const before = standingDecisions(record).filter(({ id }) => !superseded.has(id))
  const standing = [...before.map(decidedBefore), ...recorded.map((one) => ({ ...one, outcome: null }))]
  return dutyChanges(work, placeOf(record), clockOf(record), { counted, standing })
}

function decidedBefore(row: DecisionRecord): Decided {
  const { id, choice, needs_role, confirmation } = row
  return { id, choice, needs_role, outcome: confirmation?.outcome ?? null, duties: dutiesAmong(dutiesOfRow(row)) }
}

/** Asks for what was written of a case that is decided just now, once nobody else counts it. */
export async function askCountedOf(ask: Ask, record: CaseOfDuties): Promise<Counted> {
  return await askCounted(ask, record.id, { clock: clockOf(record), isDeciding: true })
}

/** Asks for what was written of a case, once nobody else counts it. Somebody may be deciding it just now. */
async function askCounted(
  ask: Ask,
  caseId: string,
  { clock, isDeciding }: { readonly clock: DutyClock; readonly isDeciding: boolean },
): Promise<Counted> {
  const [, events, rows] = await Promise.all([
    ask(lockOf(caseId)),
    askCaseEvents(ask, caseId, { zone: clock.timeZone, isDeciding }),
    ask(dutiesOf({ caseId })),
  ])
  return { rows, events }
}

/** Gives the statements that bring the duties of a case in step with what stands. */
function dutyChanges(
  work: Work,
  key: CasePlace,
  clock: DutyClock,
  { counted: { rows, events }, standing }: { readonly counted: Counted; readonly standing: readonly Decided[] },
): readonly Sendable<unknown>[] {
  const wanted = wantedDuties(standing, events, clock)
  const from = new Set(wanted.map(({ decision }) => decision))
  const isMet = ({ rule }: Wanted): boolean =>
    rows.some((row) => row.rule === rule && row.state === 'discharged' && from.has(row.decision_id ?? ''))
  const ofCase = rows.filter(({ state, decision_id: decision }) => state === 'open' && decision !== null)
  const needed = wanted.filter((duty) => !isMet(duty))
  const gone = ofCase.filter(({ rule }) => !needed.some((duty) => duty.rule === rule)).map(({ id }) => id)
  const missing = needed.filter(({ rule }) => !ofCase.some((row) => row.rule === rule))
  const values = missing.map((duty) => rowOf(duty, key, clock))
  const recounted = recount(
    rows.filter(({ state, id }) => state === 'open' && !gone.includes(id)),
    { events, clock },
  )
  return [
    ...(gone.length === 0 ? [] : [work.updateTable('duties').set({ state: 'void' }).where('id', 'in', gone)]),
    ...(values.length === 0 ? [] : [work.insertInto('duties').values(values)]),
    ...recounted.map(({ id, ...set }) => work.updateTable('duties').set(set).where('id', '=', id)),
  ]
}

type Row = Pick<Selectable<Tables['duties']>, 'id' | 'rule' | 'state' | 'decision_id' | 'document' | 'due_at'>

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

const decidedOn = statement((work, { caseId }: OfCase) =>
  work
    .selectFrom('decisions as decision')
    .leftJoin('decision_confirmations as confirmation', 'confirmation.decision_id', 'decision.id')
    .select([
      'decision.id',
      'decision.choice',
      'decision.needs_role',
      'confirmation.outcome',
      dutiesInRow('decision').as('duties'),
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

/** Reads the duties that a document keeps. */
function dutiesAmong(duties: unknown): readonly DutyDue[] {
  return Array.isArray(duties) ? duties.filter(isDuty) : []
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
