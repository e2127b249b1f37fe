/** The duties that a decision gives rise to, with their times. */
import type { Decision, DutyDue } from '@brightline/engine'
import { calendarWord, dueTime, type CaseEvents, type DutyClock } from './due-time.ts'
import { storedDuty, type StoredDuty } from './stored-duty.ts'
import { Temporal } from 'temporal-polyfill'

/** A duty that is to be written as a row. */
export interface NewDuty {
  readonly rule: string
  readonly document: StoredDuty
  readonly dueAt: Temporal.Instant | null
  readonly calendar: string
}

/** What is known when duties are counted. */
export interface DutyKnowledge {
  readonly events: CaseEvents
  readonly clock: DutyClock
  /** The act is done, or was chosen: duties that follow it arise too. */
  readonly isDone: boolean
}

/**
 * Lists the duties of a decision, each once. A duty that arises only if the act is done is among them where it is.
 *
 * @example
 * duesOf({ duties: [] }, { events: new Map(), clock: { timeZone: 'UTC', holidays: {} }, isDone: false }) // => []
 */
export function duesOf({ duties }: Pick<Decision, 'duties'>, known: DutyKnowledge): readonly NewDuty[] {
  const arisen = duties.filter(({ arises }) => arises === 'now' || known.isDone)
  return [...new Map(arisen.map((duty) => [duty.duty, duty])).values()].map((duty) => newDuty(duty, known))
}

function newDuty(duty: DutyDue, { events, clock }: DutyKnowledge): NewDuty {
  const { due, at } = duty
  const counted = dueTime(due, events, clock)
  // Where the calendar cannot be read now, the time stands that the engine counted when it decided.
  const dueAt = counted === null ? (at === null ? null : Temporal.ZonedDateTime.from(at).toInstant()) : counted.at
  return {
    rule: duty.duty,
    document: storedDuty(duty),
    dueAt,
    calendar: calendarWord(due),
  }
}
