/** The door of the desk. */
export { startEmbedded, type Embedded, type EmbeddedOptions } from './embedded/embedded.ts'
export { migrate } from './database/migrate.ts'
export { openPool } from './database/connection.ts'
