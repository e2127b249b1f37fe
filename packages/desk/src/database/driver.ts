/**
 * Runs statements on connections of a pool: each prepared once for a connection, and sent without waiting for the answer
 * to the one before where nothing depends on it.
 */
import { createHash } from 'node:crypto'
import {
  CompiledQuery,
  PostgresDialect,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import pg, { type Pool, type PoolClient, type QueryResult as Answer } from 'pg'

/** Makes the dialect of a pool. */
export function dialectOn(pool: Pool): Dialect {
  const usual = new PostgresDialect({ pool })
  return {
    createDriver: () => driverOn(pool),
    createQueryCompiler: () => usual.createQueryCompiler(),
    createAdapter: () => usual.createAdapter(),
    createIntrospector: (database) => usual.createIntrospector(database),
  }
}

function driverOn(pool: Pool): Driver {
  const clientOf = new WeakMap<DatabaseConnection, PoolClient>()
  const broken = new WeakSet<DatabaseConnection>()
  const nameOf = namesOf()
  return {
    init: async () => undefined,
    acquireConnection: async () => {
      const client = await pool.connect()
      const connection: DatabaseConnection = {
        executeQuery: async (query) => await runOn(client, query, { nameOf, spoil: () => broken.add(connection) }),
        streamQuery: () => {
          throw new Error('nothing is streamed')
        },
      }
      clientOf.set(connection, client)
      return connection
    },
    // Nobody waits for it: without it the statement that says for whom the transaction works has no effect, and whatever
    // follows is refused.
    beginTransaction: async (connection) => {
      connection.executeQuery(CompiledQuery.raw('begin')).catch(() => broken.add(connection))
    },
    commitTransaction: async (connection) => {
      const ended = await clientOf.get(connection)?.query('commit')
      // A transaction in which a statement failed is rolled back by its commit.
      if (ended?.command !== 'COMMIT') throw new Error('the transaction was rolled back')
    },
    rollbackTransaction: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => broken.add(connection))
    },
    releaseConnection: async (connection) => clientOf.get(connection)?.release(broken.has(connection)),
    destroy: async () => await pool.end(),
  }
}

interface Running {
  readonly nameOf: (text: string) => string | undefined
  /** Says that the connection is good for nothing more. */
  readonly spoil: () => void
}

async function runOn<Row>(
  client: PoolClient,
  { sql: text, parameters }: CompiledQuery,
  { nameOf, spoil }: Running,
): Promise<QueryResult<Row>> {
  try {
    // What begins and ends transactions or changes tables is said once, and is not prepared.
    const isPrepared = parameters.length > 0 || text.startsWith('select ')
    const name = isPrepared ? nameOf(text) : undefined
    gather(client)
    const { command, rowCount, rows } = await answerOf(client, text, parameters, name)
    const isChange = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command)
    return { rows, ...(isChange ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) }
  } catch (error) {
    // Tables were changed since the statement was prepared.
    if (error instanceof Error && 'code' in error && error.code === '0A000') spoil()
    throw error
  }
}

/** Sends a query that is made here: `pg` copies the settings of one that it makes, which takes longer than sending it. */
async function answerOf(
  client: PoolClient,
  text: string,
  parameters: readonly unknown[],
  name: string | undefined,
): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const query = new pg.Query(text, [...parameters], (error, answer) => {
      if (error) reject(error)
      else resolve(answer)
    })
    client.query(name === undefined ? query : Object.assign(query, { name }))
  })
}

/** Lets what is sent until this turn of the program ends go out at once, rather than piece by piece. */
function gather({ connection: { stream } }: PoolClient): void {
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** So many statements of a pool are prepared: a server keeps each for every connection. */
const mostPrepared = 300

/** Names the statements of a pool; undefined where there are too many. */
function namesOf(): Running['nameOf'] {
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined || names.size >= mostPrepared) return known
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 32)
    names.set(text, name)
    return name
  }
}
