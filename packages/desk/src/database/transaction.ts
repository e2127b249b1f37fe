/**
 * The only way in which the desk touches rows of an agency.
 *
 * INVARIANT: agency, desk, role and user are set for one transaction and end with it, so that a connection that goes back
 * to the pool reaches nothing. The policies of the database read them.
 */
import { Kysely, sql, type Transaction } from 'kysely'
import type { Pool } from 'pg'
import type { Role } from '../people/role.ts'
import { dialectOn } from './driver.ts'
import { statement, type Sendable } from './statement.ts'
import type { Tables } from './tables.ts'

/** For whom a transaction works. */
export interface Who {
  readonly agency: string
  /** The desk of a clerk; null for those who look over the whole agency. */
  readonly desk: string | null
  readonly role: Role
  readonly user: string
}

/** The database of the desk, as its application login. */
export type Database = Kysely<Tables>

/** One transaction on it. */
export type Work = Transaction<Tables>

/** Makes the typed database of a pool. */
export function databaseOn(pool: Pool): Database {
  return new Kysely<Tables>({ dialect: dialectOn(pool) })
}

/**
 * Does work for somebody, in one transaction.
 *
 * @example
 * const open = await transaction(database, who, async (work) => await work.selectFrom('cases').select('reference').execute())
 */
export async function transaction<Value>(
  database: Database,
  { agency, desk, role, user }: Who,
  work: (work: Work) => Promise<Value>,
): Promise<Value> {
  const last: Promise<unknown>[] = []
  try {
    return await database.transaction().execute(async (begun) => {
      lastOf.set(begun, last)
      // Nobody waits for it: without it whatever follows is refused.
      await sendUnheard(begun, workFor({ agency, desk: desk ?? '', role, user }))
      return await work(begun)
    })
  } catch (error) {
    // What was refused at the end says more than that the transaction was rolled back.
    await Promise.all(last)
    throw error
  }
}

/** What transactions sent at their end. */
const lastOf = new WeakMap<Work, Promise<unknown>[]>()

/**
 * Sends statements with the commit, without waiting for them: nothing may be sent after them, and none may be one whose
 * rows somebody reads. Where one is refused, the transaction is rolled back and fails with what it was refused for.
 *
 * @example
 * await transaction(database, who, async (work) => await sendLast(work, [work.insertInto('duties').values(duties)]))
 */
export async function sendLast(work: Work, queries: readonly Sendable<unknown>[]): Promise<void> {
  const last = lastOf.get(work) ?? []
  for (const query of queries) await sendUnheard(work, query, last)
}

/** Sends a statement without waiting for its answer, which is put with those that somebody may wait for. */
async function sendUnheard(work: Work, query: Sendable<unknown>, answers: Promise<unknown>[] = []): Promise<void> {
  const compiled = query.compile(work)
  await work.getExecutor().provideConnection(async (connection) => {
    const answer = connection.executeQuery(compiled)
    answer.catch(() => undefined)
    answers.push(answer)
  })
}

const workFor = statement(
  (_work, { agency, desk, role, user }: { [Name in keyof Who]: string }) =>
    sql`select set_config('desk.agency', ${agency}, true), set_config('desk.desk', ${desk}, true),
      set_config('desk.role', ${role}, true), set_config('desk.user', ${user}, true)`,
)

/** Sends one statement of several, and gives its rows. */
export type Ask = <Row>(query: Sendable<Row>) => Promise<readonly Row[]>

/**
 * Sends statements of a transaction one behind the other without waiting for the answers in between. The server does them
 * in their order; one that fails takes the transaction with it.
 *
 * @example
 * const [cases, desks] = await together(work, async (ask) =>
 *   await Promise.all([ask(work.selectFrom('cases').selectAll()), ask(work.selectFrom('desks').selectAll())]))
 */
export async function together<Value>(work: Work, send: (ask: Ask) => Promise<Value>): Promise<Value> {
  return await work.getExecutor().provideConnection(async (connection) => {
    const sent: Promise<unknown>[] = []
    const ask: Ask = async <Row>(query: Sendable<Row>) => {
      const answer = connection.executeQuery<Row>(query.compile(work))
      sent.push(answer)
      return (await answer).rows
    }
    try {
      return await send(ask)
    } finally {
      // Nothing of it is still under way when the transaction goes on, or is rolled back.
      await Promise.allSettled(sent)
    }
  })
}
