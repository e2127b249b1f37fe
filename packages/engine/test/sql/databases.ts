/** The two databases that the SQL is run on: a PostgreSQL server of its own, and DuckDB in the process. */
import { DuckDBInstance } from '@duckdb/node-api'
import pg from 'pg'
import { startServer } from '../../../../scripts/postgresql/server.ts'
import type { Dialect } from '../../src/sql/dialect.ts'

/** Rows as text, NULL as null. */
type Rows = readonly (readonly (string | null)[])[]

/** A database that runs one statement at a time. */
export interface Database {
  readonly dialect: Dialect
  readonly run: (sql: string) => Promise<Rows>
  readonly stop: () => Promise<void>
}

/** DuckDB in memory. */
export async function startDuckDb(threads = 2): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', { threads: `${threads}` })
  const connection = await instance.connect()
  return {
    dialect: 'duckdb',
    run: async (sql) => {
      const rows = (await connection.runAndReadAll(sql)).getRows()
      return rows.map((row) => row.map((value) => (value === null ? null : String(value))))
    },
    stop: async () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** A PostgreSQL server on the loopback address, with its data in a temporary folder that goes when it stops. */
export async function startPostgreSql(): Promise<Database> {
  const server = await startServer({ settings: ['fsync=off', 'jit=off'] })
  const client = new pg.Client(server.connection)
  client.on('error', () => undefined)
  await client.connect()
  return {
    dialect: 'postgresql',
    run: async (sql) => {
      const { rows }: { rows: (string | number | boolean | Date | null)[][] } = await client.query({
        text: sql,
        rowMode: 'array',
      })
      return rows.map((row) => row.map((value) => (value === null ? null : String(value))))
    },
    stop: async () => {
      await client.end()
      await server.stop()
    },
  }
}
