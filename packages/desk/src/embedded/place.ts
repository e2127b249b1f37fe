/**
 * Where the data of the database lie, and the programs that serve them.
 *
 * They lie in the folder of the desk. Started as root, the server runs as another user, who may not be able to go there:
 * then both lie under `/var/lib/brightline`, in a folder named after the folder of the desk, and a file tells so.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Obstacle, reasonOf } from '../obstacle.ts'
import type { Account } from './account.ts'
import { startChild, waitForEnd } from './child.ts'
import { identity, shippedPrograms, whyNot } from './programs.ts'

/** Where a database lies and what serves it. */
export interface Place {
  readonly account: Account | null
  /** The folder of the data; the socket is in it too. */
  readonly data: string
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly programs: string
}

/** What can be told to the search for a place. */
export interface PlaceOptions {
  readonly account: Account | null
  /** Where else the database may lie. */
  readonly elsewhere?: string
}

/** The longest path of a socket that every system takes. */
const longestSocket = 103
const socketName = '.s.PGSQL.5432'

/** Finds the place of the database of a folder, and makes what is missing but the data. */
export async function placeOf(
  folder: string,
  { account, elsewhere = '/var/lib/brightline' }: PlaceOptions,
): Promise<Place> {
  const parent = await parentOf(folder, account, elsewhere)
  const data = join(parent, 'database')
  const length = Buffer.byteLength(join(data, socketName))
  if (length > longestSocket) throw new Obstacle('folder-too-deep', { folder: data, length, most: longestSocket })
  return { account, data, programs: await programsFor(parent, account) }
}

async function parentOf(folder: string, account: Account | null, elsewhere: string): Promise<string> {
  const note = join(folder, 'database-is-in')
  const noted = await readFile(note, 'utf8').catch(() => null)
  if (noted !== null) return await madeFor(noted.trim(), account)
  await makeFolder(folder, account)
  if (account === null) return folder
  const inside = join(folder, 'postgresql')
  const refusal = await madeFor(inside, account).catch(reasonOf)
  if (refusal === inside) return inside
  if (existsSync(join(inside, 'database'))) throw new Obstacle('folder-closed', { folder: inside, why: refusal })
  await rm(inside, { recursive: true, force: true })
  const parent = await madeFor(join(elsewhere, shortNameOf(folder)), account)
  await writeFile(note, `${parent}\n`, { mode: 0o600 })
  return parent
}

/** Makes the folder of a desk, before anybody else does: another user may pass through it, and see nothing in it. */
export async function makeFolder(folder: string, account: Account | null): Promise<void> {
  await mkdir(folder, { recursive: true, mode: account === null ? 0o700 : 0o711 }).catch((error: unknown) => {
    throw new Obstacle('folder-closed', { folder, why: reasonOf(error) })
  })
}

function shortNameOf(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 16)
}

/** Makes a folder of the account, in which only that account writes. */
async function madeFor(folder: string, account: Account | null): Promise<string> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 })
    if (account !== null) await chown(folder, account.uid, account.gid)
    if (account !== null && !(await canEnter(folder, account))) throw new Error(`${account.name} cannot enter it`)
    return folder
  } catch (error) {
    throw new Obstacle('folder-closed', { folder, why: reasonOf(error) })
  }
}

async function canEnter(folder: string, account: Account): Promise<boolean> {
  return (await waitForEnd(startChild('ls', [`${folder}/.`], { ...identity(account), cwd: '/' }), 5_000)) === 0
}

/** The shipped programs where the account can run them, and otherwise a copy. */
async function programsFor(parent: string, account: Account | null): Promise<string> {
  const shipped = shippedPrograms()
  if (whyNot(shipped, account, parent, 5_000) === null) return shipped
  const { mtimeMs, size } = await stat(join(shipped, 'bin/postgres'))
  const copy = join(parent, `programs-${size}-${Math.trunc(mtimeMs)}`)
  if (whyNot(copy, account, parent, 5_000) === null) return copy
  const unfinished = `${copy}.${process.pid}`
  await cp(shipped, unfinished, { recursive: true, verbatimSymlinks: true })
  // Another start may have been faster; its copy is as good.
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }))
  const refusal = whyNot(copy, account, parent, 5_000)
  if (refusal !== null) throw new Obstacle('database-fails', { folder: parent, said: refusal })
  return copy
}
