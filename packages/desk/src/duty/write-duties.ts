/**
 * Keeps the rows of duties in step with the record of a case: its decisions that stand, and its events that are known.
 *
 * Whoever changes either calls this in the same transaction. Called again it changes nothing.
 */
import type { DutyDue } from '@brightline/engine'
import type { Selectable } from 'kysely'
import { askCaseEvents, lockOf, type CasePlace } from '../clock/case-events.ts'
import type { Tables } from '../database/tables.ts'
import { together, type Work } from '../database/transaction.ts'
import type { DutyClock } from './due-time.ts'
import { calendarWord, dueTime, type CaseEvents } from './due-time.ts'
import { duesOf, type NewDuty } from './dues.ts'
import { readStoredDuty } from './stored-duty.ts'

/** The choice of a decision where the law leaves one and the act is done. */
const choiceToDo = 'do'

/** A duty with the decision that it comes from. */
interface Wanted extends NewDuty {
  readonly decision: string
}

/**
 * Writes the duties that the decisions of a case give rise to, makes those void that no longer arise, and counts every
 * open time anew.
 *
 * A duty that was discharged under a decision that stands does not arise again; under one that was superseded it does.
 */
export async function writeDuties(work: Work, key: CasePlace, clock: DutyClock): Promise<void> {
  const { wanted, rows, events } = await readStanding(work, key.case_id, clock)
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
  if (gone.length + values.length + recounted.length === 0) return
  await together(work, async (ask) => {
    const sent: Promise<unknown>[] = []
    if (gone.length > 0) sent.push(ask(work.updateTable('duties').set({ state: 'void' }).where('id', 'in', gone)))
    if (values.length > 0) sent.push(ask(work.insertInto('duties').values(values)))
    for (const { id, ...counted } of recounted)
      sent.push(ask(work.updateTable('duties').set(counted).where('id', '=', id)))
    await Promise.all(sent)
  })
}

/**
 * Writes the duties of a case right after it was decided. Where the engine counted a time by holidays, that time stands
 * until the record says something new.
 */
export async function writeDutiesOf(
  work: Work,
  {
    id,
    agency,
    desk,
    timeZone,
  }: { readonly id: string; readonly agency: string; readonly desk: string; readonly timeZone: string },
): Promise<void> {
  const place = { agency_id: agency, desk_id: desk, case_id: id }
  await writeDuties(work, place, { timeZone, holidays: {} })
}

type Row = Pick<Selectable<Tables['duties']>, 'id' | 'rule' | 'state' | 'decision_id' | 'document' | 'due_at'>

interface Standing {
  readonly wanted: readonly Wanted[]
  readonly rows: readonly Row[]
  readonly events: CaseEvents
}

/** Reads what a case gives rise to and what was written of it, once nobody else counts it. */
async function readStanding(work: Work, caseId: string, clock: DutyClock): Promise<Standing> {
  const columns = ['id', 'rule', 'state', 'decision_id', 'document', 'due_at'] as const
  const [, events, decided, rows] = await together(
    work,
    async (ask) =>
      await Promise.all([
        ask(lockOf(caseId)),
        askCaseEvents(work, ask, caseId, clock.timeZone),
        ask(decidedOn(work, caseId)),
        ask(work.selectFrom('duties').select(columns).where('case_id', '=', caseId)),
      ]),
  )
  return { wanted: wantedDuties(decided, events, clock), rows, events }
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
  readonly act: string
  readonly document: unknown
  readonly choice: string | null
  readonly needs_role: string | null
  readonly outcome: string | null
}

function decidedOn(work: Work, caseId: string) {
  return work
    .selectFrom('decisions as decision')
    .leftJoin('decision_confirmations as confirmation', 'confirmation.decision_id', 'decision.id')
    .select([
      'decision.id',
      'decision.act',
      'decision.document',
      'decision.choice',
      'decision.needs_role',
      'confirmation.outcome',
    ])
    .where('decision.case_id', '=', caseId)
    .leftJoin('decisions as later', 'later.supersedes', 'decision.id')
    .where('later.id', 'is', null)
    .orderBy('decision.decided_at')
}

function wantedDuties(decided: readonly Decided[], events: CaseEvents, clock: DutyClock): readonly Wanted[] {
  const standing = decided.filter(({ outcome }) => outcome !== 'sent-back')
  const all = standing.flatMap(({ id, act, document, choice, needs_role: needs, outcome }) => {
    const isDone = choice === choiceToDo && (needs === null || outcome === 'confirmed')
    const duties = dutiesIn(document, act)
    return duesOf({ duties }, { events, clock, isDone }).map((duty) => ({
      ...duty,
      decision: id,
    }))
  })
  return [...new Map(all.toReversed().map((duty) => [duty.rule, duty])).values()]
}

/** Finds the duties of an act in the JSON of a decision: of the engine's decision on the act, or in the document of several. */
function dutiesIn(document: unknown, act: string): readonly DutyDue[] {
  const fields = fieldsOf(document)
  const own: unknown = fields.get('duties')
  if (Array.isArray(own)) return own.filter(isDuty)
  const decisions: unknown = fields.get('decisions')
  if (!Array.isArray(decisions)) return []
  const found: unknown = decisions.find((one: unknown) => fieldsOf(one).get('act') === act)
  return found === undefined || fieldsOf(found).has('decisions') ? [] : dutiesIn(found, act)
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
