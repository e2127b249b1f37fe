/** Transactions of a log's writer, whatever the defaults of the database are. */
import type { Pool, PoolClient, QueryResultRow } from 'pg'
import type { Result } from '../problem/problem.ts'

/** What a statement gives back. */
interface Given<Row> {
  readonly rows: Row[]
  readonly rowCount: number | null
}

/** Runs a statement. */
type RunQuery = <Row extends QueryResultRow>(text: string, values?: unknown[]) => Promise<Given<Row>>

/** Whatever runs statements: a pool, a client inside a transaction, or what another library makes of one. */
export interface Queryable {
  readonly query: RunQuery
}

/** Runs work in a transaction, which is rolled back where the work fails. */
export async function inTransaction<Value>(
  pool: Pool,
  patienceMilliseconds: number,
  work: (client: PoolClient) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const client = await pool.connect()
  // A connection can break between two statements; the next statement fails, and no event may end the process.
  client.on('error', nothing)
  try {
    await client.query(beginning(patienceMilliseconds))
    const result = await work(client)
    await client.query(result.ok ? 'commit' : 'rollback')
    client.off('error', nothing)
    client.release()
    return result
  } catch (error) {
    // What the server did is unknown: the connection is thrown away, and with it an open transaction.
    // It keeps its listener, because it may still break while it closes.
    client.release(true)
    throw error
  }
}

/**
 * One statement sees what the writer before it committed, a commit is on the disk, and a writer that sleeps inside its
 * transaction loses it and with it the row that the next one waits for.
 */
function beginning(patienceMilliseconds: number): string {
  return `begin isolation level read committed read write;
    set local lock_timeout = ${patienceMilliseconds};
    set local idle_in_transaction_session_timeout = ${patienceMilliseconds};
    select set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') = 'off'`
}

function nothing(): void {}
