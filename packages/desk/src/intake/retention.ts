/** How long the vault keeps what is sealed for a case. */
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { CaseRecord } from '../case/read-case.ts'
import type { Work } from '../database/transaction.ts'

/** So many years from the beginning of a case, where its agency has set nothing else. */
export const usualYears = 5

/**
 * Gives the day of destruction of a case that was opened at some moment, where its agency has set nothing else: counted by
 * the clock of the agency.
 */
export function destroyDay(openedAt: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return openedAt.toZonedDateTimeISO(timeZone).toPlainDate().add({ years: usualYears })
}

/** Gives the day from which the identity of a case is not kept, as things are now: a later decision moves it. */
export async function keptUntil(
  work: Work,
  { id, agency, openedAt, timeZone }: Pick<CaseRecord, 'id' | 'agency' | 'openedAt' | 'timeZone'>,
): Promise<Temporal.PlainDate> {
  const otherwise = destroyDay(openedAt, timeZone)
  const { rows } = await sql<{ day: Temporal.PlainDate }>`
    select desk.kept_until(${id}, ${agency}, ${otherwise.toString()}::date) as day`.execute(work)
  return rows[0]?.day ?? otherwise
}

/**
 * Tells if what was sealed for a case is known to be destroyed. The vault shows nothing before somebody says why; the key of
 * the case in the log goes with it, where the log has an entry of it.
 */
export async function wasDestroyed(work: Work, { id }: Pick<CaseRecord, 'id'>): Promise<boolean> {
  const gone = work.selectFrom('case_keys').select('case_id').where('case_id', '=', id)
  return (await gone.where('destroyed_at', 'is not', null).executeTakeFirst()) !== undefined
}
