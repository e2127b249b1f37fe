/** The door for logs in PostgreSQL. It needs the package `pg`, which whoever uses it has. */
export type { Enqueued } from './postgres/enqueue.ts'
export { enqueue, enqueueAll } from './postgres/enqueue.ts'
export type { PostgresSource } from './postgres/postgres-source.ts'
export { postgresSource } from './postgres/postgres-source.ts'
export type { PostgresStorage, PostgresStorageOptions } from './postgres/postgres-storage.ts'
export { openPostgresStorage } from './postgres/postgres-storage.ts'
export { quoted as quotedName, schemaOf } from './postgres/schema.ts'
export type { Queryable } from './postgres/transaction.ts'
