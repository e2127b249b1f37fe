/** What somebody finds at home: what is due, what waits, and what that person started. No identity is among it. */
import { Temporal } from 'temporal-polyfill'
import { transaction, type Database, type Who } from '../database/transaction.ts'

/** A duty that is open. */
interface DueDuty {
  readonly rule: string
  readonly dueAt: Temporal.Instant | null
  readonly reference: string | null
}

/** A request that is begun and not decided. */
interface Waiting {
  readonly reference: string
  readonly step: string
  readonly since: Temporal.Instant
}

/** A request that somebody opened. */
interface Started {
  readonly reference: string
  readonly openedAt: Temporal.Instant
}

/** Everything at home. */
export interface Home {
  readonly now: Temporal.Instant
  readonly due: readonly DueDuty[]
  readonly waiting: readonly Waiting[]
  readonly started: readonly Started[]
  /** How many people may sign in, as far as the reader may know. */
  readonly people: number
}

const mostRows = 20

/** Reads what is at home, as of one moment. The policies of the database choose the rows. */
export async function readHome(database: Database, who: Who): Promise<Home> {
  return await transaction(database, who, async (work) => {
    const due = await work
      .selectFrom('duties')
      .leftJoin('cases', 'cases.id', 'duties.case_id')
      .select(['duties.rule', 'duties.due_at as dueAt', 'cases.reference'])
      .where('duties.state', '=', 'open')
      .orderBy('duties.due_at')
      .limit(mostRows)
      .execute()
    const waiting = await work
      .selectFrom('drafts')
      .innerJoin('cases', 'cases.id', 'drafts.case_id')
      .select(['cases.reference', 'drafts.step', 'drafts.changed_at as since'])
      .where('drafts.step', '<>', 'decided')
      .orderBy('drafts.changed_at', 'desc')
      .limit(mostRows)
      .execute()
    const started = await work
      .selectFrom('cases')
      .select(['reference', 'opened_at as openedAt'])
      .where('opened_by', '=', who.user)
      .orderBy('opened_at', 'desc')
      .limit(mostRows)
      .execute()
    const users = await work.selectFrom('users').select('id').execute()
    return { now: Temporal.Now.instant(), due, waiting, started, people: users.length }
  })
}
