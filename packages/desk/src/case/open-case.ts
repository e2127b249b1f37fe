/** Opens cases, each with the next reference of its desk. */
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Who, Work } from '../database/transaction.ts'
import { Refusal } from '../server/refusal.ts'

/** A case with where it belongs, as rows that hang on it name it. */
export interface OpenedCase {
  readonly id: string
  readonly reference: string
  readonly agency: string
  readonly desk: string
}

/**
 * Opens a case at the desk of a clerk, or at the one that a supervisor or counsel names, with its draft.
 *
 * INVARIANT: references of a desk are contiguous within a year: whoever takes the next one holds the desk until the
 * transaction ends.
 *
 * @example
 * const { id, reference } = await transaction(database, who, async (work) => await openCase(work, who))
 */
export async function openCase(work: Work, who: Who, desk: string | null = who.desk): Promise<OpenedCase> {
  const found = desk === null ? undefined : await findDesk(work, desk)
  if (found === undefined) throw new Refusal('not-allowed')
  const reference = await nextReference(work, found)
  const of = { agency_id: who.agency, desk_id: found.id }
  const { id } = await work
    .insertInto('cases')
    .values({ ...of, reference, opened_by: who.user })
    .returning('id')
    .executeTakeFirstOrThrow()
  const draft = { ...of, case_id: id, step: 'questions', changed_by: who.user }
  await work.insertInto('drafts').values(draft).execute()
  return { id, reference, agency: who.agency, desk: found.id }
}

interface FoundDesk {
  readonly id: string
  readonly prefix: string
  readonly timeZone: string
}

async function findDesk(work: Work, desk: string): Promise<FoundDesk | undefined> {
  return await work
    .selectFrom('desks')
    .innerJoin('agencies', 'agencies.id', 'desks.agency_id')
    .select(['desks.id', 'desks.prefix', 'agencies.time_zone as timeZone'])
    .where('desks.id', '=', desk)
    .executeTakeFirst()
}

async function nextReference(work: Work, { id, prefix, timeZone }: FoundDesk): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtext(${`references of ${id}`}))`.execute(work)
  const year = String(Temporal.Now.plainDateISO(timeZone).year).slice(2)
  const beginning = `${prefix}-${year}-`
  const { rows } = await sql<{ last: number | null }>`
    select max(split_part(reference, '-', 3)::integer) as last from desk.cases
    where desk_id = ${id} and starts_with(reference, ${beginning})`.execute(work)
  return `${beginning}${String((rows[0]?.last ?? 0) + 1).padStart(4, '0')}`
}
