/** The data of a database server: made once, whole or not at all. */
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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
  try {
    await rm(unfinished, { recursive: true, force: true })
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

function versionOf({ programs }: Place): string {
  const { stdout } = runToEnd(join(programs, 'bin/postgres'), ['--version'], { milliseconds: 5_000 })
  return /(\d+)\.\d+/.exec(stdout)?.[1] ?? stdout.trim()
}
