/** What every route is given. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault, RouteOptions } from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LawInUse } from '../case/law-in-use.ts'
import type { Database } from '../database/transaction.ts'
import type { Provider } from '../people/provider.ts'
import type { KeyService } from '../vault/key-service.ts'
import type { Log } from './log.ts'

/** The server, with types that come from schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

/** What the routes work with. */
export interface Room {
  readonly database: Database
  readonly log: Log
  readonly law: LawInUse
  /** Tells whoever publishes the logs that something waits for it. */
  readonly nudge?: () => void
  readonly keys: KeyService
  /** Makes a new master key; absent where a service outside keeps them. */
  readonly rotateKeys?: () => Promise<string>
  /** Makes a backup, restores it beside the database, and gives its rows; absent where the database is somebody else's. */
  readonly testRestore?: () => Promise<number>
  /** The desk is reached over https: cookies are for that alone. */
  readonly isSecure: boolean
  /** Proxies in front, whose word is taken on who asks and how; none on the loopback address. */
  readonly proxies?: readonly string[]
  /** Where people reach the desk, such as https://desk.example.gov; absent where that is this machine alone. */
  readonly origin?: string
  /** The sign-in of the city, where there is one. */
  readonly provider?: Provider
  /** Is told of each route as it is declared, so that what looks at all of them forgets none. */
  readonly onRoute?: (route: RouteOptions) => void
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route needs no session, and its answer no words: health, the style sheet. */
    readonly isPlain?: boolean
    /** The route reads its form as it comes in, and looks at its word before anything else of it. */
    readonly isStream?: boolean
    /** The route is for programs: it takes JSON, and looks at no cookie. */
    readonly isApi?: boolean
  }
}
