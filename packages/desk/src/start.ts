/** Starts everything that a desk needs, in order, and ends it in the other order. */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { shippedLaw } from '@brightline/law-files'
import { destroyedName } from './backup/destroyed-cases.ts'
import { testRestore } from './backup/test-restore.ts'
import { startUpkeep } from './backup/upkeep.ts'
import { lawInUse, type LawInUse } from './case/law-in-use.ts'
import { followLaw } from './case/law-readers.ts'
import { agencyDutyKeeper } from './clock/agency-duties.ts'
import { startClock } from './clock/sweep.ts'
import { openPool, type Connection, type OutsideDatabase } from './database/connection.ts'
import { migrate } from './database/migrate.ts'
import { databaseOn } from './database/transaction.ts'
import { makeDemonstration, type Making } from './demonstration/make-demonstration.ts'
import { makeOnce } from './demonstration/make-once.ts'
import { makeYear } from './demonstration/make-year.ts'
import { townLaw } from './demonstration/town.ts'
import { hasDemonstration, makeDemonstrationToken } from './demonstration/visit.ts'
import { serverAccount } from './embedded/account.ts'
import { startEmbedded } from './embedded/embedded.ts'
import { makeFolder } from './embedded/place.ts'
import { Obstacle, reasonOf } from './obstacle.ts'
import type { Provider } from './people/provider.ts'
import { isSetUp, makeSetUpToken } from './people/link.ts'
import { startPublisher, type Publisher, type PublishOptions } from './record/publish.ts'
import { makeApp } from './server/app.ts'
import { faultOf, type Log } from './server/log.ts'
import { loopback, type Reach } from './server/reach.ts'
import type { Room } from './server/room.ts'
import { openKeyFile, rotateKeyFile } from './vault/key-file.ts'

/** How a desk starts. */
export interface StartOptions {
  readonly folder: string
  readonly port: number
  /** Where it listens: on the loopback address, where nothing is said. */
  readonly reach?: Reach
  readonly log: Log
  readonly outside?: OutsideDatabase
  /** Folders of law: the law that ships with the program, where none is named. */
  readonly law?: readonly string[]
  /** Makes the demonstration where nothing is set up. */
  readonly hasDemonstration?: boolean
  /** Makes the year of the demonstration beside its two weeks. */
  readonly hasDemonstrationYear?: boolean
  /** The sign-in of the city, where there is one. */
  readonly provider?: Provider
}

/** A desk that listens. */
export interface Desk {
  /** Where it is reached. */
  readonly address: string
  /** The page of the first minute, where nothing is set up yet; good once. */
  readonly setUpAddress: string | null
  /** The page that opens the demonstration, where there is one; good once. */
  readonly demonstrationAddress: string | null
  /** Answers what was asked, and then ends everything. */
  readonly stop: () => Promise<void>
}

interface Running {
  readonly application: Connection
  readonly owner?: Connection
  /** Whoever administers a server of our own. */
  readonly administrator?: Connection
  readonly stop: () => Promise<void>
}

/** Starts a desk on the loopback address. Throws an obstacle where something is in the way, and leaves nothing running. */
export async function startDesk(options: StartOptions): Promise<Desk> {
  const { folder, log, outside } = options
  if (outside === undefined) await makeFolder(resolve(folder), serverAccount())
  const law = openLawFor(options)
  // The law is read while the database starts. Where it cannot be read, the pages say so.
  const reading = law.all().catch((error: unknown) => log('law-away', faultOf(error)))
  const running = outside === undefined ? await startOwn(folder, log) : { ...outside, stop: async () => undefined }
  const ending: (() => Promise<void>)[] = [running.stop]
  const stop = async (): Promise<void> => {
    for (const end of ending.splice(0).toReversed()) await end()
    log('stopped')
  }
  try {
    // Reading holds this thread: a connection that is opened meanwhile on a slow machine would be given up as too late.
    await reading
    const pool = openPool(running.application)
    ending.push(async () => await pool.end())
    await prepare(running, log)
    const publisher = startPublishing(running, { keys: join(resolve(folder), 'log-keys'), log })
    if (publisher !== null) ending.push(publisher.stop)
    const base = await makeRoom(options, { law, database: databaseOn(pool) })
    const room = { ...base, ...(publisher === null ? {} : { nudge: publisher.nudge }), ...restoreTestOf(running) }
    const upkeep = startUpkeep(room.database, { list: join(resolve(folder), destroyedName), log })
    ending.push(upkeep.stop)
    const app = await makeApp(room)
    ending.push(async () => await app.close())
    const before = agencyDutyKeeper(room.database, law, log)
    ending.push(startClock({ database: room.database, log, before, everyMilliseconds: 60_000 }))
    ending.push(followLaw({ database: room.database, law, log, everyMilliseconds: 3_000 }))
    const address = await listen(app, options.port, options.reach ?? loopback)
    const wanted = {
      hasDemonstration: options.hasDemonstration === true,
      hasYear: options.hasDemonstrationYear === true,
    }
    const links = await makeLinks(running, { room, folder: resolve(folder), address, ...wanted })
    log('listening', { port: portOf(app, options.port) })
    return { address, ...links, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Makes what the routes work with. */
async function makeRoom(
  { folder, log, reach = loopback, provider }: StartOptions,
  given: Pick<Room, 'database' | 'law'>,
): Promise<Room> {
  const home = resolve(folder)
  await mkdir(home, { recursive: true, mode: 0o700 })
  const keyFile = join(home, 'master-keys.json')
  const keys = await openKeyFile(keyFile)
  const { origin, proxies } = reach
  return {
    ...given,
    ...(provider === undefined ? {} : { provider }),
    ...(origin === null ? {} : { origin }),
    log,
    isSecure: origin !== null,
    proxies,
    keys,
    rotateKeys: async () => await rotateKeyFile(keyFile),
  }
}

/** Opens the law, with that of the invented town on top. What was parsed of it is kept in the folder of the desk. */
export function openLawFor({ folder, law = [shippedLaw()] }: Pick<StartOptions, 'folder' | 'law'>): LawInUse {
  const town = townLaw()
  const folders = new Set([...law, ...(town === null ? [] : [town])])
  return lawInUse([...folders], join(resolve(folder), 'law-cache'))
}

type Links = Pick<Desk, 'setUpAddress' | 'demonstrationAddress'>

interface Linking {
  readonly room: Room
  readonly folder: string
  readonly address: string
  readonly hasDemonstration: boolean
  readonly hasYear: boolean
}

/** Makes the links of the first minute, as the owner: that of set-up while nothing is set up, that of the demonstration while it is there. */
async function makeLinks(
  { owner, application }: Running,
  { room, folder, address, hasDemonstration: wanted, hasYear }: Linking,
): Promise<Links> {
  if (owner === undefined) return { setUpAddress: null, demonstrationAddress: null }
  const { database, log } = room
  const pool = openPool(owner, 2)
  try {
    const isReady = await isSetUp(database)
    if (wanted && !isReady && townLaw() !== null) {
      const make = async (): Promise<void> =>
        await makeAll({ owner: openPool(owner, 4), application, room }, hasYear, log)
      await makeOnce({ folder, owner: pool, database }, make)
    }
    const isShown = await hasDemonstration(database)
    return {
      setUpAddress: isReady ? null : `${address}/set-up/${await makeSetUpToken(pool)}`,
      demonstrationAddress: isShown ? `${address}/demonstration/${await makeDemonstrationToken(pool)}` : null,
    }
  } finally {
    await pool.end()
  }
}

/** Makes the demonstration, and its year where it is wanted. */
async function makeAll(making: Making, hasYear: boolean, log: Log): Promise<void> {
  try {
    log('demonstration-made', { requests: await makeDemonstration(making) })
    if (hasYear) log('demonstration-year-made', { requests: await makeYear(making) })
  } finally {
    await making.owner.end()
  }
}

async function startOwn(folder: string, log: Log): Promise<Running> {
  const { owner, application, administrator, isAdopted, stop } = await startEmbedded({
    folder: resolve(folder),
    onGone: {
      lost: () => log('database-lost'),
      back: () => log('database-restarted'),
      failed: (error) => log('database-fails', error instanceof Obstacle ? { why: error.kind } : faultOf(error)),
    },
  })
  log(isAdopted ? 'database-adopted' : 'database-started')
  return { owner, application, administrator, stop }
}

async function prepare({ owner }: Running, log: Log): Promise<void> {
  if (owner === undefined) return
  const pool = openPool(owner, 1)
  try {
    log('migrated', { applied: await migrate(pool) })
  } catch (error) {
    throw error instanceof Obstacle ? error : new Obstacle('database-away', { why: reasonOf(error) })
  } finally {
    await pool.end()
  }
}

/** Lets an administrator test a restore where the server is our own. */
function restoreTestOf({ administrator, owner }: Running): Pick<Room, 'testRestore'> {
  if (administrator === undefined || owner === undefined) return {}
  return { testRestore: async () => await testRestore({ administrator, owner }) }
}

/** Publishes the logs with a pool of the owner; null where the owner is somebody else, who does so elsewhere. */
function startPublishing({ owner }: Running, options: Omit<PublishOptions, 'owner'>): Publisher | null {
  if (owner === undefined) return null
  const pool = openPool(owner, 3)
  const publisher = startPublisher({ ...options, owner: pool })
  return {
    ...publisher,
    stop: async () => {
      await publisher.stop()
      await pool.end()
    },
  }
}

async function listen(
  app: Awaited<ReturnType<typeof makeApp>>,
  port: number,
  { host, origin }: Reach,
): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new Obstacle('port-taken', { port: String(port), other: String(port + 1) })
    }
    throw error
  }
  // By name, because browsers take only names and https for safe.
  return origin ?? `http://localhost:${portOf(app, port)}`
}

function portOf(app: Awaited<ReturnType<typeof makeApp>>, asked: number): number {
  const bound = app.server.address()
  return typeof bound === 'object' && bound !== null ? bound.port : asked
}
