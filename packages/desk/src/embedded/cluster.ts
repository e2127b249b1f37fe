/** The data of a database server: made once, whole or not at all. */
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Obstacle, reasonOf } from '../obstacle.ts'
import { runToEnd, startChild, waitForSuccess, type Child } from './child.ts'
import type { Place } from './place.ts'
import { identity } from './programs.ts'

/** The login that administers the server. */
export const superuser = 'desk_superuser'

/** Starts one of the server's programs, in English, with nothing of what this process was told. */
export function startProgram({ account, data, programs }: Place, name: string, words: readonly string[]): Child {
  const env = { PATH: process.env['PATH'], LC_ALL: 'C' }
  return startChild(join(programs, 'bin', name), words, { ...identity(account), cwd: dirname(data), env })
}

/** Makes the data where there are none, and refuses those of another version of the server. */
export async function ensureCluster(place: Place, password: string, milliseconds: number): Promise<void> {
  const found = await readFile(join(place.data, 'PG_VERSION'), 'utf8').catch(() => null)
  if (found === null) return await makeCluster(place, password, milliseconds)
  const wanted = versionOf(place)
  if (found.trim() !== wanted) throw new Obstacle('database-version', { found: found.trim(), wanted })
}

/** Makes the data beside their place, and moves them there when they are whole. */
async function makeCluster(place: Place, password: string, milliseconds: number): Promise<void> {
  const { account, data } = place
  const unfinished = `${data}.${process.pid}`
  const secret = `${unfinished}.password`
  await removeLeft(data)
  try {
    await mkdir(unfinished, { mode: 0o700 })
    await writeFile(secret, `${password}\n`, { mode: 0o600 })
    if (account !== null) for (const path of [unfinished, secret]) await chown(path, account.uid, account.gid)
    const flags = ['--locale-provider=builtin', '--locale=C.UTF-8', '--encoding=UTF8', '--auth=scram-sha-256']
    const words = [`--pgdata=${unfinished}`, `--pwfile=${secret}`, `--username=${superuser}`, ...flags]
    await waitForSuccess(startProgram(place, 'initdb', words), milliseconds)
    await rename(unfinished, data)
  } catch (error) {
    // Another start may have made them in the meantime.
    const isMade = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => null)
    if (isMade === null) throw new Obstacle('database-fails', { folder: data, said: reasonOf(error) })
  } finally {
    await rm(unfinished, { recursive: true, force: true })
    await rm(secret, { force: true })
  }
}

/** Removes what processes that are gone left half made beside the data, with the passwords that they wrote down. */
async function removeLeft(data: string): Promise<void> {
  const names = await readdir(dirname(data)).catch(() => [])
  for (const name of names) {
    const [, number] = new RegExp(String.raw`^${basename(data)}\.(\d+)(?:\.password)?$`).exec(name) ?? []
    if (number !== undefined && !isAlive(Number(number)))
      // A program that such a process started may still write there: it comes to its end by itself.
      await rm(join(dirname(data), name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
  }
}

/** Tells if another process has this number. Our own did not make anything yet. */
function isAlive(number: number): boolean {
  if (number === process.pid) return false
  try {
    return process.kill(number, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function versionOf({ programs }: Place): string {
  const { stdout } = runToEnd(join(programs, 'bin/postgres'), ['--version'], { milliseconds: 5_000 })
  return /(\d+)\.\d+/.exec(stdout)?.[1] ?? stdout.trim()
}
