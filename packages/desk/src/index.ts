/** The door of the desk. */
export { startEmbedded, type Embedded, type EmbeddedOptions } from './embedded/embedded.ts'
export { lineLog, type Log } from './server/log.ts'
export { startDesk, type Desk, type StartOptions } from './start.ts'
export { Obstacle } from './obstacle.ts'
