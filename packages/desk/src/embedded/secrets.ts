/** The passwords of the logins of the desk's own database, in a file for the eyes of its owner. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Obstacle, reasonOf } from '../obstacle.ts'
import { makeWholeFile } from '../whole-file.ts'

/** One password a login. */
export interface Secrets {
  /** Of the superuser, which only the start uses. */
  readonly superuser: string
  /** Of the owner of the tables, which only migrations use. */
  readonly owner: string
  readonly application: string
}

const names = ['superuser', 'owner', 'application'] as const

/** Reads the passwords, or makes new ones where there is no file. Whoever comes second takes those of the first. */
export async function readOrMakeSecrets(file: string): Promise<Secrets> {
  const made = Object.fromEntries(names.map((name) => [name, randomBytes(24).toString('base64url')]))
  try {
    await makeWholeFile(file, `${JSON.stringify(made)}\n`)
  } catch (error) {
    throw new Obstacle('folder-closed', { folder: file, why: reasonOf(error) })
  }
  try {
    return parseSecrets(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    throw new Obstacle('secrets-unreadable', { file, why: reasonOf(error) })
  }
}

function parseSecrets(value: unknown): Secrets {
  if (typeof value !== 'object' || value === null) throw new Error('it holds no passwords')
  const found: ReadonlyMap<string, unknown> = new Map(Object.entries(value))
  const take = (name: (typeof names)[number]): string => {
    const password = found.get(name)
    if (typeof password !== 'string' || password === '') throw new Error(`it has no password of ${name}`)
    return password
  }
  return { superuser: take('superuser'), owner: take('owner'), application: take('application') }
}
